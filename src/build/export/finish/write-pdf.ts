/** The PDF as bytes. */
import { deflateSync } from 'node:zlib'
import { Stream } from './objects.ts'
import type { PdfFile } from './pdf-file.ts'
import { PlacesTable, ROW_WIDTHS } from './places-table.ts'
import { writtenFrom } from './written.ts'

/** The first with files that belong to elements of the structure; objects in packed streams are older. */
const VERSION = '1.7'
/** Objects in a packed stream: a reader unpacks all to see one. */
const PACK = 100

/**
 * Writes all objects that something leads to, those that are no streams packed (ISO 32000-1, 7.5.7), and the table of
 * their places as a stream.
 */
export function writePdf({ refs, trailer }: PdfFile): Uint8Array {
  const { head, texts } = writtenFrom(trailer)
  const reached = refs.filter(({ number }) => texts[number] !== undefined)
  const plain = reached.filter(({ object }) => !(object instanceof Stream))
  const last = refs.length + Math.ceil(plain.length / PACK)
  const places = new PlacesTable(last + 1)
  const parts: Uint8Array[] = []
  let offset = 0
  const put = (bytes: Uint8Array): void => {
    parts.push(bytes)
    offset += bytes.length
  }
  const putStream = (number: number, dict: string, bytes: Uint8Array): void => {
    places.set(number, offset)
    put(latin(`${number} 0 obj\n${dict}\nstream\n`))
    put(bytes)
    put(latin('\nendstream\nendobj\n'))
  }
  const putPacked = (number: number, entries: string, content: Uint8Array): void => {
    const bytes = deflateSync(content, { level: 6 })
    putStream(number, `<< ${entries} /Filter /FlateDecode /Length ${bytes.length} >>`, bytes)
  }

  // Bytes beyond ASCII tell programs that copy files that this is no text.
  put(latin(`%PDF-${VERSION}\n%\x81\x81\x81\x81\n`))
  for (const { number, object } of reached)
    if (object instanceof Stream) putStream(number, texts[number]!, object.bytes)
  for (let pack = refs.length; pack < last; pack++) {
    const first = (pack - refs.length) * PACK
    const members = plain.slice(first, first + PACK)
    const index: number[] = []
    let body = ''
    for (const [at, { number }] of members.entries()) {
      places.setPacked(number, pack, at)
      index.push(number, body.length)
      body += `${texts[number]}\n`
    }
    const start = `${index.join(' ')}\n`
    putPacked(
      pack,
      `/Type /ObjStm /N ${members.length} /First ${start.length}`,
      latin(start + body.slice(0, -1)),
    )
  }
  const start = offset
  places.set(last, start)
  const { sections, rows } = places.written()
  putPacked(
    last,
    `/Type /XRef /Size ${last + 1} /W ${ROW_WIDTHS} /Index [${sections.join(' ')}] ${head}`,
    rows,
  )
  put(latin(`startxref\n${start}\n%%EOF\n`))
  return Buffer.concat(parts)
}

const latin = (text: string): Buffer => Buffer.from(text, 'latin1')
