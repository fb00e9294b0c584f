/** What the review keeps: nothing is lost to another tab, another version, a full disk or a damaged file. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Backend, memoryBackend } from '../../src/runtime/review/backends.ts'
import { type Entry, type Migrations, isEntry, newer } from '../../src/runtime/review/entries.ts'
import { FILE_VERSION, readReviewFile } from '../../src/runtime/review/review-file.ts'
import { ReviewStore } from '../../src/runtime/review/store.ts'

let sites = 0

/** A backend as a browser's disk is: it outlives the stores that are opened on it. */
function disk(): Backend {
  return { ...memoryBackend(), lasting: true }
}

function open(
  backend: Backend,
  options: { now?: () => number; migrations?: Migrations } = {},
): Promise<ReviewStore> {
  // A site of its own for each: messages between tabs are the browser tests' matter.
  return ReviewStore.open({ site: `/${sites++}/`, deck: 'deck', backend, ...options })
}

/** A clock that moves by one with each look. */
function clock(start = 1000): () => number {
  let time = start
  return () => time++
}

const seen = (hash: string) => ({ hash, title: 'Slide' })

describe('one store', () => {
  test('what is set is there at once, and after the page is opened again', async () => {
    const backend = disk()
    const store = await open(backend)
    const done = store.set('seen', 'a', seen('1'))
    expect(store.get('seen', 'a')).toEqual(seen('1'))
    await done
    expect((await open(backend)).get('seen', 'a')).toEqual(seen('1'))
  })

  test('what is deleted stays deleted', async () => {
    const backend = disk()
    const store = await open(backend)
    await store.set('bookmark', 'a', { title: 'A' })
    await store.set('bookmark', 'a', undefined)
    expect(store.all('bookmark')).toEqual([])
    expect((await open(backend)).get('bookmark', 'a')).toBeUndefined()
  })

  test('decks do not mix; all of them can be asked for', async () => {
    const store = await open(disk())
    await store.set('seen', 'a', seen('1'))
    await store.set('seen', 'a', seen('2'), 'other')
    expect(store.all('seen').map(({ data }) => data?.hash)).toEqual(['1'])
    expect(store.all('seen', null)).toHaveLength(2)
  })

  test('listeners hear of changes until they stop', async () => {
    const store = await open(disk())
    const heard: string[] = []
    const stop = store.subscribe((changed) => heard.push(...changed.map(({ key }) => key)))
    await store.set('seen', 'a', seen('1'))
    stop()
    await store.set('seen', 'b', seen('1'))
    expect(heard).toEqual(['deck/seen/a'])
  })

  test('a clock that was set back loses no change', async () => {
    const backend = disk()
    await (await open(backend, { now: () => 5000 })).set('note', 'a', { text: 'old' })
    await (await open(backend, { now: () => 10 })).set('note', 'a', { text: 'new' })
    expect((await open(backend)).get('note', 'a')).toEqual({ text: 'new' })
  })
})

describe('two tabs', () => {
  test('a change is made to what the other tab has written meanwhile', async () => {
    const backend = disk()
    const [one, two] = [await open(backend, { now: clock(1) }), await open(backend, { now: clock(100) })]
    const add = (word: string) => (data: { text: string } | undefined) => ({
      text: `${data?.text ?? ''}${word}`,
    })
    await one.update('note', 'a', add('x'))
    await two.update('note', 'a', add('y'))
    await one.update('note', 'a', add('z'))
    expect(one.get('note', 'a')).toEqual({ text: 'xyz' })
    await two.refresh()
    expect(two.get('note', 'a')).toEqual({ text: 'xyz' })
  })

  test('both write different things at once: both stay', async () => {
    const backend = disk()
    const [one, two] = [await open(backend), await open(backend)]
    await Promise.all([one.set('seen', 'a', seen('1')), two.set('seen', 'b', seen('2'))])
    expect((await open(backend)).all('seen')).toHaveLength(2)
  })
})

describe('versions', () => {
  const migrations: Migrations = {
    note: [
      (data: string[]) => ({ text: data.join(' ') }),
      ({ text }: { text: string }) => ({ text: text.trim() }),
    ] as never,
  }
  const old = (v: number, data: unknown): Entry =>
    ({ key: 'deck/note/a', deck: 'deck', kind: 'note', id: 'a', v, at: 1, data }) as Entry

  async function holding(entry: Entry): Promise<Backend> {
    const backend = disk()
    await backend.change([entry.key], () => entry)
    return backend
  }

  test('an old entry is read through all migrations, and written in the new shape', async () => {
    const backend = await holding(old(1, ['two', 'words ']))
    const store = await open(backend, { migrations })
    expect(store.get('note', 'a')).toEqual({ text: 'two words' })
    await store.update('note', 'a', (data) => ({ text: `${data?.text}!` }))
    expect((await backend.all())[0]).toMatchObject({ v: 3, data: { text: 'two words!' } })
  })

  test('what a later Lectern wrote is neither shown nor overwritten, and goes into the file', async () => {
    const later = old(9, { rich: true })
    const backend = await holding(later)
    const store = await open(backend, { migrations })
    expect(store.get('note', 'a')).toBeUndefined()
    await store.set('note', 'a', { text: 'mine' })
    expect(await backend.all()).toEqual([later])
    expect(store.export().entries).toEqual([later])
  })

  test('a migration that fails leaves the entry as it is', async () => {
    const entry = old(1, { not: 'a list' })
    const store = await open(await holding(entry), { migrations })
    expect(store.get('note', 'a')).toBeUndefined()
    expect(store.export().entries).toEqual([entry])
  })
})

