/** Runs in the print page: which pictures it shows, and how large. */

/** A picture's file, however often it is shown. */
export interface ShownPicture {
  address: string
  /** In its own pixels. */
  width: number
  height: number
  /** Px of the printed page for each of its pixels, where it is shown largest; 1 where that is not known. */
  scale: number
}

/** `stage`: the width of a sheet in px on its page, where it is another on this screen. */
export async function shownPictures(stage: number | undefined): Promise<ShownPicture[]> {
  const pictures = new Map<string, ShownPicture>()
  const add = (address: string, width: number, height: number, scale: number): void => {
    // What is not shown is not printed.
    if (!(width > 0 && height > 0 && scale > 0)) return
    const known = pictures.get(address)
    if (known) known.scale = Math.max(known.scale, scale)
    else pictures.set(address, { address, width, height, scale })
  }
  const printed = (element: Element): { width: number; height: number } => {
    const { width, height } = element.getBoundingClientRect()
    const sheet = element.closest('.sheet')
    const zoom = sheet && stage ? stage / sheet.getBoundingClientRect().width : 1
    return { width: width * zoom, height: height * zoom }
  }

  for (const image of document.images) {
    const { naturalWidth, naturalHeight } = image
    const box = printed(image)
    // One that is cut to its box is larger than the box on one side.
    const scale = Math.max(box.width / naturalWidth, box.height / naturalHeight)
    const isCut = getComputedStyle(image).objectFit === 'none'
    add(image.currentSrc, naturalWidth, naturalHeight, isCut ? Math.max(scale, 1) : scale)
  }
  for (const sheet of document.querySelectorAll<HTMLElement>('.sheet[style*="background-image"]')) {
    const { backgroundImage, backgroundSize } = getComputedStyle(sheet)
    const address = /^url\("([^"]*)"\)$/.exec(backgroundImage)?.[1]
    if (address === undefined) continue
    const image = new Image()
    image.src = address
    await image.decode().catch(() => undefined)
    const box = printed(sheet)
    const across = box.width / image.naturalWidth
    const down = box.height / image.naturalHeight
    const sizes: Record<string, number> = { cover: Math.max(across, down), contain: Math.min(across, down) }
    add(image.src, image.naturalWidth, image.naturalHeight, sizes[backgroundSize] ?? 1)
  }
  return [...pictures.values()]
}
