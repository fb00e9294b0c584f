/** Strokes of a deck as a file; its format stands in `shared/ink.ts`. */
import { INK_FORMAT, INK_VERSION, type InkFile, readInkFile } from '../../../shared/ink.ts'
import type { InkStore } from './ink-store.ts'

/** Hands the strokes of all slides to the browser to be saved. */
export function saveInk(store: InkStore, deck: string): void {
  const slides = Object.fromEntries(store.all)
  const file: InkFile = { format: INK_FORMAT, version: INK_VERSION, deck, slides }
  const url = URL.createObjectURL(new Blob([JSON.stringify(file)], { type: 'application/json' }))
  const link = Object.assign(document.createElement('a'), { href: url, download: `${deck}-ink.json` })
  link.click()
  // Not at once: the browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** Asks for a file and puts its strokes in place of those of the same slides. `wrong` is called where it is none of ours. */
export function loadInk(store: InkStore, wrong: () => void): void {
  const input = Object.assign(document.createElement('input'), {
    type: 'file',
    accept: '.json,application/json',
  })
  input.addEventListener('change', () => {
    void input.files?.[0]?.text().then((text) => {
      const read = readInkFile(text)
      if (typeof read === 'string') return wrong()
      for (const [slug, ink] of Object.entries(read.file.slides)) store.change(slug, ink)
      if (read.unread.length > 0) wrong()
    })
  })
  input.click()
}
