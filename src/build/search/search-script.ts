/** Makes the search index of a deck, as a classic script that any page can load, from disk too. */
import MiniSearch from 'minisearch'
import type { Compiled } from '../../compiler/compiled.ts'
import {
  type DeckIndex,
  INDEX_GLOBAL,
  type SearchDoc,
  TERM_SEPARATOR,
  searchOptions,
} from '../../shared/search-index.ts'
import { texTerms, textTerms } from '../../shared/search-terms.ts'
import { shownSlides } from '../pages/slide-section.ts'
import { htmlText } from './html-text.ts'

/** The index as data. */
export function searchIndex(compiled: Compiled): DeckIndex {
  const { manifest } = compiled
  const docs = shownSlides(compiled).map((slide, id): SearchDoc => {
    const shown = htmlText(slide.html)
    const said = htmlText(slide.notes)
    return {
      id,
      slug: slide.slug,
      title: slide.title,
      section: manifest.sections[slide.section]?.title ?? '',
      // The title has a field of its own.
      text: shown.text.startsWith(slide.title) ? shown.text.slice(slide.title.length).trim() : shown.text,
      notes: said.text,
      tex: [...new Set([...shown.tex, ...said.tex])],
    }
  })
  const index = new MiniSearch(searchOptions)
  const terms = (text: string): string => textTerms(text).join(TERM_SEPARATOR)
  index.addAll(
    docs.map(({ id, title, text, notes, tex }) => ({
      id,
      title: terms(title),
      text: terms(text),
      notes: terms(notes),
      tex: tex.flatMap(texTerms).join(TERM_SEPARATOR),
    })),
  )
  return { deck: manifest.deck, title: manifest.title, lang: manifest.lang, docs, index: index.toJSON() }
}

/** The same as a script. */
export function searchScript(compiled: Compiled): string {
  const json = JSON.stringify(searchIndex(compiled))
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
  return `(self.${INDEX_GLOBAL}??=[]).push(${json})\n`
}
