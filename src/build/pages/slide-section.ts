/** One slide as `<section>`, alike in the lecture page, the print page and the patches of the dev server. */
import type { Compiled, CompiledSlide } from '../../compiler/compiled.ts'
import {
  FILLED_CLASS,
  INVERT_CLASS,
  OPENER_CLASS,
  PARKED_ESCAPE,
  PARKED_SLIDE_TYPE,
  SLIDE_CLASS,
  classes,
} from '../../shared/markup.ts'
import { attributesHtml, resolveSiteUrls } from './html.ts'

/** On a picture or gradient that its author calls dark: Reveal would take its own class off again. */
const ON_DARK_CLASS = 'on-dark'

export interface SectionOptions {
  /** The way from the page to the site's root. */
  root: string
  /** With notes in `<aside class="notes">`; default true. */
  notes?: boolean
  /** Content as raw text for the runtime to mount; default false. */
  parked?: boolean
}

/** The slides that are shown at all: `visibility=hidden` takes a slide out of every page. */
export function shownSlides(compiled: Compiled): CompiledSlide[] {
  return compiled.slides.filter((slide) => slide.attributes['data-visibility'] !== 'hidden')
}

/** `<section id=SLUG class="slide layout-NAME" data-source=FILE:LINE …>HTML<aside class="notes">…</aside></section>` */
export function slideSection(
  slide: CompiledSlide,
  { root, notes = true, parked = false }: SectionOptions,
): string {
  const { class: _, ...attributes } = slide.attributes
  const aside = notes && slide.notes ? `<aside class="${classes.notes}">${slide.notes}</aside>` : ''
  const content = resolveSiteUrls(slide.html + aside, root)
  const opening = attributesHtml({
    id: slide.slug,
    class: slideClasses(slide),
    'data-source': slide.source,
    // A group, not a region: hundreds of regions would bury the page's own.
    role: 'group',
    'aria-roledescription': 'slide',
    'aria-label': slide.title || undefined,
    ...attributes,
  })
  return `<section${resolveSiteUrls(opening, root)}>${parked ? park(content) : content}</section>`
}

/** The classes that layouts and themes hang on. */
export function slideClasses(slide: CompiledSlide): string {
  const names = [SLIDE_CLASS, slide.attributes.class, isOpener(slide) ? OPENER_CLASS : '', fill(slide)]
  return names.filter(Boolean).join(' ')
}

/** A section's slide with nothing but words on it. */
function isOpener({ attributes, html }: CompiledSlide): boolean {
  const section = /(?:^| )layout-section(?: |$)/.test(attributes.class ?? '')
  const own = html.replace(/<(header|footer|div) class="furniture[^]*?<\/\1>/g, '')
  return section && !/<(?:blockquote|div|figure|img|ol|pre|svg|table|ul|video)\b/.test(own)
}

/**
 * What lies behind a slide: its own background where it has one (then with Reveal's class for dark and light colours,
 * here without Reveal too; how dark a picture or gradient is, `.invert` says); else the section's colour behind titles,
 * openers and what is marked `.invert`, or paper.
 */
function fill(slide: CompiledSlide): string {
  const names = (slide.attributes.class ?? '').split(' ')
  if (Object.keys(slide.attributes).some((key) => key.startsWith('data-background'))) {
    return backgroundClass(slide) || (names.includes(INVERT_CLASS) ? ON_DARK_CLASS : '')
  }
  const filled = isOpener(slide) || names.includes(INVERT_CLASS) || names.includes('layout-title')
  return filled ? FILLED_CLASS : ''
}

function backgroundClass({ attributes }: CompiledSlide): string {
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(attributes['data-background-color'] ?? '')?.[1]
  if (!hex) return ''
  const [red, green, blue] = (hex.length === 3 ? hex.replace(/./g, '$&$&') : hex)
    .match(/../g)!
    .map((part) => Number.parseInt(part, 16))
  // As Reveal weighs the channels.
  const brightness = (red! * 299 + green! * 587 + blue! * 114) / 1000
  return brightness < 128 ? 'has-dark-background' : 'has-light-background'
}

/** A far slide's content as raw text: it costs no nodes, and the parser passes over it. */
function park(content: string): string {
  const text = content.replace(/<(?=!--|\/?script)/gi, PARKED_ESCAPE)
  return `<script type="${PARKED_SLIDE_TYPE}">${text}</script>`
}
