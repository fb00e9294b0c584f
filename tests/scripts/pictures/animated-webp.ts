/** Pictures one after the other as one animated WebP, put together from still ones (RFC 9649). */

export interface Frame {
  /** A still WebP of this part of the picture. */
  webp: Uint8Array
  /** px from the left and the top, both even. */
  x: number
  y: number
  width: number
  height: number
  /** How long it stands, in ms. */
  duration: number
}

/** The frames as a WebP that begins anew when it has ended. Each lies on those before it. */
export function animatedWebp(width: number, height: number, frames: readonly Frame[]): Buffer {
  const header = Buffer.alloc(10)
  // Animation, and no transparency.
  header.writeUInt8(0b10, 0)
  header.writeUIntLE(width - 1, 4, 3)
  header.writeUIntLE(height - 1, 7, 3)
  // White ground, no end.
  const loop = Buffer.from([255, 255, 255, 255, 0, 0])
  const chunks = [
    chunk('VP8X', header),
    chunk('ANIM', loop),
    ...frames.map((frame) => chunk('ANMF', frameData(frame))),
  ]
  return chunk('RIFF', Buffer.concat([Buffer.from('WEBP'), ...chunks]))
}

function frameData({ webp, x, y, width, height, duration }: Frame): Buffer {
  const header = Buffer.alloc(16)
  header.writeUIntLE(x / 2, 0, 3)
  header.writeUIntLE(y / 2, 3, 3)
  header.writeUIntLE(width - 1, 6, 3)
  header.writeUIntLE(height - 1, 9, 3)
  header.writeUIntLE(duration, 12, 3)
  // Laid over what was there, without mixing.
  header.writeUInt8(0b10, 15)
  return Buffer.concat([header, ...pictureChunks(Buffer.from(webp))])
}

/** The chunks of a still WebP that hold its picture. */
function pictureChunks(file: Buffer): Buffer[] {
  const found: Buffer[] = []
  for (let at = 12; at < file.length;) {
    const size = file.readUInt32LE(at + 4)
    const end = at + 8 + size + (size % 2)
    if (/^(?:ALPH|VP8 |VP8L)$/.test(file.toString('latin1', at, at + 4))) found.push(file.subarray(at, end))
    at = end
  }
  return found
}

function chunk(name: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(name, 'latin1')
  head.writeUInt32LE(data.length, 4)
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)])
}
