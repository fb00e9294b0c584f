/** Sheets of small pictures of slides, eight in a row, with a list of what they show. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCanvas, ImageData, loadImage } from '@napi-rs/canvas'
import type { Picture } from './pdf-pixels.ts'

export interface SeenSlide {
  slug: string
  /** Of the slide's HTML. */
  hash: string
  picture: Picture
}

/** What `NAME.json` holds. */
interface SheetList {
  version: 1
  width: number
  height: number
  slides: { slug: string; hash: string }[]
}

const COLUMNS = 8
const QUALITY = 82

/** Writes `NAME.webp` and `NAME.json`. All pictures are of one size. */
export async function writeSheet(folder: string, name: string, slides: readonly SeenSlide[]): Promise<void> {
  const { width, height } = slides[0]!.picture
  const canvas = createCanvas(width * COLUMNS, height * Math.ceil(slides.length / COLUMNS))
  const context = canvas.getContext('2d')
  for (const [index, { picture }] of slides.entries()) {
    const { x, y } = placeOf(index, width, height)
    context.putImageData(new ImageData(picture.data, width, height), x, y)
  }
  const list: SheetList = {
    version: 1,
    width,
    height,
    slides: slides.map(({ slug, hash }) => ({ slug, hash })),
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.webp`), await canvas.encode('webp', QUALITY))
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(list, null, 1)}\n`)
}

export async function readSheet(folder: string, name: string): Promise<SeenSlide[]> {
  const { width, height, slides } = JSON.parse(
    readFileSync(join(folder, `${name}.json`), 'utf8'),
  ) as SheetList
  const image = await loadImage(readFileSync(join(folder, `${name}.webp`)))
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  return slides.map(({ slug, hash }, index) => {
    const { x, y } = placeOf(index, width, height)
    const { data } = context.getImageData(x, y, width, height)
    return { slug, hash, picture: { width, height, data } }
  })
}

function placeOf(index: number, width: number, height: number): { x: number; y: number } {
  return { x: (index % COLUMNS) * width, y: Math.floor(index / COLUMNS) * height }
}
