/**
 * What a page could not write before it went: a database answers too late for that, local storage answers at once. The
 * next page of the course takes it over.
 */
import { type Entry, isEntry } from './entries.ts'

/** Lays entries aside as the page goes; `name` is the store's. Where local storage is closed they go with the page. */
export function leaveEntries(name: string, entries: readonly Entry[]): void {
  if (entries.length === 0) return
  try {
    const id = Math.random().toString(36).slice(2)
    localStorage.setItem(`${prefixOf(name)}${id}`, JSON.stringify(entries))
  } catch {
    // Closed or full: nothing more can be done in a page that goes.
  }
}

/** What pages before this one left, and how to forget it once it is written. */
export function leftEntries(name: string): { entries: Entry[]; forget(): void } {
  const entries: Entry[] = []
  const keys: string[] = []
  try {
    for (const key of Object.keys(localStorage).filter((key) => key.startsWith(prefixOf(name)))) {
      keys.push(key)
      const left: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
      if (Array.isArray(left)) entries.push(...left.filter((entry) => isEntry(entry)))
    }
  } catch {
    // Closed, or damaged: what could be read counts.
  }
  return { entries, forget: () => keys.forEach((key) => localStorage.removeItem(key)) }
}

function prefixOf(name: string): string {
  return `${name}|left|`
}