describe('files', () => {
  test('an export is read by another device, and the later of two holds', async () => {
    const laptop = await open(disk(), { now: clock(100) })
    const phone = await open(disk(), { now: clock(200) })
    await laptop.set('note', 'both', { text: 'laptop' })
    await laptop.set('note', 'laptop', { text: 'only here' })
    await phone.set('note', 'both', { text: 'phone' })
    const count = await phone.import(JSON.stringify(laptop.export()))
    expect(count).toBe(1)
    expect(phone.get('note', 'both')).toEqual({ text: 'phone' })
    expect(phone.get('note', 'laptop')).toEqual({ text: 'only here' })
    await laptop.import(JSON.stringify(phone.export()))
    expect(laptop.export().entries).toEqual(phone.export().entries)
    expect(await laptop.import(JSON.stringify(phone.export()))).toBe(0)
  })

  test('a deletion travels too', async () => {
    const laptop = await open(disk(), { now: clock(100) })
    const phone = await open(disk(), { now: clock(200) })
    await laptop.set('bookmark', 'a', { title: 'A' })
    await phone.import(JSON.stringify(laptop.export()))
    await phone.set('bookmark', 'a', undefined)
    await laptop.import(JSON.stringify(phone.export()))
    expect(laptop.all('bookmark')).toEqual([])
  })

  test('an export made by the first version is still read', async () => {
    const store = await open(disk())
    const text = readFileSync(new URL('export-v1.json', import.meta.url), 'utf8')
    expect(await store.import(text)).toBe(6)
    expect(store.get('seen', 'attention', 'foundation-models')).toEqual({ hash: 'h1', title: 'Attention' })
    expect(store.get('note', '注意', 'foundation-models')).toEqual({ text: '为什么除以 √d?' })
    expect(store.get('bookmark', 'masks', 'foundation-models')).toBeUndefined()
    expect(JSON.parse(text)).toMatchObject({ version: 1 })
    expect(FILE_VERSION).toBeGreaterThanOrEqual(1)
  })

  test.each(['', '{', '[]', 'null', '{"lectern":"deck"}', '{"lectern":"review","entries":{}}'])(
    '%j is told to be no such file, and changes nothing',
    async (text) => {
      const store = await open(disk())
      await store.set('note', 'a', { text: 'mine' })
      await expect(store.import(text)).rejects.toThrow()
      expect(store.export().entries).toHaveLength(1)
    },
  )

  test('damaged entries of a file are left out', () => {
    const good: Entry = { key: 'd/note/a', deck: 'd', kind: 'note', id: 'a', v: 1, at: 1, data: { text: '' } }
    const bad = [
      null,
      1,
      {},
      { ...good, key: 'other' },
      { ...good, at: Infinity },
      { ...good, at: '1' },
      { ...good, data: 1 },
    ]
    const text = JSON.stringify({ lectern: 'review', version: 1, saved: 1, entries: [good, ...bad] })
    expect(readReviewFile(text)).toEqual([good])
  })
})

describe('trouble', () => {
  const failing = (name: string, times: number): Backend => {
    const backend = disk()
    return {
      ...backend,
      change: (...args) =>
        times-- > 0 ? Promise.reject(new DOMException('no', name)) : backend.change(...args),
    }
  }

  test('a full disk is told; what was not written is written with the next change, and told to be over', async () => {
    const backend = failing('QuotaExceededError', 1)
    const store = await open(backend)
    const told: unknown[] = []
    store.onTrouble((trouble) => told.push(trouble))
    await store.set('note', 'a', { text: 'kept' })
    expect(store.get('note', 'a')).toEqual({ text: 'kept' })
    expect(store.export().entries).toHaveLength(1)
    await store.set('note', 'b', { text: 'too' })
    expect(told).toEqual(['full', undefined])
    expect(await backend.all()).toHaveLength(2)
  })

  test('a browser that keeps nothing is told once; the page works on', async () => {
    const store = await open(memoryBackend())
    const told: unknown[] = []
    store.onTrouble((trouble) => told.push(trouble))
    await store.set('note', 'a', { text: 'for now' })
    expect(store.get('note', 'a')).toEqual({ text: 'for now' })
    expect(told).toEqual(['denied'])
  })

  test('a store that cannot be read starts empty and says so', async () => {
    const store = await open({ ...disk(), all: () => Promise.reject(new Error('gone')) })
    expect(store.trouble).toBe('denied')
    await store.set('note', 'a', { text: 'x' })
    expect(store.get('note', 'a')).toEqual({ text: 'x' })
  })
})

test('of two entries of one moment every tab takes the same', () => {
  const entry = (text: string): Entry => ({
    key: 'd/note/a',
    deck: 'd',
    kind: 'note',
    id: 'a',
    v: 1,
    at: 5,
    data: { text },
  })
  expect(newer(entry('a'), entry('b'))).toEqual(newer(entry('b'), entry('a')))
  expect(isEntry(entry('a'))).toBe(true)
})
