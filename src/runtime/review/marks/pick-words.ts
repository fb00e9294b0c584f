/** Words chosen by keyboard alone: arrow keys move over the words of a slide and take more of them. */
import { markWords } from '../page-words.ts'
import { element } from '../quiz-dom.ts'
import type { Span } from './anchor.ts'
import { slideText, type SlideText } from './slide-text.ts'

/** Begins at the slide with the focus, or the one that is being read. `done` is called when words were chosen. */
export function pickWords(slides: readonly HTMLElement[], lang: string, done: () => void): { start(): void } {
  const status = element('p', 'visually-hidden')
  status.role = 'status'
  document.body.append(status)
  let text: SlideText
  let words: Span[] = []
  let first = 0
  let last = 0
  let forward = 'ArrowRight'

  const show = (): void => {
    const range = text.rangeOf({ start: words[first]!.start, end: words[last]!.end })
    const selection = getSelection()!
    selection.removeAllRanges()
    selection.addRange(range)
    status.textContent = range.toString()
    const { top, bottom } = range.getBoundingClientRect()
    const bar = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0
    if (top < bar || bottom > innerHeight - 80) scrollBy(0, top - innerHeight / 3)
  }
  /** Number of the word that begins the block after (or before) that of the word `from`. */
  const nextBlock = (from: number, by: 1 | -1): number => {
    const at = words[from]!.start
    const begins = text.blocks.filter((begin) => (by > 0 ? begin > at : begin <= at))
    const begin = by > 0 ? begins[0] : begins.at(-2)
    const found = words.findIndex(({ start }) => start >= (begin ?? -1))
    return begin === undefined ? (by > 0 ? words.length - 1 : 0) : found < 0 ? words.length - 1 : found
  }
  const press = (event: KeyboardEvent): void => {
    const { key, shiftKey } = event
    const by = key === forward ? 1 : key === 'ArrowLeft' || key === 'ArrowRight' ? -1 : 0
    if (key === 'Escape') {
      getSelection()?.removeAllRanges()
      return stop()
    }
    if (key === 'Enter' || key === 'm') {
      event.preventDefault()
      stop()
      return done()
    }
    if (by === 0 && key !== 'ArrowDown' && key !== 'ArrowUp') return key === 'Shift' ? undefined : stop()
    event.preventDefault()
    if (by !== 0 && shiftKey) last = within(last + by, first)
    else if (by !== 0) first = last = within((by > 0 ? last : first) + by)
    else if (shiftKey) last = Math.max(first, nextBlock(last, key === 'ArrowDown' ? 1 : -1) - 1)
    else first = last = nextBlock(first, key === 'ArrowDown' ? 1 : -1)
    show()
  }
  const within = (at: number, least = 0): number => Math.max(least, Math.min(at, words.length - 1))
  const stop = (): void => {
    document.removeEventListener('keydown', press, { capture: true })
    document.removeEventListener('pointerdown', stop)
  }

  return {
    start() {
      const slide = slideHere(slides)
      if (!slide) return
      stop()
      text = slideText(slide)
      words = wordsOf(text.text, lang)
      if (words.length === 0) return
      first = last = within(words.findIndex((word) => inView(text.rangeOf(word))))
      forward = getComputedStyle(slide).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
      show()
      status.textContent = `${markWords().pick} ${getSelection()!.toString()}`
      document.addEventListener('keydown', press, { capture: true })
      document.addEventListener('pointerdown', stop)
    },
  }
}

/** Words as a reader knows them, formulas whole. */
function wordsOf(text: string, lang: string): Span[] {
  const words: Span[] = []
  const add = (from: number, to: number): void => {
    const segments = new Intl.Segmenter(lang, { granularity: 'word' }).segment(text.slice(from, to))
    for (const { index, segment, isWordLike } of segments)
      if (isWordLike) words.push({ start: from + index, end: from + index + segment.length })
  }
  let at = 0
  for (const { index, 0: formula } of text.matchAll(/\$[^$]+\$/g)) {
    add(at, index)
    at = index + formula.length
    words.push({ start: index, end: at })
  }
  add(at, text.length)
  return words
}

function slideHere(slides: readonly HTMLElement[]): HTMLElement | undefined {
  const focused = document.activeElement?.closest<HTMLElement>('main article')
  const inSight = (slide: HTMLElement): boolean => {
    const { top, bottom } = slide.getBoundingClientRect()
    return bottom > innerHeight * 0.3 && top < innerHeight
  }
  return focused && inSight(focused) ? focused : slides.find(inSight)
}

function inView(range: Range): boolean {
  const { top, bottom } = range.getBoundingClientRect()
  return top > 60 && bottom < innerHeight && bottom > top
}
