/** The search as part of a page: its script and the indexes of the decks that the page searches. */
import { createHash } from 'node:crypto'
import type { Compiled } from '../../compiler/compiled.ts'
import type { RuntimeBundle } from '../vite/runtime-bundle.ts'
import { searchScript } from './search-script.ts'

/** A deck's index as a file of `assets/`. */
export interface IndexFile {
  deck: string
  name: string
  content: Uint8Array
}

export function searchIndexFile(compiled: Compiled): IndexFile {
  const content = new TextEncoder().encode(searchScript(compiled))
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 8)
  const { deck } = compiled.manifest
  return { deck, name: `search-${deck}-${hash}.js`, content }
}

/** `page` with the search over `indexes`; `review` holds the search's script. */
export function withSearch(
  page: RuntimeBundle,
  review: RuntimeBundle,
  indexes: readonly IndexFile[],
): RuntimeBundle {
  const search = review.parts?.search
  if (!search) return page
  const parts = Object.fromEntries(indexes.map(({ deck, name }) => [`search-index:${deck}`, name]))
  const files = new Map(page.files)
  files.set(search, review.files.get(search)!)
  for (const { name, content } of indexes) files.set(name, content)
  return { ...page, parts: { ...page.parts, search, ...parts }, files }
}
