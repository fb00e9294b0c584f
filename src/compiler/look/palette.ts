/** Colours of a theme that a deck's own ones stand on. */
import { readColour, type ColourPair } from '../colours.ts'

/** Tokens as a theme writes them: a colour, or `light-dark(…, …)`. */
export interface ThemePalette {
  /** Ground of a slide. */
  paper?: string
  /** Ground of boxes and code. */
  surface?: string
  /** Ground of titles and openers: in both schemes dark. */
  section?: string
  /** The contrast that the theme promises for text, as WCAG 2 has it: 4.5 where it says nothing. */
  contrast?: number
}

export interface Grounds {
  paper: ColourPair
  surface: ColourPair
  section: ColourPair
  contrast: number
}

/** What a theme is taken for that says nothing of its colours. */
const PLAIN: Grounds = {
  paper: { light: '#ffffff', dark: '#12161d' },
  surface: { light: '#f1f5fa', dark: '#1d232d' },
  section: { light: '#11294d', dark: '#0d2140' },
  contrast: 4.5,
}

/** The grounds of a theme, those of a plain one where it does not say them in colours. */
export function groundsOf({ paper, surface, section, contrast }: ThemePalette = {}): Grounds {
  return {
    paper: pairOf(paper) ?? PLAIN.paper,
    surface: pairOf(surface) ?? PLAIN.surface,
    section: pairOf(section) ?? PLAIN.section,
    contrast: contrast ?? PLAIN.contrast,
  }
}

function pairOf(value = ''): ColourPair | undefined {
  const pair = /^light-dark\((.+)\)$/.exec(value)?.[1]?.split(/,(?![^(]*\))/)
  const [light, dark = light] = (pair ?? [value]).map(readColour)
  return light === undefined || dark === undefined ? undefined : { light, dark }
}
