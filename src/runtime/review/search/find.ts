/** Asks the index: which slides hold all that the query asks for, the best first. */
import MiniSearch, { type Query } from 'minisearch'
import { type DeckIndex, type SearchDoc, searchOptions, SEARCH_FIELDS } from '../../../shared/search-index.ts'
import { readQuery } from '../../../shared/search-terms.ts'

export interface Found {
  index: DeckIndex
  doc: SearchDoc
  score: number
  /** The terms of the index that matched, with the fields they stand in. */
  match: Record<string, string[]>
}

/** A word counts more in a title, and less in what was only said. */
const BOOST: Record<(typeof SEARCH_FIELDS)[number], number> = { title: 4, text: 1.5, tex: 1.5, notes: 1 }

/** Words up to this long are not searched by likeness: too much is like them. */
const SHORT = 4

/** Searches decks whose indexes are loaded. Made once for each index. */
export class Finder {
  readonly #decks: { index: DeckIndex; search: MiniSearch }[]

  constructor(indexes: readonly DeckIndex[]) {
    this.#decks = indexes.map((index) => ({
      index,
      search: MiniSearch.loadJS(index.index as never, { ...searchOptions }),
    }))
  }

  /** Slides with all that is asked for; where none has, words that are spelt alike count too. */
  find(query: string): Found[] {
    for (const fuzzy of [false, true]) {
      const asked = toQuery(query, fuzzy)
      if (!asked) return []
      const found = this.#decks.flatMap(({ index, search }) =>
        search.search(asked, { boost: BOOST }).map(({ id, score, match }) => ({
          index,
          doc: index.docs[id as number]!,
          score,
          match: meant(query, match),
        })),
      )
      if (found.length > 0) return found.toSorted((a, b) => b.score - a.score)
    }
    return []
  }
}

function toQuery(query: string, fuzzy: boolean): Query | undefined {
  const wishes = readQuery(query)
  if (wishes.length === 0) return undefined
  return {
    combineWith: 'AND',
    queries: wishes.map(({ any, loose }) => ({
      combineWith: 'OR',
      queries: any.map((terms) => ({
        combineWith: 'AND',
        queries: terms.map((term, at) => ({
          queries: [term],
          // Of several parts only the last may go on.
          prefix: loose && term.length > 1 && at === terms.length - 1,
          fuzzy: fuzzy && loose && term.length > SHORT && !/[\d\\]/.test(term) ? 0.25 : false,
        })),
      })),
    })),
  }
}

/** The matched terms that were meant: where `gpt3` matched, its parts `gpt` and `3` say nothing. */
function meant(query: string, match: Found['match']): Found['match'] {
  const terms = Object.keys(match)
  const parts = readQuery(query).flatMap(({ any: [whole = [], ...others] }) =>
    whole.every((term) => terms.some((found) => found.startsWith(term))) ? others.flat() : [],
  )
  return Object.fromEntries(Object.entries(match).filter(([term]) => !parts.includes(term)))
}
