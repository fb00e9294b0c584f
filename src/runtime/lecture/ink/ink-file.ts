/** Strokes of a deck as a file. */
import type { InkStore } from './ink-store.ts'
import { readInk } from './slide-ink.ts'

interface InkFile {
  format: 'lectern-ink'
  version: 1
  deck: string
  slides: Record<string, unknown>
}

/** Hands the strokes of all slides to the browser to be saved. */
export function saveInk(store: InkStore, deck: string): void {
  const file: InkFile = { format: 'lectern-ink', version: 1, deck, slides: Object.fromEntries(store.all) }
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
      if (!readInto(store, text)) wrong()
    })
  })
  input.click()
}

function readInto(store: InkStore, text: string): boolean {
  let file: Partial<InkFile> | null
  try {
    file = JSON.parse(text) as Partial<InkFile> | null
  } catch {
    return false
  }
  if (file?.format !== 'lectern-ink' || file.version !== 1) return false
  for (const [slug, value] of Object.entries(file.slides ?? {})) {
    const ink = readInk(value)
    if (ink) store.change(slug, ink)
  }
  return true
}
