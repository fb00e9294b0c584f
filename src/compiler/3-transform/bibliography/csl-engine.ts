/** Citations and the list in a style of CSL, by citeproc. Only decks that ask for a style load this. */
import CSL, { type Engine } from 'citeproc'
import type { Cite } from '../../deck.ts'
import { cleanHtml } from './csl-html.ts'
import type { CslFiles } from './csl-files.ts'
import { cslItem, placeInWork } from './csl-item.ts'
import type { CitationStyle } from './format.ts'
import type { Library, Reference } from './reference.ts'

export interface StyledCitations {
  /** The HTML of each citation, in the order of the deck; undefined where the style prints nothing. */
  texts: (string | undefined)[]
  /** The list as the style orders it. */
  list: Reference[]
  /** Entries for the list and the cards. */
  entry(reference: Reference): string
}

/** A style takes up to half a second to be read: kept from build to build of a preview. */
const kept = new Map<string, { engine: Engine; library: Library }>()

function engineOf(files: CslFiles, library: Library): Engine {
  const key = `${files.lang}\n${files.style}`
  const known = kept.get(key)
  if (known) {
    known.library = library
    return known.engine
  }
  const entry = { library } as { engine: Engine; library: Library }
  entry.engine = new CSL.Engine(
    {
      retrieveLocale: (lang) => files.locale(lang),
      retrieveItem: (id) => cslItem(entry.library.get(id) as Reference),
    },
    files.style,
    files.lang,
  )
  if (kept.size >= 4) kept.clear()
  kept.set(key, entry)
  return entry.engine
}

/** What citeproc writes where a style prints nothing. */
const NOTHING = /\[CSL STYLE ERROR|^\s*$/
/** Set for a citation whose authors a style of numbers does not name. */
const NO_AUTHOR = /\[NO_PRINTED_FORM\]\s*/

/** Sets all citations of a deck at once: numbers and letters depend on all of them. Throws where the style is broken. */
export function styleCitations(
  cites: readonly Cite[],
  library: Library,
  files: CslFiles,
  own: CitationStyle,
): StyledCitations {
  CSL.debug = () => {}
  const engine = engineOf(files, library)
  // What a kept engine knows of another state of the deck goes first.
  engine.updateItems([])
  engine.updateItems([...new Set(cites.flatMap(({ items }) => items.map(({ key }) => key)))])
  const citations = cites.map(({ items, narrative }, index) => ({
    citationID: String(index),
    citationItems: items.map(({ key, prefix, locator, suppressAuthor }) => ({
      id: key,
      ...(prefix && { prefix: `${prefix} ` }),
      ...placeInWork(locator),
      ...(suppressAuthor && { 'suppress-author': true }),
    })),
    properties: { noteIndex: 0, ...(narrative && { mode: 'composite' as const }) },
  }))
  const texts = engine.rebuildProcessorState(citations, 'html', []).map(([, , html], index) => {
    const [first] = (cites[index] as Cite).items
    const authors = first ? own.authors(library.get(first.key) as Reference) : ''
    return NOTHING.test(html) ? undefined : cleanHtml(named(html, authors))
  })
  const [parameters, entries] = engine.makeBibliography() || [{ entry_ids: [] }, []]
  const html = new Map<string, string>()
  for (const [index, [key]] of parameters.entry_ids.entries()) {
    if (key !== undefined) html.set(key, cleanHtml(entries[index] ?? ''))
  }
  return {
    texts,
    list: [...html.keys()].map((key) => library.get(key) as Reference),
    entry: (reference) => html.get(reference.key) ?? own.entry(reference),
  }
}

/** `Doe [1]`, `Doe¹`. */
function named(html: string, authors: string): string {
  return html.replace(NO_AUTHOR, (_, at: number) => {
    const raised = /^\[NO_PRINTED_FORM\]\s*<sup>/.test(html.slice(at))
    return escape(authors) + (raised ? '' : ' ')
  })
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
