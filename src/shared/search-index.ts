/** The search index of a deck: what the build writes into a script beside the pages, and the browser reads. */
import { foldText } from './search-terms.ts'

/** A slide as search sees it. */
export interface SearchDoc {
  /** Its place in the deck. */
  id: number
  slug: string
  title: string
  section: string
  /** Words on the slide, in notes, and formulas as LaTeX. */
  text: string
  notes: string
  tex: string[]
}

/** One deck's index, put on `window` by its script. */
export interface DeckIndex {
  deck: string
  title: string
  lang: string
  docs: SearchDoc[]
  /** MiniSearch's own form. */
  index: unknown
}

/** Name of the global array that index scripts push to. */
export const INDEX_GLOBAL = 'lecternIndex'

/** The fields that are searched. */
export const SEARCH_FIELDS = ['title', 'text', 'notes', 'tex'] as const

/** Terms are cut before they reach the library: each field's text comes as terms between line feeds. */
export const TERM_SEPARATOR = '\n'

/** Options of the library that index and query share. */
export const searchOptions = {
  idField: 'id',
  fields: [...SEARCH_FIELDS],
  tokenize: (text: string): string[] => text.split(TERM_SEPARATOR).filter(Boolean),
  processTerm: (term: string): string => foldText(term),
}
