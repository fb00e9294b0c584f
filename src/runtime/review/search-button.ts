/** `/` or the button opens the search; its script and the indexes load when they are first wanted. */
import type { ReviewData } from '../../shared/review.ts'
import { reviewWords } from './page-words.ts'
import { readPlace } from './address.ts'
import { barButton } from './bar-button.ts'
import { loadPart } from './load-part.ts'
import { pageKey } from './page-keys.ts'

/** A lens. */
export const SEARCH_ICON = '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>'

/** Key of an address that carries what was searched for to another page. */
export const QUERY = 'find'

/** What the search is told of the page that it opens in. */
export interface SearchContext {
  lang: string
  /** Address of a slide, seen from this page. */
  address(deck: string, slug: string): string
  /** The deck of this page, whose slides can be gone to without leaving it; undefined on the page of all decks. */
  deck?: string
}

/** What the search's script puts on `window`. */
export interface SearchPart {
  /** Opens the field, with what was typed already. */
  open(context: SearchContext, typed: string): void
  /** Marks on a slide what a search has found there. */
  mark(context: SearchContext, query: string, slug: string): void
}

/** Adds the button to the bar where the build wrote an index. */
export function searchButton(data: ReviewData, lang: string, context: SearchContext): void {
  if (!data.parts.search) return
  bindSearch(barButton('search', reviewWords(lang).search, SEARCH_ICON), data, context)
}

function indexesOf({ parts }: ReviewData): string[] {
  return Object.entries(parts).flatMap(([name, url]) =>
    name.startsWith('search-index:') && url ? [url] : [],
  )
}

/** Opens the search by `button` and by `/`. */
export function bindSearch(button: HTMLElement, data: ReviewData, context: SearchContext): void {
  const load = async (): Promise<SearchPart | undefined> => {
    await Promise.all([
      loadPart(data.parts.search!, data.modules),
      ...indexesOf(data).map((url) => loadPart(url)),
    ])
    return (window as { lecternSearch?: SearchPart }).lecternSearch
  }
  const open = (): void => {
    // What is typed while the search is on its way is for it, not for the page's keys.
    let typed = ''
    const keep = (event: KeyboardEvent): void => {
      if (event.key.length > 1 || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      event.stopPropagation()
      typed += event.key
    }
    addEventListener('keydown', keep, true)
    void load()
      .then((part) => part?.open(context, typed))
      .finally(() => removeEventListener('keydown', keep, true))
  }
  // Come from a search on another page.
  const query = new URLSearchParams(location.search).get(QUERY)
  const slug = readPlace(location.hash)?.slug
  if (query && slug && context.deck) void load().then((part) => part?.mark(context, query, slug))
  button.ariaKeyShortcuts = '/'
  button.addEventListener('click', open)
  pageKey('/', open)
}
