/** Runs in the print page: makes pictures smaller, and shows them in place of the files. */

export interface Recoding {
  address: string
  /** Part of its width and height to keep, up to 1. */
  size: number
  /** Whether the file itself would go into the PDF, not its pixels. */
  isJpeg: boolean
}

/**
 * Exchanges each picture for a JPEG where it is opaque, looks the same so and takes much less room; else for a smaller
 * one without loss, where that saves as much. Drawings stay without loss: their pixels deflate well, and JPEG blurs
 * their edges. The input with the id `chooser` holds the files, in the order of `plans`; it goes away.
 */
export async function recodePictures({
  chooser,
  plans,
}: {
  chooser: string
  plans: readonly Recoding[]
}): Promise<void> {
  const QUALITY = 0.88
  /** How much of the bytes may be left for the exchange to be made: a JPEG loses something each time it is written. */
  const PART = { jpeg: 0.8, pixels: 0.5 }
  /** Of a channel's 255: what shows as a ripple on even ground, though not within grass or hair. */
  const RIPPLE = 24
  /** The part of a photograph's squares that may have one; beside letters they are many more. */
  const MOST_RIPPLES = 0.004
  /** Colours of a drawing: with all shades at its edges it has no two thousand, a photograph soon ten. */
  const FEW_COLOURS = 4000
  /** Height of the strips that stand for a whole picture, in px: whole squares of a JPEG, of 8 px. */
  const STRIP = 64
  /** Pixels in all strips together, more or less. */
  const SAMPLE = 1_000_000

  const input = document.getElementById(chooser) as HTMLInputElement
  const files = [...input.files!]
  input.remove()
  for (const [at, plan] of plans.entries()) {
    const file = files[at]!
    // One that is damaged, or larger than a canvas can be, stays as it is.
    const image = await createImageBitmap(file).catch(() => undefined)
    const smaller = image && (await smallerOf(image, file.size, plan).catch(() => undefined))
    if (smaller) await show(smaller, plan.address, sideOf(image.width, plan.size) / image.width)
    image?.close()
  }

  /** Undefined where the file, of `bytes`, is as good. */
  async function smallerOf(
    image: ImageBitmap,
    bytes: number,
    { size, isJpeg }: Recoding,
  ): Promise<Blob | undefined> {
    const canvas = new OffscreenCanvas(sideOf(image.width, size), sideOf(image.height, size))
    const { width, height } = canvas
    const context = canvas.getContext('2d')!
    context.imageSmoothingQuality = 'high'
    context.drawImage(image, 0, 0, width, height)
    if (isJpeg) {
      const blob = await jpegOf(canvas)
      return blob.size < PART.jpeg * bytes ? blob : undefined
    }
    const sample = strips(image)
    const most = PART.pixels * (await deflated(sample, image.height))
    if (isOpaque(pixelsOf(canvas)) && (await isPhotograph(sample))) {
      const blob = await jpegOf(canvas)
      if (blob.size < most) return blob
    }
    if (size === 1 || (await deflated(strips(canvas), height)) > most) return undefined
    return canvas.convertToBlob({ type: 'image/png' })
  }

  function jpegOf(canvas: OffscreenCanvas): Promise<Blob> {
    return canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY })
  }

  function pixelsOf(canvas: OffscreenCanvas): Uint8ClampedArray {
    return canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data
  }

  function sideOf(side: number, size: number): number {
    return Math.max(1, Math.round(side * size))
  }

  /** Whether it has few colours, shades of grey apart: those of a photograph are no more than 256. */
  function isDrawing(pixels: Uint8ClampedArray): boolean {
    const seen = new Uint8Array(1 << 24)
    let colours = 0
    let isGrey = true
    for (let at = 0; at < pixels.length; at += 4) {
      const [red, green, blue] = [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!]
      const colour = (red << 16) | (green << 8) | blue
      isGrey &&= red === green && green === blue
      if (seen[colour]) continue
      seen[colour] = 1
      if (++colours > FEW_COLOURS) return false
    }
    return !isGrey
  }

  function isOpaque(pixels: Uint8ClampedArray): boolean {
    for (let alpha = 3; alpha < pixels.length; alpha += 4) if (pixels[alpha] !== 255) return false
    return true
  }

  /** Strips of the image, one below the other, from top to bottom: of one that is lower than a strip, all. */
  function strips(image: ImageBitmap | OffscreenCanvas): OffscreenCanvas {
    const { width } = image
    const strip = Math.min(STRIP, image.height)
    const step = STRIP * Math.max(1, Math.ceil((width * image.height) / SAMPLE))
    const count = 1 + Math.floor((image.height - strip) / step)
    const sample = new OffscreenCanvas(width, count * strip)
    const context = sample.getContext('2d')!
    for (let at = 0; at < count; at++)
      context.drawImage(image, 0, at * step, width, strip, 0, at * strip, width, strip)
    return sample
  }

  /** Bytes that an image of this height would take in the PDF, guessed from its strips. */
  async function deflated(sample: OffscreenCanvas, whole: number): Promise<number> {
    const data = pixelsOf(sample)
    const pixels = data.length / 4
    const bytes = new Uint8Array(4 * pixels)
    // The colours, and then the opacity, as the PDF has them.
    for (let pixel = 0; pixel < pixels; pixel++) {
      bytes[3 * pixel] = data[4 * pixel]!
      bytes[3 * pixel + 1] = data[4 * pixel + 1]!
      bytes[3 * pixel + 2] = data[4 * pixel + 2]!
      bytes[3 * pixels + pixel] = data[4 * pixel + 3]!
    }
    const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'))
    return ((await new Response(packed).blob()).size * whole) / sample.height
  }

  /** Whether it has the colours of one, and a JPEG of it no ripples on even ground, as beside letters on a screen. */
  async function isPhotograph(sample: OffscreenCanvas): Promise<boolean> {
    const own = pixelsOf(sample)
    if (isDrawing(own)) return false
    const { width, height } = sample
    const jpeg = new OffscreenCanvas(width, height)
    jpeg.getContext('2d')!.drawImage(await createImageBitmap(await jpegOf(sample)), 0, 0)
    const other = pixelsOf(jpeg)
    const apart = (at: number): boolean =>
      [0, 1, 2].some((channel) => Math.abs(own[at + channel]! - other[at + channel]!) > RIPPLE)
    const isEven = (at: number): boolean =>
      [0, 1, 2].every((channel) => own[at + channel] === own[at + channel - 4])
    let squares = 0
    let ripples = 0
    for (let top = 0; top + 8 <= height; top += 8) {
      // Where strips meet that do not belong together, their colours run into each other.
      if (top % STRIP === 0 || top % STRIP === STRIP - 8) continue
      for (let left = 0; left + 8 <= width; left += 8) {
        let even = 0
        let off = false
        squares++
        for (let y = top; y < top + 8; y++)
          for (let x = left; x < left + 8; x++) {
            const at = 4 * (y * width + x)
            off ||= apart(at)
            if (x > left && isEven(at)) even++
          }
        if (off && even >= 28) ripples++
      }
    }
    return ripples <= MOST_RIPPLES * squares
  }

  /** Shows the picture wherever the file is shown, and waits until it is there. */
  async function show(picture: Blob, address: string, density: number): Promise<void> {
    const url = URL.createObjectURL(picture)
    const images = [...document.images].filter(({ currentSrc }) => currentSrc === address)
    const sheets = [...document.querySelectorAll<HTMLElement>('.sheet[style*="background-image"]')].filter(
      (sheet) => getComputedStyle(sheet).backgroundImage === `url("${address}")`,
    )
    // A background has no event to wait for: what an image of the same address has loaded is there for it, too.
    if (sheets.length > 0) images.push(new Image())
    const loading = images.map(
      (image) =>
        new Promise((resolve) => {
          image.addEventListener('load', resolve, { once: true })
          image.addEventListener('error', resolve, { once: true })
        }),
    )
    for (const image of images) {
      // With its density it measures as before, so that nothing on the slide moves.
      image.srcset = `${url} ${density}x`
      image.removeAttribute('src')
    }
    await Promise.all(loading)
    for (const sheet of sheets) sheet.style.backgroundImage = `url("${url}")`
    await Promise.all(images.map((image) => image.decode().catch(() => undefined)))
  }
}
