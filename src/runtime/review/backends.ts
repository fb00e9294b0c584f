/** Where entries are kept: IndexedDB; where that is closed, local storage; where that is too, the page alone. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { type Entry, isEntry } from './entries.ts'

/** Version of the database itself, not of the entries in it. */
const DATABASE_VERSION = 1
const TABLE = 'entries'

interface Schema extends DBSchema {
  entries: { key: string; value: Entry }
}

export interface Backend {
  /** Whether what is kept outlives the page. */
  lasting: boolean
  all(): Promise<Entry[]>
  /** Reads and writes each key in one turn, so that no other tab comes between. Returns what was written. */
  change(
    keys: readonly string[],
    next: (key: string, old: Entry | undefined) => Entry | undefined,
  ): Promise<Entry[]>
}

/** The best of the three that works here. `name` keeps the courses of one host apart. */
export async function openBackend(name: string): Promise<Backend> {
  try {
    return await databaseBackend(name)
  } catch {
    return storageBackend(name) ?? memoryBackend()
  }
}

async function databaseBackend(name: string): Promise<Backend> {
  const database = await open(name)
  // A private window may open a database and refuse to read it.
  await database.count(TABLE)
  return {
    lasting: true,
    all: () => database.getAll(TABLE),
    async change(keys, next) {
      const transaction = database.transaction(TABLE, 'readwrite')
      const written: Entry[] = []
      // Whoever waits for `done` hears of a full disk; what is thrown before is the same trouble.
      const done = transaction.done
      done.catch(() => undefined)
      for (const key of keys) {
        const entry = next(key, await transaction.store.get(key))
        if (!entry) continue
        await transaction.store.put(entry)
        written.push(entry)
      }
      await done
      return written
    },
  }
}

async function open(name: string): Promise<IDBPDatabase<Schema>> {
  const options = {
    upgrade: (database: IDBPDatabase<Schema>) => void database.createObjectStore(TABLE, { keyPath: 'key' }),
    // A later Lectern in another tab changes the database: this tab steps back.
    blocking: (_from: number, _to: number | null, event: IDBVersionChangeEvent) =>
      (event.target as IDBDatabase).close(),
  }
  try {
    return await openDB<Schema>(name, DATABASE_VERSION, options)
  } catch (error) {
    // A later Lectern has been here: its entries are read as far as they are understood.
    if ((error as DOMException).name === 'VersionError') return openDB<Schema>(name)
    throw error
  }
}

function storageBackend(name: string): Backend | undefined {
  try {
    const storage = localStorage
    const prefix = `${name}|`
    storage.setItem(`${prefix}?`, '')
    storage.removeItem(`${prefix}?`)
    const read = (key: string): Entry | undefined => {
      try {
        const entry: unknown = JSON.parse(storage.getItem(prefix + key) ?? 'null')
        return isEntry(entry) ? entry : undefined
      } catch {
        return undefined
      }
    }
    return {
      lasting: true,
      all: async () =>
        Object.keys(storage)
          .filter((key) => key.startsWith(prefix))
          .flatMap((key) => read(key.slice(prefix.length)) ?? []),
      async change(keys, next) {
        const written = keys.flatMap((key) => next(key, read(key)) ?? [])
        for (const entry of written) storage.setItem(prefix + entry.key, JSON.stringify(entry))
        return written
      },
    }
  } catch {
    return undefined
  }
}

/** Keeps entries as long as the page is open. */
export function memoryBackend(): Backend {
  const kept = new Map<string, Entry>()
  return {
    lasting: false,
    all: async () => [...kept.values()],
    async change(keys, next) {
      const written = keys.flatMap((key) => next(key, kept.get(key)) ?? [])
      for (const entry of written) kept.set(entry.key, entry)
      return written
    },
  }
}
