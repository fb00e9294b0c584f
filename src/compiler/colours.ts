/** Colours as authors write them: read, weighed against each other, made lighter or darker until they can be read. */
import {
  colorsNamed,
  clampChroma,
  formatHex,
  modeHsl,
  modeHwb,
  modeLch,
  modeLrgb,
  modeOklab,
  modeOklch,
  modeRgb,
  parse,
  useMode,
  wcagContrast,
  type Oklch,
} from 'culori/fn'

// What it can read and reckon with is what is named here.
useMode(modeRgb)
useMode(modeHsl)
useMode(modeHwb)
useMode(modeLch)
useMode(modeLrgb)
useMode(modeOklab)
const toOklch = useMode(modeOklch)

/** The colours that CSS has names for. */
export const colourNames: readonly string[] = Object.keys(colorsNamed)

/** A colour in the light scheme and in the dark one. */
export interface ColourPair {
  light: string
  dark: string
}

/** `#rrggbb` of a colour written as CSS has it (a name, `#0a7`, `rgb()`, `hsl()`, `oklch()` …); undefined where it is none, or lets through what lies under it. */
export function readColour(written: string): string | undefined {
  const colour = parse(written.trim())
  if (!colour || (colour.alpha ?? 1) < 1) return undefined
  return formatHex(clampChroma(colour, 'oklch'))
}

/** Contrast of two colours as WCAG 2 has it, 1 to 21. */
export function contrastOf(one: string, other: string): number {
  return wcagContrast(one, other)
}

/**
 * `colour`, or the nearest lightness of its hue that has the contrast `least` on all `grounds`: darker than them, or
 * lighter. Where none has, black or white.
 */
export function readableOn(
  colour: string,
  grounds: readonly string[],
  least: number,
  towards: 'darker' | 'lighter',
): string {
  const holds = (one: string): boolean => grounds.every((ground) => contrastOf(one, ground) >= least)
  if (holds(colour)) return colour
  const { h, c, l } = toOklch(colour) as Oklch
  const step = towards === 'darker' ? -0.005 : 0.005
  for (let lightness = l + step; lightness > 0 && lightness < 1; lightness += step) {
    const tried = formatHex(
      clampChroma({ mode: 'oklch', l: lightness, c, ...(h !== undefined && { h }) }, 'oklch'),
    )
    if (holds(tried)) return tried
  }
  return towards === 'darker' ? '#000000' : '#ffffff'
}

/** `part` (0 to 1) of `over` laid on `ground`, as `color-mix(in srgb, …)` mixes. */
export function mixed(over: string, ground: string, part: number): string {
  const bytes = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  const under = bytes(ground)
  const parts = bytes(over).map((value, at) => Math.round(value * part + under[at]! * (1 - part)))
  return `#${parts.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}
