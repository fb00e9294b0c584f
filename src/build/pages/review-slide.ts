/** One slide of the review page: its content without a stage, then what was said. */
import type { CompiledSlide } from '../../compiler/compiled.ts'
import { SITE_ROOT } from '../../compiler/deck.ts'
import { classes } from '../../shared/markup.ts'
import { REVIEW_SLIDE_CLASS } from '../../shared/review.ts'
import type { ReviewWords } from '../../shared/review-words.ts'
import { slideWordsIn } from '../../shared/words/slide-words.ts'
import { attributesHtml, escapeHtml, resolveSiteUrls } from './html.ts'
import { backgroundStyle } from './print-page.ts'
import { foldAnswers } from './review-questions.ts'
import { slideClasses } from './slide-section.ts'

export interface ReviewSlideOptions {
  /** The way from the page to the site's root. */
  root: string
  /** Address of the lecture page. */
  lecture: string
  /** The deck's language. */
  lang: string
  say: ReviewWords
  /** Text beside the slide's number. */
  facts: string
  /** HTML that stands under the slide, before its notes. */
  after: string
  /** Number of the slide in the deck, from 0. */
  index: number
}

/** A link to the lecture of another deck, to a slide of it or to a step. */
const OTHER_LECTURE = new RegExp(`href="(${SITE_ROOT}[^"/]+/)index\\.html(?:#/([^"/]*)[^"]*)?"`, 'g')
const REVIEW_PAGE = 'review/index.html'

/** Smallest type of a drawing on screen, px. */
const READABLE = 16

/** `<article id=SLUG><div class="slide …">HTML</div><aside class="notes">…</aside></article>` */
export function reviewSlide(slide: CompiledSlide, options: ReviewSlideOptions): string {
  const { say, root } = options
  const article = attributesHtml({
    id: slide.slug,
    class: REVIEW_SLIDE_CLASS,
    'aria-label': slide.title || slide.slug,
    'data-hash': slide.hash,
    'data-steps': String(slide.steps),
    'data-source': slide.source,
  })
  const { style, lang, dir } = slide.attributes
  const box = attributesHtml({ class: slideClasses(slide), style, lang, dir })
  const shown = foldAnswers(slide.html, slideWordsIn(options.lang).answer)
  const content = withReadableDrawings(toReading(shown))
  const notes = slide.notes
    ? `<aside class="${classes.notes}" role="note" aria-label="${say.spoken}"><p class="notes-label">${say.spoken}</p>${toReading(slide.notes)}</aside>`
    : ''
  const present = `${options.lecture}#/${encodeURIComponent(slide.slug)}`
  const tools = `<div class="slide-tools"><span class="slide-place">${options.index + 1}${options.facts && ` <span class="review-facts">${options.facts}</span>`}</span><a class="tool present-link" href="${escapeHtml(present)}" aria-label="${say.presentSlide}: ${escapeHtml(slide.title || slide.slug)}">${say.present}</a></div>`
  const html = `<article${article}><div class="review-sheet"${backgroundStyle(slide.attributes, root)}><div${box}>${content}</div></div>${tools}${options.after}${notes}</article>`
  return resolveSiteUrls(html, root)
}

/** Leads links to slides, of this deck and of others, to the pages for reading. */
function toReading(html: string): string {
  return html
    .replaceAll('href="#/', 'href="#')
    .replace(
      OTHER_LECTURE,
      (_, folder: string, slide = '') => `href="${folder}${REVIEW_PAGE}${slide === '' ? '' : `#${slide}`}"`,
    )
}

/** Tells each drawing how wide it must be for its smallest words to be read: on a phone it then moves in its own box. */
function withReadableDrawings(html: string): string {
  return html.replace(
    /<figure class="([^"]*\bdrawing\b[^"]*)"([^>]*)>(?=\s*<svg\b)/g,
    (tag, names: string, rest: string, at: number) => {
      const drawing = html.slice(at, html.indexOf('</figure>', at))
      const width = Number(/viewBox="[\d.-]+ [\d.-]+ ([\d.]+)/.exec(drawing)?.[1])
      const sizes = [...drawing.matchAll(/<(?:text|g|svg)\b[^>]*?\bfont-size="([\d.]+)"/g)].map((match) =>
        Number(match[1]),
      )
      if (!(width > 0) || sizes.length === 0) return tag
      const readable = Math.ceil(Math.min(width, (width * READABLE) / Math.min(...sizes))) + 1
      const style = /\bstyle="([^"]*)"/.exec(rest)?.[1]
      const others = rest.replace(/\s*\bstyle="[^"]*"/, '')
      return `<figure class="${names}"${others} style="${style ? `${style};` : ''}--readable:${readable}px">`
    },
  )
}
