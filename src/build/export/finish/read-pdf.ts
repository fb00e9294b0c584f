/**
 * Reads a PDF as the browser writes it: a table of places, and objects that each stand alone. It knows nothing else, and
 * stops where it meets it.
 */
import { Stream, asNumber, type Dict, type PdfObject } from './objects.ts'
import { PdfFile } from './pdf-file.ts'
import { PdfText } from './text.ts'

/** All objects of the file. Throws where the file is not as the browser writes it. */
export function readPdf(bytes: Uint8Array): PdfFile {
  return new Reader(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)).file()
}

const [SPACE, OPEN, ZERO, NINE, LESS, SLASH, LIST, LIST_END] = [32, 40, 48, 57, 60, 47, 91, 93]
/** By its code: whether a character ends a name or a number. */
const ENDS = Array.from(
  { length: 256 },
  (_, code) => code <= SPACE || '()<>[]{}/%'.includes(String.fromCharCode(code)),
)
/** A row of the table, such as `0000000015 00000 n`, with the end of its line. */
const ROW = 20

class Reader {
  readonly #bytes: Buffer
  readonly #text: string
  readonly #file = new PdfFile()
  #at = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
    this.#text = bytes.toString('latin1')
  }

  file(): PdfFile {
    this.#at = this.#text.lastIndexOf('startxref')
    this.#expect('startxref')
    this.#at = this.#number()
    const places = this.#places()
    const trailer = this.#object()
    // Further tables, or objects that cannot be read as they stand.
    if (!(trailer instanceof Map) || ['Prev', 'XRefStm', 'Encrypt'].some((key) => trailer.has(key)))
      throw this.#unexpected()
    this.#file.trailer = trailer
    for (const [number, place] of places) {
      this.#at = place
      this.#expect(`${number} 0 obj`)
      const object = this.#object()
      this.#file.ref(number).object = object instanceof Map ? this.#withStream(object) : object
      this.#expect('endobj')
    }
    return this.#file
  }

  /** Numbers and places of objects, from the table that ends with the trailer. */
  #places(): [number: number, place: number][] {
    const places: [number, number][] = []
    this.#expect('xref')
    while (this.#next() >= ZERO && this.#next() <= NINE) {
      const first = this.#number()
      const end = first + this.#number()
      this.#next()
      for (let number = first; number < end; number++) {
        const row = this.#text.slice(this.#at, (this.#at += ROW))
        if (/^\d{10} 00000 n/.test(row)) places.push([number, Number(row.slice(0, 10))])
        else if (!/^\d{10} \d{5} f/.test(row)) throw this.#unexpected()
      }
    }
    this.#expect('trailer')
    return places
  }

  /** Passes over space. The code of what follows. */
  #next(): number {
    while (this.#text.charCodeAt(this.#at) <= SPACE) this.#at++
    return this.#text.charCodeAt(this.#at)
  }

  #expect(word: string): void {
    this.#next()
    if (!this.#text.startsWith(word, this.#at)) throw this.#unexpected()
    this.#at += word.length
  }

  #unexpected(): Error {
    return new Error(`The PDF holds something unexpected at ${this.#at}`)
  }

  #object(): PdfObject {
    const code = this.#next()
    if (code === SLASH) return this.#word()
    if (code === LIST) return this.#list()
    if (code === OPEN) return this.#string()
    if (code === LESS) return this.#text.charCodeAt(this.#at + 1) === LESS ? this.#dict() : this.#hex()
    const [start, word] = [this.#at, this.#word()]
    if (word === 'null') return null
    if (word === 'true' || word === 'false') return word === 'true'
    this.#at = start
    const number = this.#number()
    if (!this.#text.startsWith(' 0 R', this.#at)) return number
    this.#at += ' 0 R'.length
    return this.#file.ref(number)
  }

  /** A name with its slash, or a word without. */
  #word(): string {
    const start = this.#at++
    while (ENDS[this.#text.charCodeAt(this.#at)] === false) this.#at++
    return this.#text.slice(start, this.#at)
  }

  #number(): number {
    this.#next()
    const word = this.#word()
    const number = Number(word)
    if (word === '' || Number.isNaN(number)) throw this.#unexpected()
    return number
  }

  #list(): PdfObject[] {
    const list: PdfObject[] = []
    this.#at++
    while (this.#next() !== LIST_END) list.push(this.#object())
    this.#at++
    return list
  }

  #dict(): Dict {
    const dict: Dict = new Map()
    this.#at += '<<'.length
    while (this.#next() === SLASH) {
      const key = this.#word().slice(1)
      dict.set(key, this.#object())
    }
    this.#expect('>>')
    return dict
  }

  #hex(): PdfText {
    const end = this.#text.indexOf('>', this.#at) + 1
    const text = new PdfText(this.#text.slice(this.#at, end))
    this.#at = end
    return text
  }

  #string(): PdfText {
    const start = this.#at
    let depth = 0
    do {
      const sign = this.#text[this.#at++]
      if (sign === '\\') this.#at++
      else if (sign === '(') depth++
      else if (sign === ')') depth--
      else if (sign === undefined) throw this.#unexpected()
    } while (depth > 0)
    return new PdfText(this.#text.slice(start, this.#at))
  }

  /** The stream whose dictionary this is, where one follows. */
  #withStream(dict: Dict): Dict | Stream {
    this.#next()
    if (!this.#text.startsWith('stream', this.#at)) return dict
    this.#at += 'stream'.length
    if (this.#text[this.#at] === '\r') this.#at++
    const start = ++this.#at
    this.#at += asNumber(dict.get('Length')) ?? NaN
    const bytes = this.#bytes.subarray(start, this.#at)
    this.#expect('endstream')
    return new Stream(dict, bytes)
  }
}
