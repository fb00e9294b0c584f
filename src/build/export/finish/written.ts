/** Objects as they stand in a file. */
import { Ref, Stream, type Dict, type PdfObject } from './objects.ts'
import { PdfText } from './text.ts'

/** The trailer, and the texts of all objects to which it leads, by their numbers. */
export function writtenFrom(trailer: Dict): { head: string; texts: string[] } {
  const texts: string[] = []
  const waiting: Ref[] = []
  const meet = (ref: Ref): void => void waiting.push(ref)
  const head = ['Root', 'Info', 'ID']
    .map((key) => `/${key} ${written(trailer.get(key) ?? null, meet)}`)
    .join(' ')
  for (let ref = waiting.pop(); ref; ref = waiting.pop())
    if (ref.object !== undefined) texts[ref.number] ??= written(ref.object, meet)
  return { head, texts }
}

/** The text of an object, of a stream that of its dictionary; `meet` is told of the objects that it names. */
function written(object: PdfObject, meet: (ref: Ref) => void): string {
  if (typeof object === 'string') return object
  if (typeof object === 'number') return decimal(object)
  if (object instanceof Ref) {
    meet(object)
    return `${object.number} 0 R`
  }
  if (object instanceof PdfText) return object.written
  if (Array.isArray(object)) return ['[', ...object.map((item) => written(item, meet)), ']'].join(' ')
  if (object instanceof Map) {
    const lines = ['<<']
    for (const [key, value] of object) lines.push(`/${key} ${written(value, meet)}`)
    lines.push('>>')
    return lines.join('\n')
  }
  if (object instanceof Stream) return written(object.dict.set('Length', object.bytes.length), meet)
  return String(object)
}

/** A number without an exponent, which PDF does not know. */
function decimal(number: number): string {
  const text = String(number)
  return text.includes('e') ? number.toFixed(20) : text
}
