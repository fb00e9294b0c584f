/** Pictures of the kinds that lecturers have, made for tests. */
import path from 'node:path'
import { createCanvas, loadImage, type Canvas } from '@napi-rs/canvas'

const evening = path.join(import.meta.dirname, '../../slides/gallery/evening.jpg')

/** A photograph with the grain of a camera, always the same. */
export async function photo(width: number, height: number): Promise<Canvas> {
  const grained = createCanvas(1280, 720)
  const context = grained.getContext('2d')
  context.drawImage(await loadImage(evening), 0, 0)
  const pixels = context.getImageData(0, 0, 1280, 720)
  let seed = 1
  for (let at = 0; at < pixels.data.length; at += 4) {
    seed = (seed * 1103515245 + 12345) % 2 ** 31
    const grain = (seed >> 16) % 7
    for (let channel = 0; channel < 3; channel++) pixels.data[at + channel]! += grain - 3
  }
  context.putImageData(pixels, 0, 0)
  const canvas = createCanvas(width, height)
  canvas.getContext('2d').drawImage(grained, 0, 0, width, height)
  return canvas
}

/** As a program shows it: letters and lines on a ground; without a ground it can be seen through. */
export function drawing(width: number, height: number, ground?: string): Canvas {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  if (ground) {
    context.fillStyle = ground
    context.fillRect(0, 0, width, height)
  }
  context.fillStyle = '#c01040'
  context.strokeStyle = '#104080'
  context.font = '24px serif'
  for (let line = 1; line * 40 < height; line++) {
    context.fillText(`${line}: letters with sharp edges, in red, as on a screen`, 20, 40 * line)
    context.beginPath()
    context.arc(width - 200, 40 * line, 60, 0, 6.3)
    context.stroke()
  }
  return canvas
}

/** The JPEG with a note of the camera's: how it was held (Exif, tag 0x0112). */
export function turned(jpeg: Uint8Array, orientation: number): Buffer {
  const note = Buffer.from('FFE1002245786966000049492A0008000000010012010300010000000000000000000000', 'hex')
  note.writeUInt16LE(orientation, 28)
  return Buffer.concat([jpeg.subarray(0, 2), note, jpeg.subarray(2)])
}
