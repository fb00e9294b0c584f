/** What is kept of a slide survives that its heading is reworded, and goes to no other slide. */
import { expect, test } from 'vitest'
import { adoptRenamed } from '../../src/runtime/review/adopt.ts'
import { dice } from '../../src/shared/likeness.ts'
import { memoryBackend } from '../../src/runtime/review/backends.ts'
import { ReviewStore } from '../../src/runtime/review/store.ts'
import type { Manifest } from '../../src/shared/manifest.ts'
import { plainDeck, plainSlide } from '../support/plain-deck.ts'

let sites = 0
type Slide = [slug: string, title: string, hash: string]

function deck(...slides: Slide[]): Manifest {
  return plainDeck(
    slides.map(([slug, title, hash], index) => ({ ...plainSlide(index, 0, 0), slug, title, hash })),
  ).manifest
}

/** A store in which all `slides` were read and the first has a note and a bookmark. */
async function after(...slides: Slide[]): Promise<ReviewStore> {
  const store = await ReviewStore.open({
    site: `/adopt-${sites++}/`,
    deck: 'plain',
    backend: memoryBackend(),
  })
  await store.set('visit', '', { slugs: slides.map(([slug]) => slug) })
  for (const [slug, title, hash] of slides) await store.set('seen', slug, { title, hash })
  const [slug, title] = slides[0]!
  await store.set('note', slug, { text: 'mine' })
  await store.set('bookmark', slug, { title })
  return store
}

const seen = (store: ReviewStore): string[] =>
  store
    .all('seen')
    .map(({ id, data }) => `${id}:${data?.hash}`)
    .toSorted()

test('a reworded heading: read, note and bookmark go along, and the slide counts as changed', async () => {
  const store = await after(
    ['attention-links', 'Attention links two positions', '1'],
    ['masks', 'Masks', '2'],
  )
  await adoptRenamed(
    deck(['masks', 'Masks', '2'], ['attention-joins', 'Attention joins two positions', '3']),
    store,
  )
  expect(seen(store)).toEqual(['attention-joins:1', 'masks:2'])
  expect(store.get('note', 'attention-joins')).toEqual({ text: 'mine' })
  expect(store.get('bookmark', 'attention-links')).toBeUndefined()
})

test('the same slide under another slug is known by what it shows', async () => {
  const store = await after(['a', 'Alpha', '1'])
  await adoptRenamed(deck(['b', 'Totally different', '1']), store)
  expect(seen(store)).toEqual(['b:1'])
})

test('moved, inserted and deleted slides: nothing goes where it does not belong', async () => {
  const store = await after(['one', 'One expensive training', '1'], ['two', 'Five properties', '2'])
  await adoptRenamed(
    deck(
      ['two', 'Five properties', '2'],
      ['new', 'Masks look both ways', '9'],
      ['one', 'One expensive training', '1'],
    ),
    store,
  )
  expect(seen(store)).toEqual(['one:1', 'two:2'])
  await adoptRenamed(deck(['new', 'Masks look both ways', '9']), store)
  expect(seen(store)).toEqual(['one:1', 'two:2'])
})

test('of two slides each goes to the one most like it', async () => {
  const store = await after(
    ['loss', 'Loss falls with parameters', '1'],
    ['data', 'Loss falls with data', '2'],
  )
  await adoptRenamed(
    deck(['x', 'Loss falls smoothly with data', '4'], ['y', 'Loss falls smoothly with parameters', '3']),
    store,
  )
  expect(seen(store)).toEqual(['x:2', 'y:1'])
})

test('likeness counts pairs of letters, Chinese too', () => {
  expect(dice('night', 'nacht')).toBeCloseTo(0.25)
  expect(dice('注意力机制', '注意力的机制')).toBeGreaterThan(0.5)
  expect(dice('', '')).toBe(0)
})
