/** The few marks that the lecture's figures are made of. Sizes are px of the 1280 × 720 px stage. */

/** Colours are the theme's, so a figure is light or dark as its slide is. */
export const ink = 'var(--ink)'
export const soft = 'var(--ink-soft)'
export const rule = 'var(--rule)'
export const paper = 'var(--paper)'
export const surface = 'var(--surface)'
export const blue = 'var(--series-1)'
export const warm = 'var(--series-2)'
export const green = 'var(--series-3)'
export const violet = 'var(--series-4)'
export const gold = 'var(--series-5)'
/** For lines that only lead the eye: axes, stems, arrows without a meaning of their own. */
export const quiet = 'var(--series-quiet)'

interface TextOptions {
  /** At least 24; axis labels may go down to 18. */
  size?: number
  anchor?: 'start' | 'middle' | 'end'
  weight?: 400 | 600 | 700
  fill?: string
  italic?: boolean
  /** Keeps the text readable over lines: a rim in the colour of the paper. */
  halo?: boolean
  /** In the type of headlines. */
  display?: boolean
  /** In the type of code. */
  code?: boolean
  /** Crossed out. */
  struck?: boolean
  /** A subscript at the end. */
  sub?: string
}

interface StrokeOptions {
  stroke?: string
  width?: number
  dash?: string
  opacity?: number
  fill?: string
  /** Puts an arrow head at the end. */
  arrow?: boolean
}

const number = (value: number) => String(Math.round(value * 10) / 10)
const escape = (value: string) => value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

/** `series-1` of `var(--series-1)`. */
const nameOf = (colour: string) => /--([\w-]+)/.exec(colour)?.[1] ?? 'ink'

/** A whole drawing; arrow heads come with the colours in use. */
export function drawing(width: number, height: number, ...children: string[]): string {
  const body = children.filter(Boolean).join('\n')
  const heads = [ink, soft, quiet, blue, warm, green, violet, gold]
    .filter((colour) => body.includes(`url(#head-${nameOf(colour)})`))
    .map(
      (colour) =>
        `<marker id="head-${nameOf(colour)}" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="6.5" markerHeight="6.5" markerUnits="strokeWidth" orient="auto-start-reverse"><path d="M0 0.5 9.5 5 0 9.5z" fill="${colour}"/></marker>`,
    )
  const defs = heads.length > 0 ? `<defs>${heads.join('')}</defs>\n` : ''
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${number(width)} ${number(height)}">\n${defs}${body}\n</svg>\n`
}

/** What comes with the figure's step `at`, counted from 1. `effect` is a class of Reveal's: `fade-out`, `fade-in-then-out`. */
export function step(at: number, children: string | string[], effect?: string): string {
  const body = Array.isArray(children) ? children.join('') : children
  return `<g data-step="${at}"${effect ? ` class="${effect}"` : ''}>${body}</g>`
}

/** Moves what it holds. */
export function moved(x: number, y: number, ...children: string[]): string {
  return `<g transform="translate(${number(x)} ${number(y)})">${children.join('')}</g>`
}

/** One line of text; `y` is its baseline. */
export function text(x: number, y: number, value: string, options: TextOptions = {}): string {
  const {
    size = 24,
    anchor = 'middle',
    weight = 400,
    fill = ink,
    italic,
    halo,
    display,
    code,
    struck,
    sub,
  } = options
  const extra = [
    weight === 400 ? '' : ` font-weight="${weight}"`,
    italic ? ' font-style="italic"' : '',
    struck ? ' text-decoration="line-through"' : '',
    display ? ' font-family="var(--font-heading)"' : code ? ' font-family="var(--font-code)"' : '',
    halo ? ` stroke="${paper}" stroke-width="6" stroke-linejoin="round" paint-order="stroke"` : '',
  ].join('')
  const below = sub
    ? `<tspan font-size="${number(size * 0.72)}" dy="${number(size * 0.24)}">${escape(sub)}</tspan>`
    : ''
  return `<text x="${number(x)}" y="${number(y)}" font-size="${size}" text-anchor="${anchor}" fill="${fill}"${extra}>${escape(value)}${below}</text>`
}

