/** Slides, questions and cards that were reworded have new ids: what the student kept under the old ones goes along. */
import {
  changesBetween,
  groups,
  itemsOf,
  type Group,
  type Items,
  type Renames,
} from '../../shared/carry-over.ts'
import type { Manifest } from '../../shared/manifest.ts'
import type { PracticeDeck } from '../../shared/practice-cards.ts'
import type { Kind } from './entries.ts'
import type { ReviewStore } from './store.ts'

/** Kinds by what their ids name. */
const KINDS = {
  slides: ['seen', 'bookmark', 'note'],
  questions: ['answer', 'card'],
  cards: ['card'],
} as const satisfies Record<Group, readonly Kind[]>

/** Things that are gone and still known, of each kind, at most. */
const REMEMBERED = 300

/**
 * Moves entries of things that the deck no longer has to those that are the same in other words: as the builds have
 * told, and by likeness to what the deck said at the last visit. It holds at once; writing it keeps nobody waiting.
 */
export function adoptRenamed(manifest: Manifest, store: ReviewStore): void {
  const now = itemsOf(manifest)
  const before = store.get('deck') ?? knownSlides(store)
  const next = {} as Items
  for (const group of groups) {
    const { carried, gone } = changesBetween(before[group] ?? [], now[group])
    const renames: Renames = { ...carried, ...manifest.was?.[group] }
    moveAll(store, group, renames, store.deck)
    if (group === 'slides') moveSlides(store, renames)
    next[group] = [...now[group], ...gone.slice(-REMEMBERED)]
  }
  if (JSON.stringify(next) !== JSON.stringify(store.get('deck'))) void store.set('deck', '', next)
}

/** The same for the page of all cards, which knows decks by what their builds have told. */
export function adoptTold({ deck, was }: PracticeDeck, store: ReviewStore): void {
  for (const group of ['questions', 'cards'] as const) moveAll(store, group, was?.[group] ?? {}, deck)
}

function moveAll(store: ReviewStore, group: Group, renames: Renames, deck: string): void {
  for (const [from, to] of Object.entries(renames))
    for (const kind of KINDS[group]) move(store, kind, from, to, deck)
}

/** A card with several gaps has entries `ID.1`, `ID.2`, … */
function move(store: ReviewStore, kind: Kind, from: string, to: string, deck: string): void {
  for (const { id, data } of store.all(kind, deck)) {
    if (!data || (id !== from && !(kind === 'card' && id.startsWith(`${from}.`)))) continue
    const target = to + id.slice(from.length)
    if (store.get(kind, target, deck) === undefined) void store.set(kind, target, data, deck)
    void store.set(kind, id, undefined, deck)
  }
}

/** What has a slide inside: where the student was, marks, cards made of blanks. */
function moveSlides(store: ReviewStore, renames: Renames): void {
  const place = store.get('place')
  const to = place && renames[place.slug]
  if (to) void store.set('place', '', { ...place, slug: to })
  const visit = store.get('visit')
  if (visit?.slugs.some((slug) => renames[slug]))
    void store.set('visit', '', { slugs: visit.slugs.map((slug) => renames[slug] ?? slug) })
  for (const { id, data } of store.all('highlight'))
    if (data && renames[data.slug]) void store.set('highlight', id, { ...data, slug: renames[data.slug]! })
  for (const { id, data } of store.all('card')) {
    const slide = data?.content && renames[data.content.slide]
    if (slide) void store.set('card', id, { ...data, content: { ...data.content!, slide } })
  }
}

/** What a first version has kept of a deck: titles of slides that were read or marked, and which others there were. */
function knownSlides(store: ReviewStore): Items {
  const titles = new Map((store.get('visit')?.slugs ?? []).map((slug) => [slug, '']))
  for (const { id, data } of [...store.all('bookmark'), ...store.all('seen')])
    titles.set(id, data?.title ?? '')
  return { slides: [...titles].map(([id, text]) => ({ id, text })), questions: [], cards: [] }
}
