/** What the head of a picture's file tells of how the browser would put it into a PDF. */
import { closeSync, openSync, readSync } from 'node:fs'
import { imageSize } from 'image-size'

/**
 * `jpeg`: its bytes go into the PDF as they are. `pixels`: it is unpacked, and its pixels are deflated row by row, without
 * the filters that make a PNG small. `other`: drawings, and GIFs, whose colours are few.
 */
export type Embedding = 'jpeg' | 'pixels' | 'other'

/** Beyond this nobody writes what comes before a JPEG's own size: camera data, a preview, a colour profile. */
const HEAD = 256 * 1024

const UNPACKED = new Set(['png', 'webp', 'avif', 'heif', 'bmp'])

export function embeddingOf(file: string): Embedding {
  try {
    const head = headOf(file)
    const { type = '', orientation = 1 } = imageSize(head)
    // A JPEG to be turned, or one in the inks of a press, is unpacked like the others.
    if (type === 'jpg') return orientation <= 1 && componentsOf(head) !== 4 ? 'jpeg' : 'pixels'
    return UNPACKED.has(type) ? 'pixels' : 'other'
  } catch {
    // No picture, or none that is known: the browser shows what it can.
    return 'other'
  }
}

function headOf(file: string): Buffer {
  const open = openSync(file, 'r')
  try {
    const head = Buffer.alloc(HEAD)
    return head.subarray(0, readSync(open, head, 0, HEAD, 0))
  } finally {
    closeSync(open)
  }
}

/** Colour components of a JPEG, out of its frame header (ISO 10918-1, B.2.2): 1 grey, 3 colours, 4 inks. */
function componentsOf(jpeg: Buffer): number {
  for (let at = 2; at + 10 <= jpeg.length && jpeg[at] === 0xff; at += 2 + jpeg.readUInt16BE(at + 2)) {
    const marker = jpeg[at + 1]!
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return jpeg[at + 9]!
  }
  return 3
}
