/** What a deck's front matter changes of its theme, as custom properties of the last cascade layer. */
import { contrastOf, mixed, readableOn, type ColourPair } from '../colours.ts'
import type { Context } from '../context.ts'
import { groundsOf, type Grounds } from './palette.ts'

/** How much of a colour lies in the grounds that are tinted with it: callouts, the stop where the lecture is. */
const TINT = 0.14
/** White has it on all grounds on which the soft colours of a theme's dark scheme can be read, too. */
const SECTION_CONTRAST = 10

/** Declarations of custom properties, each with its value. */
export type Tokens = ReadonlyMap<string, string>

/**
 * The tokens that `accent`, `highlight-color`, `section-color`, `text-size` and `corner-radius` set. One colour serves
 * both schemes: where it cannot be read on the theme's grounds it becomes darker in the light scheme, lighter in the
 * dark one, and what the author wrote as it must not stay is told by `look-contrast`.
 */
export function lookTokens(context: Context): Tokens {
  const { look, theme } = context.facts
  const themed = groundsOf(context.host.palette?.(theme))
  const tokens = new Map<string, string>()
  const section = look.section && darkEnough(look.section)
  if (section) {
    tokens.set('--section', lightDark(section))
    tokens.set('--section-ink', '#ffffff')
    tell(context, 'section-color', look.section!, section, (colour) => `white is hard to read on ${colour}`)
  }
  const grounds = section ? { ...themed, section } : themed
  for (const [key, token, written] of [
    ['accent', '--accent', look.accent],
    ['highlight-color', '--highlight', look.highlight],
  ] as const) {
    if (!written) continue
    const readable = readablePair(written, grounds)
    tokens.set(token, lightDark(readable))
    if (key === 'accent') tokens.set('--accent-ink', lightDark(inkOn(readable)))
    tell(context, key, written, readable, (colour) => `${colour} is hard to read on the theme’s paper`)
  }
  if (look.textSize !== undefined) tokens.set('--type', `${look.textSize}px`)
  if (look.cornerRadius !== undefined) tokens.set('--radius', `${look.cornerRadius}px`)
  return tokens
}

function readablePair(
  { light, dark }: ColourPair,
  { paper, surface, section, contrast }: Grounds,
): ColourPair {
  const tinted = (colour: string, ground: string): string => mixed(colour, ground, TINT)
  return {
    light: readableOn(light, [paper.light, surface.light, tinted(light, paper.light)], contrast, 'darker'),
    dark: readableOn(
      dark,
      [paper.dark, surface.dark, section.light, section.dark, tinted(dark, paper.dark)],
      contrast,
      'lighter',
    ),
  }
}

function darkEnough({ light, dark }: ColourPair): ColourPair {
  const darker = (colour: string): string => readableOn(colour, ['#ffffff'], SECTION_CONTRAST, 'darker')
  return { light: darker(light), dark: darker(dark) }
}

/** White or nearly black, whichever can be read better on the colour. */
function inkOn({ light, dark }: ColourPair): ColourPair {
  const ink = (ground: string): string =>
    contrastOf('#ffffff', ground) >= contrastOf('#10141c', ground) ? '#ffffff' : '#10141c'
  return { light: ink(light), dark: ink(dark) }
}

const lightDark = ({ light, dark }: ColourPair): string =>
  light === dark ? light : `light-dark(${light}, ${dark})`

/** Of one colour for both schemes only what the light one shows is told: the dark one is Lectern's to find. */
function tell(
  { report, facts }: Context,
  key: string,
  written: ColourPair,
  shown: ColourPair,
  why: (colour: string) => string,
): void {
  const schemes = written.light === written.dark ? (['light'] as const) : (['light', 'dark'] as const)
  for (const scheme of schemes) {
    if (written[scheme] === shown[scheme]) continue
    const reason = `\`${key}\`: ${why(written[scheme])}; in the ${scheme} scheme ${shown[scheme]} is shown`
    report('look-contrast', facts.places[key], reason)
  }
}
