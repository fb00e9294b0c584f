/** The PDF as bytes. */
import { deflateSync } from 'node:zlib'
import { Ref, Stream, type Dict, type PdfObject } from './objects.ts'
import type { PdfFile } from './pdf-file.ts'
import { PdfText } from './text.ts'

/** The first with files that belong to elements of the structure; objects in packed streams are older. */
const VERSION = '1.7'
/** Objects in a packed stream: a reader unpacks all to see one. */
const PACK = 100

/** Where an object stands: at an offset in the file, or as one of those in a packed stream. */
type Place = { offset: number } | { pack: number; index: number }

/**
 * Writes all objects that something leads to, those that are no streams packed (ISO 32000-1, 7.5.7), and the table of places as a stream (7.5.8).
 */
export function writePdf({ refs, trailer }: PdfFile): Uint8Array {
  const parts: Buffer[] = []
  const places = new Map<number, Place>()
  let offset = 0
  const put = (bytes: Buffer): void => {
    parts.push(bytes)
    offset += bytes.length
  }
  const putObject = (number: number, content: Buffer): void => {
    places.set(number, { offset })
    put(latin(`${number} 0 obj\n`))
    put(content)
    put(latin('\nendobj\n'))
  }

  // Bytes beyond ASCII tell programs that copy files that this is no text.
  put(latin(`%PDF-${VERSION}\n%\x81\x81\x81\x81\n`))
  const { head, texts } = writtenFrom(trailer)
  const plain: [number, string][] = []
  for (const { number, object } of refs) {
    const text = texts[number]
    if (text === undefined) continue
    if (object instanceof Stream) putObject(number, streamBytes(text, object.bytes))
    else plain.push([number, text])
  }
  let next = refs.length
  for (let first = 0; first < plain.length; first += PACK) {
    const pack = next++
    const members = plain.slice(first, first + PACK)
    for (const [index, [number]] of members.entries()) places.set(number, { pack, index })
    putObject(pack, packed(members))
  }
  const start = offset
  places.set(next, { offset })
  put(latin(`${next} 0 obj\n`))
  put(placesTable(places, next + 1, head))
  put(latin(`\nendobj\nstartxref\n${start}\n%%EOF\n`))
  return Buffer.concat(parts)
}

function packed(members: readonly [number, string][]): Buffer {
  let at = 0
  const index = members.map(([number, text]) => {
    const entry = `${number} ${at}`
    at += text.length + 1
    return entry
  })
  const head = `${index.join(' ')}\n`
  const body = members.map(([, text]) => text).join('\n')
  return stream(`/Type /ObjStm /N ${members.length} /First ${head.length}`, latin(head + body))
}

/** A row an object: kind, offset or pack, index in the pack. Objects that are gone are left out. */
function placesTable(places: ReadonlyMap<number, Place>, size: number, trailer: string): Buffer {
  const rows = Buffer.alloc(7 * (places.size + 1))
  // Object 0 heads the list of free ones.
  rows.writeUInt16BE(0xffff, 5)
  const sections: [first: number, count: number][] = [[0, 1]]
  let row = 1
  for (const number of [...places.keys()].toSorted((a, b) => a - b)) {
    const place = places.get(number)!
    const packed = 'pack' in place
    rows.writeUInt8(packed ? 2 : 1, 7 * row)
    rows.writeUInt32BE(packed ? place.pack : place.offset, 7 * row + 1)
    rows.writeUInt16BE(packed ? place.index : 0, 7 * row + 5)
    row++
    const last = sections.at(-1)!
    if (number === last[0] + last[1]) last[1]++
    else sections.push([number, 1])
  }
  return stream(`/Type /XRef /Size ${size} /W [1 4 2] /Index [${sections.flat().join(' ')}] ${trailer}`, rows)
}

function stream(entries: string, content: Buffer): Buffer {
  const bytes = deflateSync(content, { level: 6 })
  return Buffer.concat([
    latin(`<< ${entries} /Filter /FlateDecode /Length ${bytes.length} >>\nstream\n`),
    bytes,
    latin('\nendstream'),
  ])
}

function streamBytes(dict: string, bytes: Uint8Array): Buffer {
  return Buffer.concat([latin(`${dict}\nstream\n`), bytes, latin('\nendstream')])
}

/** The trailer as it stands in the file, and all objects to which it leads, by their numbers; of streams the dictionaries. */
function writtenFrom(trailer: Dict): { head: string; texts: string[] } {
  const texts: string[] = []
  const waiting: Ref[] = []
  const written = (object: PdfObject): string => {
    if (typeof object === 'string') return object
    if (typeof object === 'number') return decimal(object)
    if (object instanceof Ref) {
      waiting.push(object)
      return `${object.number} 0 R`
    }
    if (object instanceof PdfText) return object.written
    if (Array.isArray(object)) {
      let items = ''
      for (const item of object) items += `${written(item)} `
      return `[ ${items}]`
    }
    if (object instanceof Map) {
      let entries = ''
      for (const [key, value] of object) entries += `/${key} ${written(value)}\n`
      return `<<\n${entries}>>`
    }
    if (object instanceof Stream) return written(object.dict.set('Length', object.bytes.length))
    return String(object)
  }
  const head = ['Root', 'Info', 'ID'].map((key) => `/${key} ${written(trailer.get(key) ?? null)}`).join(' ')
  for (let ref = waiting.pop(); ref; ref = waiting.pop())
    if (ref.object !== undefined) texts[ref.number] ??= written(ref.object)
  return { head, texts }
}

/** A number without an exponent, which PDF does not know. */
function decimal(number: number): string {
  const text = String(number)
  return text.includes('e') ? number.toFixed(20) : text
}

const latin = (text: string): Buffer => Buffer.from(text, 'latin1')
