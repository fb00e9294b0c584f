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
  adoptRenamed(
    deck(['masks', 'Masks', '2'], ['attention-joins', 'Attention joins two positions', '3']),
    store,
  )
  expect(seen(store)).toEqual(['attention-joins:1', 'masks:2'])
  expect(store.get('note', 'attention-joins')).toEqual({ text: 'mine' })
  expect(store.get('bookmark', 'attention-links')).toBeUndefined()
})

test('the same slide under quite another heading is known by what it shows', async () => {
  const body = 'shown'
  const one = deck(['a', 'Alpha', '1'])
  one.slides[0]!.body = body
  const store = await after(['a', 'Alpha', '1'])
  adoptRenamed(one, store)
  const two = deck(['b', 'Totally different', '2'])
  two.slides[0]!.body = body
  adoptRenamed(two, store)
  expect(seen(store)).toEqual(['b:1'])
  expect(store.get('visit')).toEqual({ slugs: ['b'] })
})

test('what the builds have told goes before likeness, over several of them', async () => {
  const store = await after(['a', 'Alpha', '1'])
  await store.set('highlight', 'h', { slug: 'a', quote: 'words', before: '', after: '' })
  adoptRenamed({ ...deck(['c', 'Totally different', '2']), was: { slides: { a: 'c' } } }, store)
  expect(seen(store)).toEqual(['c:1'])
  expect(store.get('highlight', 'h')?.slug).toBe('c')
})

test('a reworded question keeps its answer and its card, one with several gaps each of them', async () => {
  const store = await after(['a', 'Alpha', '1'])
  const asked = (quiz: string, card: string, words: string): Manifest => ({
    ...deck(['a', 'Alpha', '1']),
    quizzes: [
      { id: quiz, slide: 'a', kind: 'think', question: `<p>Why is there a square root ${words}?</p>` },
    ],
    cards: [{ id: card, slide: 'a', kind: 'cloze', front: `<p>BERT masks 15 % of the tokens ${words}.</p>` }],
  })
  adoptRenamed(asked('think-1', 'card-1', 'here'), store)
  const answer = { right: true, first: true, visit: 'v', given: ['knew'] }
  await store.set('answer', 'think-1', answer)
  await store.set('card', 'think-1', { missed: 1 })
  for (const gap of ['card-1.1', 'card-1.2']) await store.set('card', gap, { missed: 2 })
  adoptRenamed(asked('think-2', 'card-2', 'in it'), store)
  expect(store.all('answer').map(({ id }) => id)).toEqual(['think-2'])
  expect(
    store
      .all('card')
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(['card-2.1', 'card-2.2', 'think-2'])
  // A question that was away for a while comes back in other words.
  adoptRenamed(deck(['a', 'Alpha', '1']), store)
  adoptRenamed(asked('think-3', 'card-3', 'at all'), store)
  expect(store.get('answer', 'think-3')).toEqual(answer)
})

test('moved, inserted and deleted slides: nothing goes where it does not belong', async () => {
  const store = await after(['one', 'One expensive training', '1'], ['two', 'Five properties', '2'])
  adoptRenamed(
    deck(
      ['two', 'Five properties', '2'],
      ['new', 'Masks look both ways', '9'],
      ['one', 'One expensive training', '1'],
    ),
    store,
  )
  expect(seen(store)).toEqual(['one:1', 'two:2'])
  adoptRenamed(deck(['new', 'Masks look both ways', '9']), store)
  expect(seen(store)).toEqual(['one:1', 'two:2'])
})

test('of two slides each goes to the one most like it', async () => {
  const store = await after(
    ['loss', 'Loss falls with parameters', '1'],
    ['data', 'Loss falls with data', '2'],
  )
  adoptRenamed(
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
