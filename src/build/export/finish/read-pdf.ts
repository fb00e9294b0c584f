/**
 * Reads a PDF as the browser writes it: a table of places, and objects that each stand alone. It knows nothing else, and
 * stops where it meets it. A command reads one PDF, so that little of this runs often enough to be made fast by the
 * engine: patterns are fast at once.
 */
import { Stream, asNumber, type Dict, type PdfObject } from './objects.ts'
import { PdfFile } from './pdf-file.ts'
import { PdfText } from './text.ts'

const [SPACE, OPEN, ZERO, NINE, LESS, SLASH, LIST, LIST_END] = [32, 40, 48, 57, 60, 47, 91, 93]
/** A number, a word, or a name behind its slash. */
const WORD = /[^\0\s()<>[\]{}/%]*/y
const HEX = /<[\da-fA-F\s]*>/y
/** A row of the table, such as `0000000015 00000 n`, with the end of its line. */
const ROW = 20

/** All objects of the file. Throws where the file is not as the browser writes it. */
export function readPdf(bytes: Uint8Array): PdfFile {
  const file = new PdfFile()
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  let at = text.lastIndexOf('startxref')

  const unexpected = (): Error => new Error(`The PDF has something unexpected at ${at}`)

  /** Passes over space. The code of what follows. */
  const next = (): number => {
    let code = text.charCodeAt(at)
    while (code <= SPACE) code = text.charCodeAt(++at)
    return code
  }
  const expect = (word: string): void => {
    next()
    if (!text.startsWith(word, at)) throw unexpected()
    at += word.length
  }
  /** What the pattern finds here, and so many signs before it. */
  const take = (pattern: RegExp, before = 0): string => {
    const start = at
    pattern.lastIndex = at + before
    if (!pattern.test(text)) throw unexpected()
    at = pattern.lastIndex
    return text.slice(start, at)
  }
  const numberOf = (word: string): number => {
    const value = Number(word)
    if (word === '' || Number.isNaN(value)) throw unexpected()
    return value
  }

  const object = (): PdfObject => {
    const code = next()
    if (code === SLASH) return take(WORD, 1)
    if (code === LIST) return list()
    if (code === LESS) return text.charCodeAt(at + 1) === LESS ? dict() : new PdfText(take(HEX))
    if (code === OPEN) return string()
    const word = take(WORD)
    if (word === 'null') return null
    if (word === 'true' || word === 'false') return word === 'true'
    const value = numberOf(word)
    if (!text.startsWith(' 0 R', at)) return value
    // No file has more objects than bytes.
    if (value > bytes.length) throw unexpected()
    at += ' 0 R'.length
    return file.ref(value)
  }
  /** `(text (in parentheses))` */
  const string = (): PdfText => {
    const start = at
    let depth = 0
    do {
      const sign = text[at++]
      if (sign === undefined) throw unexpected()
      if (sign === '\\') at++
      else if (sign === '(') depth++
      else if (sign === ')') depth--
    } while (depth > 0)
    return new PdfText(text.slice(start, at))
  }
  const list = (): PdfObject[] => {
    const items: PdfObject[] = []
    at++
    while (next() !== LIST_END) items.push(object())
    at++
    return items
  }
  const dict = (): Dict => {
    const entries: Dict = new Map()
    at += '<<'.length
    while (next() === SLASH) {
      at++
      entries.set(take(WORD), object())
    }
    expect('>>')
    return entries
  }
  /** The stream whose dictionary this is, where one follows. */
  const withStream = (entries: Dict): Dict | Stream => {
    next()
    if (!text.startsWith('stream', at)) return entries
    at += 'stream'.length
    if (text[at] === '\r') at++
    const start = ++at
    at += asNumber(entries.get('Length')) ?? NaN
    const content = bytes.subarray(start, at)
    expect('endstream')
    return new Stream(entries, content)
  }
  /** Numbers and places of all objects, from the table that ends with the trailer. */
  const places = (): [number: number, place: number][] => {
    const found: [number, number][] = []
    expect('xref')
    while (next() >= ZERO && next() <= NINE) {
      const first = numberOf(take(WORD))
      next()
      const end = first + numberOf(take(WORD))
      next()
      for (let each = first; each < end; each++) {
        const row = text.slice(at, (at += ROW))
        if (row[17] === 'n') found.push([each, Number(row.slice(0, 10))])
        else if (row[17] !== 'f') throw unexpected()
      }
    }
    expect('trailer')
    return found
  }

  expect('startxref')
  next()
  at = numberOf(take(WORD))
  const table = places()
  const trailer = object()
  // Further tables, or objects that cannot be read as they stand.
  if (!(trailer instanceof Map) || ['Prev', 'XRefStm', 'Encrypt'].some((key) => trailer.has(key)))
    throw unexpected()
  file.trailer = trailer
  for (const [each, place] of table) {
    at = place
    expect(`${each} 0 obj`)
    const read = object()
    file.ref(each).object = read instanceof Map ? withStream(read) : read
    expect('endobj')
  }
  return file
}
