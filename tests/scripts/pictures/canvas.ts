/** Screenshots as WebP: one, or many as an animation whose frames hold only what has changed. */
import { createCanvas, ImageData } from '@napi-rs/canvas'
import { readPng, type Picture } from '../../support/pdf-pixels.ts'
import { animatedWebp, type Frame } from './animated-webp.ts'

/** A screenshot and how long it stands, in ms. */
export interface Shot {
  png: Buffer
  duration: number
}

/** A PNG as WebP; `quality` 0 to 100. */
export async function toWebp(png: Buffer, quality: number): Promise<Buffer> {
  return encode(await readPng(png), quality)
}

/** Screenshots of one size as an animated WebP. */
export async function toAnimation(shots: readonly Shot[], quality: number): Promise<Buffer> {
  const frames: Frame[] = []
  let before: Picture | undefined
  let size = { width: 0, height: 0 }
  for (const { png, duration } of shots) {
    const picture = await readPng(png)
    const box = before ? differing(before, picture) : { x: 0, y: 0, ...sizeOf(picture) }
    if (box) frames.push({ ...box, webp: await encode(picture, quality, box), duration })
    else frames.at(-1)!.duration += duration
    before = picture
    size = sizeOf(picture)
  }
  return animatedWebp(size.width, size.height, frames)
}

interface Box {
  x: number
  y: number
  width: number
  height: number
}

const sizeOf = ({ width, height }: Picture): { width: number; height: number } => ({ width, height })

/** The least part in which two pictures differ, its corner at even px; undefined where they are the same. */
function differing(one: Picture, other: Picture): Box | undefined {
  const { width, height } = other
  const pixels = (picture: Picture): Uint32Array => new Uint32Array(picture.data.buffer)
  const [before, now] = [pixels(one), pixels(other)]
  let [left, top, right, bottom] = [width, height, 0, 0]
  for (let at = 0; at < now.length; at++) {
    if (now[at] === before[at]) continue
    const x = at % width
    const y = Math.floor(at / width)
    left = Math.min(left, x)
    right = Math.max(right, x + 1)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y + 1)
  }
  if (right <= left) return undefined
  const [x, y] = [left - (left % 2), top - (top % 2)]
  return { x, y, width: right - x, height: bottom - y }
}

function encode(
  picture: Picture,
  quality: number,
  box: Box = { x: 0, y: 0, ...sizeOf(picture) },
): Promise<Buffer> {
  const canvas = createCanvas(box.width, box.height)
  canvas
    .getContext('2d')
    .putImageData(new ImageData(picture.data, picture.width, picture.height), -box.x, -box.y)
  return canvas.encode('webp', quality)
}
