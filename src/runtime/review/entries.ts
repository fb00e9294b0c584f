/** What the review keeps of a student: small typed entries, each with the version of its shape. */

import type { Items } from '../../shared/carry-over.ts'

/** Data by kind. A part that keeps something of its own adds its kind here by declaration merging. */
export interface Kinds {
  /** Where the student was last; one a deck, id `''`. */
  place: { slug: string; step?: number }
  /** A slide that was read, by slug: what it was like then. */
  seen: { hash: string; title: string }
  /** The deck's slides at the last visit, id `''`: tells what is new since. */
  visit: { slugs: string[] }
  /** What the deck's things said at the last visit, id `''`: by it they are known when they are reworded. */
  deck: Items
  /** A slide that was marked to come back to, by slug. */
  bookmark: { title: string }
  /** The student's own words on a slide, by slug. */
  note: { text: string }
  /** Words that the student marked, by a random id: found again by what stands around them. */
  highlight: {
    slug: string
    quote: string
    before: string
    after: string
    /** Yellow where there is none. */
    colour?: MarkColour
    note?: string
    /** The slide's title, for when the slide is gone. */
    title?: string
  }
  /** Things of the page itself, such as the day of the last backup. */
  setting: { value: string }
}

/** Colours of marked words. */
export const markColours = ['yellow', 'green', 'blue', 'pink'] as const
export type MarkColour = (typeof markColours)[number]

export type Kind = keyof Kinds

/** One thing kept. Without `data` it was deleted, which other tabs and files must learn too. */
export interface Entry<K extends Kind = Kind> {
  /** `DECK/KIND/ID`. */
  key: string
  deck: string
  kind: K
  id: string
  /** Version of the shape of `data`. */
  v: number
  /** When it changed last, ms since 1970; of two the later one holds. */
  at: number
  data?: Kinds[K]
}

/** Takes the data of one version to the next. */
export type Migration = (data: never) => unknown

/** By kind, in order: the first takes version 1 to version 2. Never change one that was released; add the next. */
export type Migrations = Partial<Record<Kind, readonly Migration[]>>

/** Today's migrations: none, all kinds have their first shape. */
export const migrations: Migrations = {}

/** The version that data of `kind` has today. */
export function versionOf(kind: Kind, known: Migrations = migrations): number {
  return (known[kind]?.length ?? 0) + 1
}

export function keyOf(deck: string, kind: Kind, id: string): string {
  return `${deck}/${kind}/${id}`
}

/**
 * The entry in today's shape. Undefined where it comes from a later version of Lectern, or its migration fails: it is
 * then kept as it is, but not shown.
 */
export function upToDate(entry: Entry, known: Migrations = migrations): Entry | undefined {
  const target = versionOf(entry.kind, known)
  if (entry.v > target || entry.v < 1) return undefined
  let data: unknown = entry.data
  try {
    if (data !== undefined)
      for (const migrate of known[entry.kind]?.slice(entry.v - 1) ?? []) data = migrate(data as never)
  } catch {
    return undefined
  }
  return { ...entry, v: target, ...(data === undefined ? {} : { data: data as Kinds[Kind] }) }
}

/** Which of two entries of one key holds: the later; of two of the same moment the same one in every tab. */
export function newer(a: Entry, b: Entry): Entry {
  if (a.at !== b.at) return a.at > b.at ? a : b
  return JSON.stringify(a) >= JSON.stringify(b) ? a : b
}

/** Whether something read from a file or a store is an entry at all. */
export function isEntry(value: unknown): value is Entry {
  const entry = value as Partial<Entry> | null
  return (
    typeof entry === 'object' &&
    entry !== null &&
    [entry.key, entry.deck, entry.kind, entry.id].every((field) => typeof field === 'string') &&
    typeof entry.v === 'number' &&
    typeof entry.at === 'number' &&
    Number.isFinite(entry.at) &&
    entry.key === `${entry.deck}/${entry.kind}/${entry.id}` &&
    (entry.data === undefined || (typeof entry.data === 'object' && entry.data !== null))
  )
}
