/** Streams packed and unpacked by Node's own zlib. */
import { deflateSync, inflateSync } from 'node:zlib'
import { Stream, dictOf, resolved, type PdfObject } from './objects.ts'

/** A packed stream with these entries. */
export function packedStream(
  content: Uint8Array,
  entries: Readonly<Record<string, PdfObject | undefined>>,
): Stream {
  return new Stream(dictOf({ ...entries, Filter: '/FlateDecode' }), deflateSync(content, { level: 9 }))
}

/** What a stream holds, its bytes as characters; undefined where it is packed in a way that the browser does not use for text. */
export function unpacked({ dict, bytes }: Stream): string | undefined {
  const filter = resolved(dict.get('Filter'))
  if (filter === undefined) return Buffer.from(bytes).toString('latin1')
  return filter === '/FlateDecode' && !dict.has('DecodeParms')
    ? inflateSync(bytes).toString('latin1')
    : undefined
}

/** Gives a stream other content. */
export function rewrite(stream: Stream, content: string): void {
  stream.dict.set('Filter', '/FlateDecode')
  stream.dict.delete('DecodeParms')
  stream.bytes = deflateSync(Buffer.from(content, 'latin1'), { level: 6 })
}
