/** Saving everything to a file, and reading one. */
import type { ReviewStore } from './store.ts'

/** Offers all entries of the course as a download. */
export function saveFile(store: ReviewStore): void {
  const file = store.export()
  const day = new Date(file.saved).toISOString().slice(0, 10)
  const url = URL.createObjectURL(new Blob([JSON.stringify(file, null, 1)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `review-${day}.json`
  link.click()
  // Some browsers read it only after this.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** Lets the student choose a file and merges it; resolves with how many entries changed. */
export function readFile(store: ReviewStore): Promise<number> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = '.json,application/json'
  return new Promise((done, failed) => {
    input.addEventListener('change', () => {
      const [file] = input.files ?? []
      if (file)
        file
          .text()
          .then((text) => store.import(text))
          .then(done, failed)
    })
    input.click()
  })
}
