/** Pictures of PDF pages, drawn by pdf.js on a canvas of Skia, and how far two pictures agree. */
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A picture as RGBA bytes, row by row. */
export interface Picture {
  width: number
  height: number
  data: Uint8ClampedArray
}

/** Draws all pages, `width` px wide; by their labels. */
export async function drawnPages(bytes: Uint8Array, width: number): Promise<Map<string, Picture>> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const pdf = await task.promise
  const labels = await pdf.getPageLabels()
  const drawn = new Map<string, Picture>()
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width })
    const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height))
    await page.render({ canvas: canvas as never, viewport }).promise
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
    drawn.set(labels?.[number - 1] ?? String(number), { width: canvas.width, height: canvas.height, data })
  }
  await task.destroy()
  return drawn
}

/** The picture in a PNG. */
export async function readPng(png: Uint8Array): Promise<Picture> {
  const image = await loadImage(png)
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, image.width, image.height)
  return { width: image.width, height: image.height, data }
}

/**
 * The part of the picture, 0 to 1, in which two pictures differ: both are cut into squares of `size` px, and a square
 * differs where the mean of a channel is more than `most` (of 255) apart. Letters may be smoothed otherwise, or stand
 * part of a pixel elsewhere; what is moved, missing or of another colour shows. What lies right of and below `corner`
 * does not count.
 */
export function differingPart(
  one: Picture,
  other: Picture,
  size: number,
  most: number,
  corner: { left: number; top: number },
): number {
  if (one.width !== other.width || one.height !== other.height)
    throw new Error(`${one.width} × ${one.height} px beside ${other.width} × ${other.height}`)
  let squares = 0
  let differing = 0
  for (let top = 0; top + size <= one.height; top += size)
    for (let left = 0; left + size <= one.width; left += size) {
      if (left >= corner.left && top >= corner.top) continue
      squares++
      if (apart(one, other, left, top, size) > most) differing++
    }
  return differing / squares
}

function apart(one: Picture, other: Picture, left: number, top: number, size: number): number {
  const sums = [0, 0, 0]
  for (let y = top; y < top + size; y++)
    for (let x = left; x < left + size; x++)
      for (let channel = 0; channel < 3; channel++) {
        const at = 4 * (y * one.width + x) + channel
        sums[channel]! += one.data[at]! - other.data[at]!
      }
  return Math.max(...sums.map(Math.abs)) / size ** 2
}
