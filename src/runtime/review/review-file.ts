/** Everything that the review keeps, as one file: to take along, to hold against loss, to merge on another device. */
import { type Entry, isEntry } from './entries.ts'

/** Version of the file's frame; its entries carry versions of their own. */
export const FILE_VERSION = 1

export interface ReviewFile {
  lectern: 'review'
  version: number
  /** When it was saved, ms since 1970. */
  saved: number
  entries: Entry[]
}

export function reviewFile(entries: readonly Entry[], saved: number): ReviewFile {
  return {
    lectern: 'review',
    version: FILE_VERSION,
    saved,
    entries: entries.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
  }
}

/** The entries of a saved file; what is damaged among them is left out. Throws where the text is no such file. */
export function readReviewFile(text: string): Entry[] {
  const file = JSON.parse(text) as Partial<ReviewFile> | null
  if (file?.lectern !== 'review' || !Array.isArray(file.entries)) throw new Error('no file of a review')
  return file.entries.filter((entry) => isEntry(entry))
}
