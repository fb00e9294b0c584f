/** What a slide's layout does to its blocks, as `runtime/styles/layouts.css` has it. */
import { anyOf, isHidden } from './kinds.ts'
import { elements, has, type Tag } from './html.ts'
import type { ThemeMetrics } from './metrics.ts'

export interface LaidOut {
  /** The slide's content, with the layout's sizes as styles of its blocks. */
  tree: Tag
  /** Free space left and right together, in px. */
  sides: number
  /** Between two blocks, in em. */
  between: number
}

/** `classes` of the slide between spaces. */
export function laidOut(slide: Tag, classes: string, metrics: ThemeMetrics, stageWidth: number): LaidOut {
  const is = (name: string): boolean => classes.includes(` ${name} `)
  const { edge, gap, typeTitle, typeHeading } = metrics
  const shown = slide.children.filter((child) =>
    typeof child === 'string' ? child.trim() !== '' : !isHidden(child),
  )
  const first = shown.find((child) => typeof child !== 'string')
  const result = (sides: number, style: (tag: Tag) => string | undefined, between = gap): LaidOut => {
    const children = shown.map((child) => (typeof child === 'string' ? child : styled(child, style(child))))
    return { tree: { ...slide, children }, sides: sides * edge, between }
  }
  const heading = (tag: Tag): boolean => tag === first && /^h[123]$/.test(tag.name)
  const margin = (value: number): string => `;margin-bottom:${value}em`

  if (is('layout-title')) {
    const figure = shown.findIndex((child) => typeof child !== 'string' && child.name === 'figure')
    if (figure >= 0) shown.splice(figure, 1)
    const narrow = figure >= 0 ? 'max-width:52%;' : ''
    return result(
      2.5,
      (tag) => {
        if (heading(tag))
          return `font-size:${typeTitle * (figure >= 0 ? 0.69 : 1)}em;line-height:1.06;letter-spacing:-0.022em;max-width:${figure >= 0 ? '52%' : '16em'}${margin(0.12)}`
        if (has(tag, 'subtitle')) return `${narrow}font-size:1.3em;line-height:1.25${margin(1.2)}`
        return has(tag, 'institute') || has(tag, 'date') ? `${narrow}font-size:0.9em` : narrow
      },
      0.35,
    )
  }
  if (is('layout-section')) {
    const opener = is('section-opener') || !anyOf(slide, (tag) => OPAQUE.has(tag.name))
    if (opener)
      return result(
        3,
        (tag) =>
          heading(tag)
            ? `font-size:${typeTitle * 0.92}em;letter-spacing:-0.02em;max-width:16em${margin(0.15)}`
            : undefined,
        0.5,
      )
    return result(2, (tag) => (heading(tag) ? `font-size:${typeHeading * 1.15}em${margin(0.15)}` : undefined))
  }
  if (is('layout-full')) {
    // A picture from edge to edge and a heading over it take no room.
    const flat = shown.filter((child) => typeof child === 'string' || !(heading(child) || isPicture(child)))
    return { tree: { ...slide, children: flat }, sides: 0, between: gap }
  }
  if (is('layout-statement')) {
    const alone = first === undefined || !heading(first)
    return result(4, (tag) => {
      if (heading(tag))
        return `font-size:2.15em;line-height:1.15;max-width:18em${margin(shown.length > 1 ? 0.3 : 0.15)}`
      if (tag.name !== 'p' || has(tag, 'source')) return undefined
      return alone && tag === first ? 'font-size:1.9em;line-height:1.25' : 'font-size:1.15em'
    })
  }
  if (is('layout-quote'))
    return result(4, (tag) => {
      if (heading(tag)) return `font-size:1em${margin(0.15)}`
      return tag.name === 'blockquote'
        ? 'font-size:1.55em;line-height:1.35;padding:0;--last:0.62em'
        : undefined
    })
  const quoted =
    is('filled') || is('invert')
      ? (tag: Tag) =>
          tag.name === 'blockquote' ? 'font-size:1.8em;line-height:1.3;padding:0;--last:0.5em' : undefined
      : () => undefined
  const media = elements(slide).some((tag) => has(tag, 'layout-media'))
  const beside = media && (is('layout-image-left') || is('layout-image-right'))
  const sides = beside ? stageWidth / 2 / edge + 1.75 : 2
  // A headline keeps clear of the logo.
  const clear = elements(slide).some((tag) => has(tag, 'slide-logo')) && !is('layout-center') && !is('center')
  const head = `padding-inline-end:${clear ? 2.5 : 0}em${margin(0.15)}`
  return result(sides, (tag) => (heading(tag) && tag.name !== 'h3' ? head : quoted(tag)))
}

function isPicture(tag: Tag): boolean {
  return tag.name === 'figure' || (tag.name === 'p' && elements(tag).every(({ name }) => name === 'img'))
}

/** With one of these a section's slide is more than its name. */
const OPAQUE = new Set(['blockquote', 'div', 'figure', 'img', 'ol', 'pre', 'svg', 'table', 'ul', 'video'])

function styled(tag: Tag, style: string | undefined): Tag {
  if (!style) return tag
  return { ...tag, attributes: { ...tag.attributes, style: `${style};${tag.attributes.style ?? ''}` } }
}
