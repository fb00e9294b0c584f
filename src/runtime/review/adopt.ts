/** A slide whose heading was reworded has a new slug: what the student kept under the old one goes along. */
import type { Manifest, ManifestSlide } from '../../shared/manifest.ts'
import { dice } from '../../shared/likeness.ts'
import type { Kind } from './entries.ts'
import type { ReviewStore } from './store.ts'

/** Kinds whose id is a slide's slug. */
const BY_SLUG = ['seen', 'bookmark', 'note'] as const satisfies readonly Kind[]

/** How alike two headings must be to be one slide's, from 0 to 1. */
const ALIKE = 0.5

/** Moves entries of slides that the deck no longer has to the new slide that is the same or most like it. */
export async function adoptRenamed(manifest: Manifest, store: ReviewStore): Promise<void> {
  const moves = renamed(manifest, store)
  for (const [from, to] of moves)
    for (const kind of BY_SLUG) {
      const data = store.get(kind, from)
      if (data === undefined) continue
      if (store.get(kind, to) === undefined) await store.set(kind, to, data)
      await store.set(kind, from, undefined)
    }
}

/** Old slugs with their new ones. */
function renamed(manifest: Manifest, store: ReviewStore): Map<string, string> {
  const known = new Set(store.get('visit')?.slugs)
  const here = new Set(manifest.slides.map(({ slug }) => slug))
  const fresh = manifest.slides.filter(({ slug }) => !known.has(slug))
  const gone = new Map<string, { title: string; hash?: string }>()
  for (const { id, data } of [...store.all('bookmark'), ...store.all('seen')])
    if (!here.has(id) && data) gone.set(id, data)
  const pairs = [...gone].flatMap(([from, old]) =>
    fresh.map((slide) => ({ from, to: slide.slug, likeness: likeness(old, slide) })),
  )
  const moves = new Map<string, string>()
  const taken = new Set<string>()
  for (const { from, to, likeness } of pairs.toSorted((a, b) => b.likeness - a.likeness)) {
    if (likeness < ALIKE || moves.has(from) || taken.has(to)) continue
    moves.set(from, to)
    taken.add(to)
  }
  return moves
}

function likeness(old: { title: string; hash?: string }, slide: ManifestSlide): number {
  return old.hash === slide.hash ? 1 : dice(old.title, slide.title)
}
