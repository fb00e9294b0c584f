/** What the last build called things: what was reworded since keeps what students have of it, and the lecturer is told. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import {
  type AllRenames,
  changesBetween,
  chained,
  groups,
  itemsOf,
  type Changes,
  type Group,
  type Items,
} from '../shared/carry-over.ts'
import { MANIFEST_VERSION, type Manifest } from '../shared/manifest.ts'
import type { BuiltDeck } from './deck-store.ts'

/** Changes of one deck by what changed. */
export type DeckChanges = Record<Group, Changes>

/**
 * The deck with the ids of earlier builds in its manifest (`was`), and what changed since the build that lies in `out`;
 * no changes where there is none, or one of another version.
 */
export function sinceLastBuild(deck: BuiltDeck, out: string): { deck: BuiltDeck; changes?: DeckChanges } {
  const { manifest } = deck.compiled
  const before = readLast(path.join(out, manifest.deck, 'manifest.json'))
  if (!before) return { deck }
  const [old, now] = [before.items, itemsOf(manifest)]
  const changes = Object.fromEntries(
    groups.map((group) => [group, changesBetween(old[group], now[group])]),
  ) as DeckChanges
  const was = Object.fromEntries(
    groups.flatMap((group) => {
      const here = new Set(now[group].map(({ id }) => id))
      const renames = chained(before.was?.[group], changes[group].carried, here)
      return Object.keys(renames).length > 0 ? [[group, renames]] : []
    }),
  )
  if (Object.keys(was).length === 0) return { deck, changes }
  return { deck: { ...deck, compiled: { ...deck.compiled, manifest: { ...manifest, was } } }, changes }
}

/** Undefined where nothing lies there that can be read: then nothing is carried over. */
function readLast(file: string): { items: Items; was?: AllRenames } | undefined {
  try {
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest
    if (manifest.version !== MANIFEST_VERSION) return undefined
    return { items: itemsOf(manifest), ...(manifest.was && { was: manifest.was }) }
  } catch {
    return undefined
  }
}

/** Lines of a kind that are told of one deck. */
const MOST_LINES = 8
const NAMES: Record<Group, string> = { slides: 'slide', questions: 'question', cards: 'card' }

/** What changed, a line a thing; `''` where nothing has another id than before. */
export function changesText(changes: DeckChanges): string {
  const lines = groups.flatMap((group) => {
    const name = NAMES[group]
    const { carried, fresh, gone } = changes[group]
    return [
      ...some(
        Object.entries(carried).map(([from, to]) => `reworded ${name} ${from} is now ${to}`),
        name,
        'reworded',
      ),
      ...some(
        fresh.map(({ id, text }) => `new ${name} ${id}${quoted(id, text)}`),
        name,
        'new',
      ),
      ...some(
        gone.map(({ id, text }) => `gone ${name} ${id}${quoted(id, text)}`),
        name,
        'gone',
      ),
    ]
  })
  return lines.map((line) => `    ${line}\n`).join('')
}

function some(lines: readonly string[], name: string, what: string): string[] {
  const more = lines.length - MOST_LINES
  return more > 0 ? [...lines.slice(0, MOST_LINES), `and ${more} more ${what} ${name}s`] : [...lines]
}

/** The words of what has a number for its name. */
function quoted(id: string, text: string): string {
  if (!/-[0-9a-z]{6,}(?:-\d+)?$/.test(id)) return ''
  return `, “${text.length > 50 ? `${text.slice(0, 49).trimEnd()}…` : text}”`
}
