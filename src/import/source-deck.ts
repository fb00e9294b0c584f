/** A deck of another tool, cut into its slides; and the way back to text, as Lectern writes it. */
import { parseDocument, type Document, isMap } from 'yaml'

/** What could not be translated, or should be looked at. */
export interface Remark {
  /** From 1, in the file that is read. */
  line: number
  reason: string
}

export interface SourceSlide {
  lines: string[]
  /** Line of the file where it begins, from 1. */
  first: number
  id?: string
  classes: string[]
  values: Record<string, string>
  /** Markdown for the lecturer, in order. */
  notes: string[]
}

export interface SourceDeck {
  facts: Document
  slides: SourceSlide[]
  remarks: Remark[]
}

/** At any indent: fences stand in lists. */
const FENCE = /^\s*(`{3,}(?=[^`]*$)|~{3,})(.*)$/

/** Whether a line opens or closes a fence. */
export const isFence = (line: string): boolean => FENCE.test(line)

/** Calls back for each line with whether it stands in a fence; an array or a text takes the line's place. */
export function mapLines(
  lines: readonly string[],
  change: (line: string, index: number, fenced: boolean) => string | string[] | undefined,
): string[] {
  const result: string[] = []
  let fence: string | undefined
  let inComment = false
  for (const [index, line] of lines.entries()) {
    const mark = inComment ? null : FENCE.exec(line)
    const fenced = fence !== undefined
    if (!fenced) fence = mark?.[1]
    else if (mark?.[1]!.startsWith(fence!) && mark[2]!.trim() === '') fence = undefined
    if (fence === undefined) inComment = stillInComment(line, inComment)
    const changed = change(line, index, fenced)
    if (changed === undefined) result.push(line)
    else if (typeof changed === 'string') result.push(changed)
    else result.push(...changed)
  }
  return result
}

/**
 * Takes the front matter off and cuts the rest where `isBreak` says so, outside of fences and comments.
 */
export function cutDeck(source: string, isBreak: (line: string) => boolean): SourceDeck {
  const lines = source.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  let start = 0
  let facts = ''
  if (/^---\s*$/.test(lines[0] ?? '')) {
    const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line))
    if (end > 0 && lines.slice(1, end).some((line) => /^[\w-]+\s*:/.test(line))) {
      facts = lines.slice(1, end).join('\n')
      start = end + 1
    }
  }
  const slides: SourceSlide[] = []
  const open = (line: number): SourceSlide => {
    const slide: SourceSlide = { lines: [], first: line, classes: [], values: {}, notes: [] }
    slides.push(slide)
    return slide
  }
  let slide = open(start + 1)
  let inComment = false
  mapLines(lines.slice(start), (line, index, fenced) => {
    if (!fenced && !inComment && isBreak(line)) slide = open(start + index + 2)
    else slide.lines.push(line)
    if (!fenced) inComment = stillInComment(line, inComment)
    return undefined
  })
  return { facts: parseDocument(facts === '' ? '{}' : facts), slides, remarks: [] }
}

function stillInComment(line: string, inside: boolean): boolean {
  const opened = line.lastIndexOf('<!--')
  const closed = line.lastIndexOf('-->')
  if (opened < 0 && closed < 0) return inside
  return opened > closed
}

/** `---`, three dashes or more, alone on the line. */
export const isRule = (line: string): boolean => /^-{3,}\s*$/.test(line)

/** The deck's facts as a plain object, empty where they cannot be read. */
export function factsOf({ facts }: SourceDeck): Record<string, unknown> {
  const value: unknown = facts.errors.length > 0 ? {} : facts.toJS()
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

/** Takes a key out of the front matter and gives what it held. */
export function takeFact({ facts }: SourceDeck, key: string): unknown {
  if (!isMap(facts.contents) || !facts.has(key)) return undefined
  const value: unknown = facts.toJS()[key]
  facts.delete(key)
  return value
}

/** The deck as Lectern reads it: front matter, slides between `---`, attributes on headings, notes in `:::notes`. */
export function writeDeck(deck: SourceDeck): string {
  const { facts } = deck
  const empty = !isMap(facts.contents) || facts.contents.items.length === 0
  if (isMap(facts.contents)) facts.contents.flow = false
  const head = empty ? '' : `---\n${facts.toString({ lineWidth: 0 }).trim()}\n---\n\n`
  const bodies = deck.slides.map(writeSlide).filter((body, index) => body !== '' || index > 0)
  return `${head}${bodies.join('\n\n---\n\n')}\n`
}

function writeSlide(slide: SourceSlide): string {
  const lines = withoutGaps(slide.lines)
  const written = attributeList(slide)
  if (written !== '') {
    const at = lines.findIndex((line) => line.trim() !== '' && !/^\s*<!--.*-->\s*$/.test(line))
    const heading = /^(#{1,6}\s.*?)(?:\s+#+)?(?:\s*\{([^{}]*)\})?\s*$/.exec(lines[at] ?? '')
    if (heading)
      lines[at] = `${heading[1]!.trimEnd()} {${[heading[2]?.trim(), written].filter(Boolean).join(' ')}}`
    else lines.unshift(`<!-- .slide: ${htmlAttributes(slide)} -->`, '')
  }
  const notes = slide.notes.map((note) => safeNote(note.trim())).filter((note) => note !== '')
  if (notes.length > 0) lines.push('', ':::notes', notes.join('\n\n'), ':::')
  return lines.join('\n')
}

/** Rules and headings would cut the slide; a fence that is left open would take the end of the notes with it. */
function safeNote(note: string): string {
  let open: string | undefined
  const lines = mapLines(note.split('\n'), (line, _index, fenced) => {
    if (FENCE.test(line)) open = fenced ? undefined : FENCE.exec(line)![1]
    if (fenced) return undefined
    return isRule(line) ? '***' : line.replace(/^#{1,2}(?=\s)/, '###')
  })
  return [...lines, ...(open === undefined ? [] : [open])].join('\n')
}

/** One blank line is enough between blocks, and none at either end. */
function withoutGaps(lines: readonly string[]): string[] {
  let blank = true
  const kept = mapLines(lines, (line, _index, fenced) => {
    const before = blank
    blank = !fenced && line.trim() === ''
    return blank && before ? [] : undefined
  })
  while (kept.at(-1)?.trim() === '') kept.pop()
  return kept
}

function attributeList({ id, classes, values }: SourceSlide): string {
  const pairs = Object.entries(values).map(([key, value]) =>
    value === '' ? key : `${key}=${/^[\w.%#/-]+$/.test(value) ? value : `"${value.replace(/"/g, "'")}"`}`,
  )
  return [id === undefined ? '' : `#${id}`, ...classes.map((name) => `.${name}`), ...pairs]
    .filter(Boolean)
    .join(' ')
}

function htmlAttributes({ id, classes, values }: SourceSlide): string {
  const pairs: [string, string][] = [
    ...(id === undefined ? [] : [['id', id] as [string, string]]),
    ...(classes.length === 0 ? [] : [['class', classes.join(' ')] as [string, string]]),
    ...Object.entries(values),
  ]
  return pairs.map(([key, value]) => `${key}="${value.replace(/"/g, "'")}"`).join(' ')
}
