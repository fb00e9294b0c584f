/** The few marks that the lecture's figures are made of. Sizes are px at stage scale; text is at least 20 px. */

/** Colours by name; an image takes those of the page's scheme, light or dark. */
export const ink = 'var(--ink)'
export const rule = 'var(--rule)'
export const blue = 'var(--blue)'
export const warm = 'var(--warm)'
export const green = 'var(--green)'
export const violet = 'var(--violet)'

const light = {
  ink: '#545d6d',
  rule: '#8c95a3',
  blue: '#2563b8',
  warm: '#b4471b',
  green: '#1f7a55',
  violet: '#6a3d9a',
}
const dark = {
  ink: '#a6aebd',
  rule: '#69727f',
  blue: '#7fb0f5',
  warm: '#f3a36d',
  green: '#6fcba2',
  violet: '#c3a3ee',
}

const declare = (colours: Record<string, string>) =>
  `:root{${Object.entries(colours)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')}}`
const style = `<style>${declare(light)}@media (prefers-color-scheme:dark){${declare(dark)}}</style>`

/** `blue` of `var(--blue)`. */
const nameOf = (colour: string) => colour.slice(6, -1)

interface TextOptions {
  size?: number
  anchor?: 'start' | 'middle' | 'end'
  weight?: number
  fill?: string
  italic?: boolean
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

const family = "Inter, 'Noto Sans', 'Noto Sans SC', 'Open Sans', 'Helvetica Neue', Arial, sans-serif"
const round = (value: number) => String(Math.round(value * 10) / 10)
const escape = (value: string) => value.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** A whole picture; `title` is what a screen reader says of the bare file. */
export function svg(width: number, height: number, title: string, ...children: string[]): string {
  const heads = [ink, rule, blue, warm, green, violet].map(
    (colour) =>
      `<marker id="head-${nameOf(colour)}" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 0.5 9.5 5 0 9.5z" fill="${colour}"/></marker>`,
  )
  const body = children.filter(Boolean)
  const used = heads.filter((head) =>
    body.some((child) => child.includes(`url(#${/id="([^"]+)"/.exec(head)![1]})`)),
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${family}" role="img">`,
    `<title>${escape(title)}</title>`,
    style,
    ...(used.length ? [`<defs>${used.join('')}</defs>`] : []),
    ...body,
    '</svg>',
    '',
  ].join('\n')
}

/** One line of text; `y` is its baseline. */
export function text(x: number, y: number, value: string, options: TextOptions = {}): string {
  const { size = 22, anchor = 'middle', weight = 400, fill = ink, italic } = options
  const extra = `${weight === 400 ? '' : ` font-weight="${weight}"`}${italic ? ' font-style="italic"' : ''}`
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" text-anchor="${anchor}" fill="${fill}"${extra}>${escape(value)}</text>`
}

/** A polyline or, with curved data, any path: `d` is SVG path syntax. */
export function path(d: string, options: StrokeOptions = {}): string {
  const { stroke = rule, width = 2.5, dash, opacity, fill = 'none', arrow } = options
  const extra = `${dash ? ` stroke-dasharray="${dash}"` : ''}${opacity === undefined ? '' : ` opacity="${opacity}"`}${arrow ? ` marker-end="url(#head-${nameOf(stroke)})"` : ''}`
  return `<path d="${d}" fill="${fill}" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${extra}/>`
}

/** A straight line. */
export function line(x1: number, y1: number, x2: number, y2: number, options: StrokeOptions = {}): string {
  return path(`M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}`, options)
}

/** A line through points. */
export function polyline(points: [number, number][], options: StrokeOptions = {}): string {
  return path(`M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}`, options)
}

/** A dot, hollow where `hollow` is set; `data` keeps the number behind it for the tests. */
export function dot(
  x: number,
  y: number,
  radius: number,
  fill: string,
  options: { hollow?: boolean; data?: string } = {},
): string {
  const paint = options.hollow ? `fill="none" stroke="${fill}" stroke-width="3"` : `fill="${fill}"`
  const data = options.data ? ` data-value="${escape(options.data)}"` : ''
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${radius}" ${paint}${data}/>`
}

/** A rectangle with rounded corners, tinted by its own stroke. */
export function box(
  x: number,
  y: number,
  width: number,
  height: number,
  options: StrokeOptions & { radius?: number; tint?: number; data?: string } = {},
): string {
  const {
    stroke = rule,
    width: strokeWidth = 2.5,
    fill = stroke,
    tint = 0.12,
    radius = 10,
    dash,
    data,
  } = options
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${radius}" fill="${fill}" fill-opacity="${tint}" stroke="${stroke}" stroke-width="${strokeWidth}"${dash ? ` stroke-dasharray="${dash}"` : ''}${data ? ` data-value="${escape(data)}"` : ''}/>`
}

/** A box with its label in the middle. */
export function labelled(
  x: number,
  y: number,
  width: number,
  height: number,
  label: string,
  colour = rule,
  size = 22,
): string {
  return (
    box(x, y, width, height, { stroke: colour }) +
    text(x + width / 2, y + height / 2 + size * 0.35, label, {
      size,
      fill: colour === rule ? ink : colour,
      weight: 600,
    })
  )
}
