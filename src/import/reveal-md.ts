/** reveal-md and plain Reveal: separators of their own; comments for slides and elements stay as they are. */
import { cutDeck, factsOf, isRule, mapLines, takeFact, type SourceDeck } from './source-deck.ts'

/** Keys of reveal-md and of Reveal's own settings. */
const settings = [
  'revealOptions',
  'separator',
  'verticalSeparator',
  'theme',
  'highlightTheme',
  'css',
  'scripts',
  'preprocessor',
  'notesSeparator',
  'enableMenu',
  'enableChalkboard',
  'enableTitleFooter',
]

/** Slides as elements, in Markdown. */
const SECTION = /^\s*(?:<\/section>\s*)?<section\b[^>]*>\s*$|^\s*<\/section>\s*$/

/** Reads a deck of reveal-md with the separators that its front matter names, or the usual ones. */
export function fromRevealMd(source: string): SourceDeck {
  const head = cutDeck(source, () => false)
  const { separator, verticalSeparator, revealOptions } = factsOf(head)
  const patterns = [separator, verticalSeparator].flatMap((pattern) => compiled(pattern))
  const usual = (line: string): boolean =>
    isRule(line) ||
    SECTION.test(line) ||
    /^(?:---v|\*{3,}v?)\s*$/.test(line) ||
    /^\s*<!--\s*[svh]\s*-->\s*$/.test(line)
  const deck = cutDeck(
    source,
    patterns.length > 0 ? (line) => patterns.some((pattern) => pattern.test(line)) : usual,
  )
  const options =
    typeof revealOptions === 'object' && revealOptions !== null
      ? (revealOptions as Record<string, unknown>)
      : {}
  for (const key of settings) takeFact(deck, key)
  if (['none', 'fade', 'slide'].includes(String(options.transition)))
    deck.facts.set('transition', options.transition)
  if (options.slideNumber !== undefined) deck.facts.set('slide-number', Boolean(options.slideNumber))
  deck.facts.set('split', 'rules')
  deck.facts.set('title-slide', false)
  deck.slides = deck.slides.filter(
    (slide, index) => index === 0 || slide.lines.some((line) => line.trim() !== ''),
  )
  for (const slide of deck.slides) slide.lines = columns(slide.lines)
  return deck
}

const marks: Readonly<Record<string, string[]>> = {
  colstart: ['', '::::columns', ':::column', ''],
  col: ['', ':::', ':::column', ''],
  colend: ['', ':::', '::::', ''],
}

/** `<!-- colstart -->`, `<!-- col -->`, `<!-- colend -->`, where a slide has all three. */
function columns(lines: string[]): string[] {
  const markOf = (line: string) => /^\s*<!--\s*(colstart|col|colend)\s*-->\s*$/.exec(line)?.[1]
  if (!lines.some((line) => markOf(line) === 'colend')) return lines
  return mapLines(lines, (line, _index, fenced) => {
    const mark = fenced ? undefined : markOf(line)
    return mark === undefined ? undefined : marks[mark]
  })
}

/** The separator of a front matter is a regular expression over several lines; what it says of one line is enough. */
function compiled(pattern: unknown): RegExp[] {
  if (typeof pattern !== 'string' || pattern === '') return []
  const line = pattern
    .replace(/\\r\?|\\r/g, '')
    .replace(/^\^?(?:\\n|\n)+|(?:\\n|\n)+\$?$/g, '')
    .replace(/^\^|\$$/g, '')
  try {
    return [new RegExp(`^(?:${line})\\s*$`)]
  } catch {
    return []
  }
}
