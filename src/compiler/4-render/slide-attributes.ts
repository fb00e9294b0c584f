/** The attributes of a slide's `<section>`. */
import type { Node } from 'unist'
import { placeOnSlide } from '../attribute-place.ts'
import type { Context } from '../context.ts'
import { directionOf } from '../direction.ts'
import type { Slide } from '../deck.ts'
import { isLocal } from './assets.ts'
import { safeStyle } from './safe-style.ts'
import type { SlideRenderer } from './slide-renderer.ts'

const assetKeys = ['data-background-image', 'data-background-video', 'data-background-iframe']
/** Reveal takes several files and colours as well; only what is no picture and no film is refused. */
const foreign = /^\s*(?!https?:|data:(?:image|video|audio)\/|blob:)[a-z][a-z0-9+.-]*:/i

/**
 * `class` with the layout, and Reveal's `data-*` with their files resolved. They do not pass through the sanitizer of
 * the content: unless the project trusts the deck, `style` keeps harmless properties, a background loads no script, and
 * only allowed hosts give pages.
 * A slide in another language runs its way. Reports `asset-missing`, `html-unsafe`.
 */
export function slideAttributes(
  slide: Slide,
  context: Context,
  renderer: SlideRenderer,
): Record<string, string> {
  const result: Record<string, string> = {}
  const names = [...(slide.layout ? [`layout-${slide.layout}`] : []), ...slide.attributes.classes]
  if (names.length > 0) result.class = names.join(' ')
  for (const [key, value] of Object.entries(slide.attributes.values)) {
    if (!/^(?:data-[\w-]+|style|lang|dir|aria-[\w-]+)$/.test(key)) continue
    const safe = context.trustHtml ? value : safeValue(key, value, context)
    if (safe !== value) context.report('html-unsafe', slide, `\`${key}="${value}"\` is not allowed in a deck`)
    if (safe === undefined) continue
    // A file that is missing is left out: a page asks for nothing that is not there.
    const shown =
      assetKeys.includes(key) && isLocal(safe)
        ? renderer.resolve(safe, { ...slide, position: placeOf(slide, key, context) })
        : safe
    if (shown !== undefined) result[key] = shown
  }
  if (result.lang && !result.dir && directionOf(result.lang) !== context.facts.dir)
    result.dir = directionOf(result.lang)
  return result
}

/** Where the attribute stands: as written, or as `background`, which stands for several. */
function placeOf(slide: Slide, key: string, { file }: Context): Node['position'] {
  for (const name of [key, key.replace(/^data-/, ''), 'background', 'data-background']) {
    const place = placeOnSlide(file, slide, name)
    if (place && 'line' in place) return { start: place, end: place }
  }
  return slide.position
}

/** What of an attribute's value may stand in the page; undefined: nothing. */
function safeValue(key: string, value: string, { iframeHosts }: Context): string | undefined {
  if (key === 'style') {
    const { style, refused } = safeStyle(value)
    return refused.length === 0 ? value : style || undefined
  }
  if (key.startsWith('data-preview') || key === 'data-markdown') return undefined
  if (!key.startsWith('data-background')) return value
  if (key === 'data-background-iframe') {
    // A page beside the deck would run as one of the site's own.
    const host = /^https:\/\/([^/?#@\\]+)(?:[/?#]|$)/i.exec(value)?.[1]?.toLowerCase()
    return host !== undefined && iframeHosts.includes(host) ? value : undefined
  }
  if (/^data-background-(?:color|gradient|size|position|repeat|opacity)$/.test(key)) {
    // These become declarations of a style.
    return !value.includes(';') && safeStyle(`background:${value}`).refused.length === 0 ? value : undefined
  }
  return foreign.test(value) ? undefined : value
}
