/**
 * Where a marked passage stands in a slide's text: described by its words and what stands around them, found again
 * after the slide was edited. The `TextQuoteSelector` of the W3C's Web Annotation model (`exact`, `prefix`, `suffix`).
 */
import { dice } from '../../../shared/likeness.ts'

export interface Quote {
  quote: string
  before: string
  after: string
}

/** A passage: characters from `start` up to `end`. */
export interface Span {
  start: number
  end: number
}

/** Characters of context on either side. */
const AROUND = 32
/** Of a quote's characters, how many may have changed. */
const CHANGED = 0.4
/** Words and context together must be as alike as this, from 0 to 1. */
const ALIKE = 0.6
/** A quote as long as this, to the letter, is found wherever it stands. */
const LONG = 12

/** Describes a passage of `text`. */
export function quoteOf(text: string, { start, end }: Span): Quote {
  return {
    quote: text.slice(start, end),
    before: text.slice(Math.max(0, start - AROUND), start),
    after: text.slice(end, end + AROUND),
  }
}

/** The place of a passage in `text`, which may have been edited since; undefined where nothing is alike enough. */
export function findQuote(text: string, quote: Quote): Span | undefined {
  const exact = bestOf(text, quote, exactPlaces(text, quote.quote))
  if (exact) return exact
  const near = bestOf(text, quote, nearPlaces(text, quote.quote))
  return near && wholeWords(text, near)
}

/** What was found by likeness may begin or end within a word that is new. */
function wholeWords(text: string, { start, end }: Span): Span {
  const inWord = (at: number): boolean =>
    at > 0 && at < text.length && isLetter(text[at - 1]!) && isLetter(text[at]!)
  let [from, to] = [start, end]
  while (inWord(from)) from--
  while (inWord(to)) to++
  return { start: from, end: to }
}

/** Letters of scripts that put spaces between words. */
function isLetter(letter: string): boolean {
  return (
    /[\p{L}\p{N}]/u.test(letter) && !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(letter)
  )
}

interface Place extends Span {
  /** Characters that differ from the quote. */
  errors: number
}

function bestOf(text: string, { quote, before, after }: Quote, places: Iterable<Place>): Span | undefined {
  let best: (Span & { score: number }) | undefined
  for (const { start, end, errors } of places) {
    // As much as was kept; at a slide's edge that is nothing, and must be nothing again.
    const [head, tail] = [before.length || AROUND, after.length || AROUND]
    const around =
      context(before, text.slice(Math.max(0, start - head), start)) +
      context(after, text.slice(end, end + tail))
    const words = errors === 0 && isLong(quote) ? ALIKE : (1 - errors / quote.length) / 2
    const score = words + around / 4
    if (score >= ALIKE && score > (best?.score ?? 0)) best = { start, end, score }
  }
  return best && { start: best.start, end: best.end }
}

/** Whether a quote says so much that it is known without its context; a Chinese character says as much as a word. */
export function isLong(quote: string): boolean {
  return quote.length + 2 * (quote.match(/\p{Script=Han}/gu)?.length ?? 0) >= LONG
}

function context(a: string, b: string): number {
  return a === b ? 1 : dice(a, b)
}

function* exactPlaces(text: string, quote: string): Generator<Place> {
  if (quote === '') return
  for (let start = text.indexOf(quote); start >= 0; start = text.indexOf(quote, start + 1))
    yield { start, end: start + quote.length, errors: 0 }
}

/**
 * Places that are the quote but for few changes: the end of each, its start, and how many characters differ (Sellers'
 * algorithm, with each cell carrying where its path began).
 */
function* nearPlaces(text: string, quote: string): Generator<Place> {
  const most = Math.floor(quote.length * CHANGED)
  let costs = Array.from({ length: quote.length + 1 }, (_, index) => index)
  let starts = costs.map(() => 0)
  for (let at = 0; at < text.length; at++) {
    const next = [0]
    const from = [at + 1]
    for (let index = 1; index <= quote.length; index++) {
      const same = costs[index - 1]! + (text[at] === quote[index - 1] ? 0 : 1)
      const more = costs[index]! + 1
      const less = next[index - 1]! + 1
      const least = Math.min(same, more, less)
      next.push(least)
      from.push(least === same ? starts[index - 1]! : least === more ? starts[index]! : from[index - 1]!)
    }
    costs = next
    starts = from
    const errors = costs[quote.length]!
    const start = starts[quote.length]!
    if (errors <= most && start <= at) yield { start, end: at + 1, errors }
  }
}
