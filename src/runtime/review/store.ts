/**
 * The student's own things on this device: read at once from memory, written to where they last, told to other tabs.
 * Nothing leaves the device but as a file that the student saves.
 */
import { type Backend, memoryBackend, openBackend } from './backends.ts'
import {
  type Entry,
  type Kind,
  type Kinds,
  type Migrations,
  isEntry,
  keyOf,
  migrations as today,
  newer,
  upToDate,
  versionOf,
} from './entries.ts'
import { leaveEntries, leftEntries } from './left-entries.ts'
import { type ReviewFile, readReviewFile, reviewFile } from './review-file.ts'

/** Why nothing lasts: the browser lets the page keep nothing, or there is no room left. */
export type Trouble = 'denied' | 'full'

export interface StoreOptions {
  /** Keeps courses on one host apart: the address of the site's root. */
  site: string
  /** The deck that `get` and `set` mean where none is named. */
  deck: string
  migrations?: Migrations
  backend?: Backend
  now?: () => number
}

export class ReviewStore {
  readonly deck: string
  /** What the student must be told; undefined as long as all is well. */
  trouble: Trouble | undefined
  readonly #entries = new Map<string, Entry>()
  /** What a later Lectern wrote: kept and saved to files, but not understood. */
  readonly #foreign = new Map<string, Entry>()
  readonly #troubled = new Set<(trouble: Trouble | undefined) => void>()
  readonly #leaving = new Set<() => void>()
  readonly #listeners = new Set<(changed: readonly Entry[]) => void>()
  readonly #migrations: Migrations
  readonly #now: () => number
  readonly #channel: BroadcastChannel | undefined
  #backend: Backend
  readonly #writing = new Set<Promise<void>>()
  /** What could not be written: it is tried again with the next change, and is in every file that is saved. */
  readonly #waiting = new Map<string, Entry>()

  /** What is being written at this moment. */
  readonly #flying = new Set<Entry>()

