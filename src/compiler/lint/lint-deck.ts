/** What can be told from the finished deck: what a lecturer would want to know before the lecture. */
import type { Image, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { Parent } from 'unist'
import type { Context } from '../context.ts'
import type { Deck, Figure, Section, Slide } from '../deck.ts'
import { slidesOf, walk } from '../walk.ts'

/** More than this on one slide is read, not listened to; a Han character counts as six tenths of a word. */
const MOST_WORDS = 150
/** Only where nearly all slides have a heading is one without an oversight. */
const MOSTLY = 0.8
const FEWEST_SLIDES = 5

/**
 * Reports `slide-heading`, `heading-repeated`, `slide-words`, `asset-alt`, `notes-missing` (off unless the project wants
 * it). Slides that Lectern makes by itself (title, references) are left out.
 */
export function lintDeck(deck: Deck, context: Context): void {
  const slides = slidesOf(deck).filter(isWritten)
  const headed = slides.filter(hasHeading).length
  const wantsHeadings = slides.length >= FEWEST_SLIDES && headed >= slides.length * MOSTLY
  for (const slide of slides) {
    if (wantsHeadings && !hasHeading(slide)) lintHeading(slide, context)
    lintWords(slide, context)
    lintImages(slide, context)
    if (slide.notes.length === 0 && slide.layout !== 'section') {
      const reason = `The slide “${slide.title}” has no notes`
      context.report('notes-missing', placeOf(slide), reason)
    }
  }
  for (const section of deck.children) lintRepeated(section, context)
}

function isWritten(slide: Slide): boolean {
  return (
    slide.layout !== 'title' &&
    slide.position !== undefined &&
    !slide.children.some((node) => node.type === 'bibliography')
  )
}

function hasHeading(slide: Slide): boolean {
  return slide.children.some((node) => node.type === 'heading') || slide.attributes.classes.includes('title')
}

function placeOf(slide: Slide): Slide | RootContent {
  return slide.children.find((node) => node.position) ?? slide
}

/** A picture or a quotation alone needs none. */
function lintHeading(slide: Slide, context: Context): void {
  const speaks = slide.children.some((node) => node.type === 'list' || node.type === 'paragraph')
  if (!speaks || wordsOf(slide) < 12) return
  context.report('slide-heading', placeOf(slide), 'This slide has no heading, nearly all others have one')
}

/** Neighbours with one heading go on from each other; with others between them they cannot be told apart. */
function lintRepeated(section: Section, context: Context): void {
  const last = new Map<string, number>()
  for (const [index, slide] of section.children.entries()) {
    if (slide.depth === 0 || slide.title === '') continue
    const before = last.get(slide.title)
    if (before !== undefined && before < index - 1 && !isContinued(section, before, index)) {
      const reason = `“${slide.title}” is the heading of another slide of this section, too`
      context.report('heading-repeated', placeOf(slide), reason)
    }
    last.set(slide.title, index)
  }
}

/** Only slides without a heading of their own lie between. */
function isContinued({ children }: Section, from: number, to: number): boolean {
  return children.slice(from + 1, to).every(({ depth }) => depth === 0)
}

function lintWords(slide: Slide, context: Context): void {
  const words = wordsOf(slide)
  if (words <= MOST_WORDS) return
  const reason = `The slide “${slide.title}” has some ${Math.round(words / 10) * 10} words`
  context.report('slide-words', placeOf(slide), reason)
}

const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*/gu

const looked = new Set(['table', 'footnotes', 'footnoteDefinition'])

/** Words that stand on the slide; code, formulas, drawings, tables and footnotes are looked at or up. */
function wordsOf(slide: Slide): number {
  let text = ''
  walk(slide, (node) => {
    if (looked.has(node.type)) return false
    if (node.type === 'text') text += `${node.value} `
    return true
  })
  const han = text.match(HAN)?.length ?? 0
  return han * 0.6 + (text.replace(HAN, ' ').match(WORD)?.length ?? 0)
}

function lintImages(slide: Slide, context: Context): void {
  const visit = (parent: Parent, captioned: boolean): void => {
    for (const node of parent.children as RootContent[]) {
      if (node.type === 'image') {
        if (!captioned) lintImage(node, context)
      } else if (node.type === 'html') lintHtml(node.value, node, context)
      else if ('children' in node) {
        const { caption = [] } = node as Partial<Figure>
        visit(node as Parent, captioned || (node.type === 'figure' && toString(caption) !== ''))
      }
    }
  }
  visit(slide, false)
}

/** `{alt=""}` says that a picture is mere decoration. */
function lintImage(image: Image, context: Context): void {
  const { values = {} } = image.data?.attributes ?? {}
  if (image.alt || image.title || 'alt' in values) return
  context.report(
    'asset-alt',
    image,
    `The image \`${shorten(image.url)}\` has no words for those who do not see it`,
  )
}

function lintHtml(html: string, node: RootContent, context: Context): void {
  const tag = /<img\b(?![^>]*\salt\s*=)[^>]*>/i.exec(html)
  if (!tag) return
  const name = /\ssrc\s*=\s*["']?([^"'\s>]+)/i.exec(tag[0])?.[1] ?? '<img>'
  const reason = `The image \`${shorten(name)}\` has no words for those who do not see it`
  context.report('asset-alt', node, reason, { fix: 'Write `alt="what it shows"` into the tag.' })
}

function shorten(url: string): string {
  return url.length > 60 ? `${url.slice(0, 57)}…` : url
}
