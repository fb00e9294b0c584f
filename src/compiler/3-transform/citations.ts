/** Citations in the text, and the slides that list what was cited. */
import type { Data, PhrasingContent, RootContent, Text } from 'mdast'
import '../block-data.ts'
import type { Context } from '../context.ts'
import type { Cite, Deck } from '../deck.ts'
import { flows, replaceNodes, slidesOf } from '../walk.ts'
import { didYouMean } from '../suggest.ts'
import { authorYear, type CitationStyle } from './bibliography/format.ts'
import type { StyledCitations } from './bibliography/csl-engine.ts'
import { findCsl } from './bibliography/csl-files.ts'
import { loadLibrary } from './bibliography/load-library.ts'
import type { Library, Reference } from './bibliography/reference.ts'
import { readCitations } from './citation-syntax.ts'
import { placeInText, textPiece } from './place-in-text.ts'
import { placeReferences } from './reference-slides.ts'

/**
 * Reads `[@key, p. 3; see @other]`, `[-@key]` and `@key` in text (not in links, code and addresses), from
 * `references.bib` beside the deck or what `bibliography:` names. Each work is a link with its reference on a card; the
 * works cited stand on slides at the end, or where `::references` is. `csl:` has them in another style. Reports
 * `citation-unknown`, and the text stays.
 */
export async function citations(deck: Deck, context: Context): Promise<void> {
  const library = loadLibrary(context)
  const cites: Cite[] = []
  for (const slide of slidesOf(deck)) {
    for (const flow of flows(slide)) {
      replaceNodes(flow, (node) => {
        if (node.type === 'link' || node.type === 'linkReference' || node.type === 'notes')
          return node.type === 'notes' ? undefined : [node]
        return node.type === 'text' && node.value.includes('@')
          ? cited(node, library, cites, context)
          : undefined
      })
    }
  }
  const keys = [...new Set(cites.flatMap((cite) => cite.items.map(({ key }) => key)))]
  const references = keys.map((key) => library.get(key)).filter((one): one is Reference => one !== undefined)
  const own = authorYear(references, context.facts.lang)
  const styled = await inStyle(cites, library, own, context)
  const style = styled ? { ...own, entry: styled.entry } : own
  const slugs = placeReferences(deck, styled?.list ?? references.toSorted(own.compare), style, context)
  for (const [index, cite] of cites.entries())
    render(
      cite,
      library,
      style,
      slugs,
      styled?.texts[index],
      styled?.list.map(({ key }) => key),
    )
}

/** The citations as `csl:` has them; undefined without it, and after a message where it does not work. */
async function inStyle(
  cites: readonly Cite[],
  library: Library,
  own: CitationStyle,
  context: Context,
): Promise<StyledCitations | undefined> {
  const { csl, places } = context.facts
  const files = csl === '' ? undefined : findCsl(context)
  if (!files || cites.length === 0) return undefined
  const engine = await import('./bibliography/csl-engine.ts').catch(() => undefined)
  if (!engine) {
    const fix = 'Run `npm install citeproc`, which was left out.'
    context.report('csl-unknown', places.csl, 'Citation styles need the package `citeproc`', { fix })
    return undefined
  }
  try {
    return engine.styleCitations(cites, library, files, own)
  } catch (cause) {
    const reason = `The style \`${csl}\` cannot be used: ${cause instanceof Error ? cause.message : String(cause)}`
    context.report('csl-syntax', places.csl, reason, { cause })
    return undefined
  }
}

function cited(text: Text, library: Library, cites: Cite[], context: Context): RootContent[] | undefined {
  const result: PhrasingContent[] = []
  let end = 0
  for (const { cite, start, length } of readCitations(text.value, (key) => library.has(key))) {
    const unknown = cite.items.filter(({ key }) => !library.has(key))
    const position = placeInText(text, start, length, context.file)
    // A lone `@name` may be anything; only one that nearly is a key is taken for a slip.
    const meant =
      unknown.length > 0 && cite.narrative ? didYouMean(unknown[0]?.key ?? '', [...library.keys()], '') : 'x'
    for (const { key } of meant === '' ? [] : unknown) {
      context.report('citation-unknown', position, `The key \`@${key}\` is not in the bibliography`, {
        fix: cite.narrative
          ? meant
          : didYouMean(key, [...library.keys()], 'Correct the key or add the entry.'),
      })
    }
    if (unknown.length > 0) continue
    cite.position = position
    if (start > end) result.push(textPiece(text, end, start, context.file))
    result.push(cite)
    cites.push(cite)
    end = start + length
  }
  if (result.length === 0) return undefined
  if (end < text.value.length) result.push(textPiece(text, end, text.value.length, context.file))
  return result
}

function render(
  cite: Cite,
  library: Library,
  style: CitationStyle,
  slugs: ReadonlyMap<string, string>,
  citationHtml: string | undefined,
  order: readonly string[] | undefined,
): void {
  const rendered = cite.items.map(({ key, prefix, locator, suppressAuthor }) => {
    const reference = library.get(key) as Reference
    const year = style.year(reference) + (locator === '' ? '' : `, ${locator}`)
    const authors = style.authors(reference)
    // A year begins no line.
    const label = cite.narrative
      ? `${authors}\u00A0(${year})`
      : suppressAuthor
        ? year
        : `${authors},\u00A0${year}`
    return {
      key,
      label: prefix === '' ? label : `${prefix} ${label}`,
      href: `#/${slugs.get(key) ?? 'references'}`,
      card: style.entry(reference),
    }
  })
  // In the order of the list, as the numbers run.
  if (order) rendered.sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key))
  const data: Data = {
    ...cite.data,
    citations: rendered,
    ...(citationHtml !== undefined && { citationHtml }),
  }
  cite.data = data
}