/** Several lines of text, the first with its baseline at `y`. */
export function lines(
  x: number,
  y: number,
  values: string[],
  options: TextOptions & { leading?: number } = {},
) {
  const { leading = (options.size ?? 24) * 1.28, ...rest } = options
  return values.map((value, index) => text(x, y + index * leading, value, rest)).join('')
}

/** Any path: `d` is SVG path syntax, as the shapes of d3 give it. */
export function path(d: string | null, options: StrokeOptions = {}): string {
  const { stroke = quiet, width = 2.5, dash, opacity, fill = 'none', arrow } = options
  const extra = `${dash ? ` stroke-dasharray="${dash}"` : ''}${opacity === undefined ? '' : ` opacity="${opacity}"`}${arrow ? ` marker-end="url(#head-${nameOf(stroke)})"` : ''}`
  return `<path d="${d ?? ''}" fill="${fill}" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${extra}/>`
}

/** A straight line. */
export function line(x1: number, y1: number, x2: number, y2: number, options: StrokeOptions = {}): string {
  return path(`M${number(x1)} ${number(y1)}L${number(x2)} ${number(y2)}`, options)
}

/** A curve from one place to another that leaves and arrives level: for links between boxes. */
export function link(x1: number, y1: number, x2: number, y2: number, options: StrokeOptions = {}): string {
  const half = (x1 + x2) / 2
  return path(
    `M${number(x1)} ${number(y1)}C${number(half)} ${number(y1)} ${number(half)} ${number(y2)} ${number(x2)} ${number(y2)}`,
    options,
  )
}

/** A line through points. */
export function polyline(points: [number, number][], options: StrokeOptions = {}): string {
  return path(`M${points.map(([x, y]) => `${number(x)} ${number(y)}`).join('L')}`, options)
}

/** A dot, hollow where `hollow` is set; `data` keeps the number behind it for the tests. */
export function dot(
  x: number,
  y: number,
  radius: number,
  fill: string,
  options: { hollow?: boolean; data?: string } = {},
): string {
  const paint = options.hollow ? `fill="${paper}" stroke="${fill}" stroke-width="3.5"` : `fill="${fill}"`
  const data = options.data ? ` data-value="${escape(options.data)}"` : ''
  return `<circle cx="${number(x)}" cy="${number(y)}" r="${number(radius)}" ${paint}${data}/>`
}

/** A rectangle with rounded corners, tinted by its own stroke; `tint: 1` fills it, `width: 0` takes the rim away. */
export function box(
  x: number,
  y: number,
  width: number,
  height: number,
  options: Omit<StrokeOptions, 'arrow'> & { radius?: number; tint?: number; data?: string } = {},
): string {
  const { stroke = quiet, fill = stroke, tint = 0.1, radius = 12, dash, data, opacity } = options
  const rim = options.width ?? 2.5
  return `<rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}" rx="${radius}" fill="${fill}" fill-opacity="${tint}"${rim > 0 ? ` stroke="${stroke}" stroke-width="${rim}"` : ''}${dash ? ` stroke-dasharray="${dash}"` : ''}${opacity === undefined ? '' : ` opacity="${opacity}"`}${data ? ` data-value="${escape(data)}"` : ''}/>`
}

/** A box with its label in the middle. */
export function labelled(
  x: number,
  y: number,
  width: number,
  height: number,
  label: string,
  colour = quiet,
  options: TextOptions & { tint?: number } = {},
): string {
  const { size = 24, tint, fill = colour === quiet ? ink : colour, weight = 600, ...rest } = options
  return (
    box(x, y, width, height, { stroke: colour, tint }) +
    text(x + width / 2, y + height / 2 + size * 0.35, label, { size, fill, weight, ...rest })
  )
}