  private constructor(options: StoreOptions, backend: Backend, channel: BroadcastChannel | undefined) {
    this.deck = options.deck
    this.#migrations = options.migrations ?? today
    this.#now = options.now ?? Date.now
    this.#backend = backend
    this.#channel = channel
    if (!backend.lasting) this.trouble = 'denied'
    channel?.addEventListener('message', ({ data }) => this.#hear(data))
  }

  /** Opens the store and reads what is in it. Never fails: at worst it lasts as long as the page. */
  static async open(options: StoreOptions): Promise<ReviewStore> {
    const name = `lectern:${options.site}`
    const backend = options.backend ?? (await openBackend(name))
    const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name)
    const store = new ReviewStore(options, backend, channel)
    await store.refresh()
    const left = leftEntries(name)
    await store.#merge(left.entries)
    if (!store.trouble) left.forget()
    if (typeof addEventListener === 'function') addEventListener('pagehide', () => store.#leave(name))
    return store
  }

  /** The data of one entry, undefined where there is none. */
  get<K extends Kind>(kind: K, id = '', deck = this.deck): Kinds[K] | undefined {
    return this.entry(kind, id, deck)?.data
  }

  /** The whole entry, with the time of its last change. */
  entry<K extends Kind>(kind: K, id = '', deck = this.deck): Entry<K> | undefined {
    const entry = this.#entries.get(keyOf(deck, kind, id))
    return entry?.data === undefined ? undefined : (entry as Entry<K>)
  }

  /** All entries of a kind that are not deleted; `deck` null for all decks of the course. */
  all<K extends Kind>(kind: K, deck: string | null = this.deck): Entry<K>[] {
    return [...this.#entries.values()].filter(
      (entry): entry is Entry<K> =>
        entry.kind === kind && entry.data !== undefined && (deck === null || entry.deck === deck),
    )
  }

  /** Keeps `data`; undefined deletes. */
  set<K extends Kind>(kind: K, id: string, data: Kinds[K] | undefined, deck = this.deck): Promise<void> {
    return this.update(kind, id, () => data, deck)
  }

  /**
   * Changes an entry from what it is at this moment, which another tab may have changed; `change` may run twice. The
   * change holds here at once; when the promise resolves it is kept, or the trouble is told.
   */
  async update<K extends Kind>(
    kind: K,
    id: string,
    change: (data: Kinds[K] | undefined) => Kinds[K] | undefined,
    deck = this.deck,
  ): Promise<void> {
    const key = keyOf(deck, kind, id)
    const now = this.#now()
    const make = (raw: Entry | undefined): Entry | undefined => {
      const old = raw && upToDate(raw, this.#migrations)
      // A later Lectern wrote it: not ours to change.
      if (raw && !old) return undefined
      const data = change(old?.data as Kinds[K] | undefined)
      const v = versionOf(kind, this.#migrations)
      // A clock that runs behind must not make a change get lost.
      const at = Math.max(now, (old?.at ?? 0) + 1)
      return { key, deck, kind, id, v, at, ...(data === undefined ? {} : { data }) }
    }
    const guess = this.#foreign.has(key) ? undefined : make(this.#entries.get(key))
    if (!guess) return
    this.#take([guess])
    await this.#write([key], (_key, old) => make(latest(old, this.#waiting.get(key))), [guess])
  }

  /** Reads everything anew: other tabs may have written where no message comes through. */
  async refresh(): Promise<void> {
    try {
      const kept = await this.#backend.all()
      this.#take(kept.filter((entry) => isEntry(entry)))
    } catch {
      this.#backend = memoryBackend()
      this.#tell('denied')
    }
  }

  /** Resolves when nothing is on its way to where it lasts. */
  async settled(): Promise<void> {
    while (this.#writing.size > 0) await Promise.all(this.#writing)
  }

  /** Calls back with what changed, in this tab or another; returns how to stop that. */
  subscribe(listener: (changed: readonly Entry[]) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Everything of all decks as one file, what was deleted included. */
  export(): ReviewFile {
    return reviewFile([...this.#entries.values(), ...this.#foreign.values()], this.#now())
  }

  /**
   * Takes over a saved file: of each thing the later one holds, here or there. Returns how many entries changed;
   * throws where the text is no such file.
   */
  async import(text: string): Promise<number> {
    return this.#merge(readReviewFile(text))
  }

  async #merge(entries: readonly Entry[]): Promise<number> {
    const theirs = new Map<string, Entry>()
    for (const entry of entries) theirs.set(entry.key, latest(theirs.get(entry.key), entry)!)
    const changed = [...theirs.values()].filter((entry) => {
      const mine = this.#entries.get(entry.key)
      return !mine || newer(mine, entry) === entry
    })
    this.#take(changed)
    if (changed.length === 0) return 0
    await this.#write(
      changed.map(({ key }) => key),
      (key, old) => latest(old, theirs.get(key)),
      changed,
    )
    return changed.length
  }

  /** Hears of trouble, now and later; undefined: it is over. */
  onTrouble(listener: (trouble: Trouble | undefined) => void): void {
    this.#troubled.add(listener)
    if (this.trouble) listener(this.trouble)
  }

  /** Calls `listener` when the page goes, in time for what it still sets to be kept. */
  beforeLeaving(listener: () => void): void {
    this.#leaving.add(listener)
  }

  #leave(name: string): void {
    for (const listener of this.#leaving) listener()
    leaveEntries(name, [...this.#flying, ...this.#waiting.values()])
  }

  #write(...args: Parameters<ReviewStore['keep']>): Promise<void> {
    const writing = this.keep(...args).finally(() => this.#writing.delete(writing))
    this.#writing.add(writing)
    return writing
  }

  private async keep(
    keys: readonly string[],
    next: (key: string, old: Entry | undefined) => Entry | undefined,
    guesses: readonly Entry[],
  ): Promise<void> {
    for (const entry of guesses) this.#flying.add(entry)
    const late = [...this.#waiting.values()].filter(({ key }) => !keys.includes(key))
    try {
      const written = await this.#backend.change([...keys, ...late.map(({ key }) => key)], (key, old) => {
        const waited = late.find((entry) => entry.key === key)
        return waited ? latest(old, waited) : next(key, old)
      })
      this.#waiting.clear()
      if (this.trouble === 'full') this.#tell(undefined)
      this.#take(written)
      this.#channel?.postMessage(written)
    } catch (error) {
      for (const entry of guesses) this.#waiting.set(entry.key, entry)
      this.#tell((error as DOMException).name === 'QuotaExceededError' ? 'full' : 'denied')
    } finally {
      for (const entry of guesses) this.#flying.delete(entry)
    }
  }

  #hear(data: unknown): void {
    if (Array.isArray(data)) this.#take(data.filter((entry) => isEntry(entry)))
  }

  /** Puts entries into memory where they are later than what is there, and tells who listens. */
  #take(entries: readonly Entry[]): void {
    const changed: Entry[] = []
    for (const raw of entries) {
      const entry = upToDate(raw, this.#migrations)
      if (!entry) {
        this.#foreign.set(raw.key, latest(this.#foreign.get(raw.key), raw)!)
        continue
      }
      const mine = this.#entries.get(entry.key)
      if (mine && newer(mine, entry) === mine) continue
      this.#entries.set(entry.key, entry)
      changed.push(entry)
    }
    if (changed.length > 0) for (const listener of this.#listeners) listener(changed)
  }

  #tell(trouble: Trouble | undefined): void {
    if (this.trouble === trouble) return
    this.trouble = trouble
    for (const listener of this.#troubled) listener(trouble)
  }
}

/** The later of two, of which one or both may be missing. */
function latest(a: Entry | undefined, b: Entry | undefined): Entry | undefined {
  return a && b ? newer(a, b) : (a ?? b)
}
