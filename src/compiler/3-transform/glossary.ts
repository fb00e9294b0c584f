/** Terms of the deck: `glossary.md` beside it says what they mean, wherever they are used. */
import { toString } from 'mdast-util-to-string'
import type { PhrasingContent, RootContent, Text } from 'mdast'
import { noAttributes } from '../attributes.ts'
import type { VFile } from 'vfile'
import type { Context } from '../context.ts'
import type { Deck, GlossaryEntry, Slide, Span, Term } from '../deck.ts'
import { didYouMean } from '../suggest.ts'
import { replaceNodes, slidesOf } from '../walk.ts'
import { readGlossary } from './glossary-file.ts'
import { textPiece } from './place-in-text.ts'
import { termPattern, type TermPattern } from './term-pattern.ts'

/** Where a term is not explained: it is code, leads somewhere, names something, or is a picture's words. */
const spared = new Set([
  'heading',
  'link',
  'linkReference',
  'cite',
  'crossReference',
  'definitionTerm',
  'notes',
  'term',
])

/**
 * The first use of a term on each slide becomes a `term` with a card that says what it means; `[word]{.term}` asks for
 * it anywhere, `[words]{.term name="word"}` by another name. `glossary: false` leaves all that out, `glossary: PATH`
 * names another file. Sets `deck.glossary`. Reports `glossary-missing`, `glossary-empty`, `glossary-duplicate`,
 * `glossary-definition` and `glossary-unknown`.
 */
export function glossary(deck: Deck, context: Context): void {
  const entries = readGlossary(deck, context)
  const pattern = termPattern(entries, context.facts.lang)
  for (const slide of slidesOf(deck)) {
    const used = new Set<GlossaryEntry>()
    // Asked for by name first: the same term is then not marked a second time before it.
    replaceNodes(slide, (node) =>
      node.type === 'span' && node.data?.attributes?.classes.includes('term')
        ? [asked(node, pattern, used, slide, context)]
        : undefined,
    )
    if (entries.length > 0)
      replaceNodes(slide, (node, _index, parent) => {
        if (spared.has(node.type)) return [node]
        // A callout's title is a list beside its children and a heading of its own.
        if (parent.type === 'callout' && !(parent.children as RootContent[]).includes(node)) return [node]
        return node.type === 'text' ? marked(node, pattern, used, slide, context.file) : undefined
      })
  }
  if (entries.length === 0) return
  placeOthers(entries, pattern, slidesOf(deck))
  deck.glossary = entries
}

/** A term that no slide explains belongs to the first slide that has it in its heading, or else speaks of it. */
function placeOthers(
  entries: readonly GlossaryEntry[],
  pattern: TermPattern,
  slides: readonly Slide[],
): void {
  const texts = [
    slides.map(({ depth, title }) => (depth > 0 ? title : '')),
    slides.map((slide) => slide.notes.map((note) => toString(note)).join(' ')),
  ]
  for (const entry of entries) {
    if (entry.slides.length > 0) continue
    for (const text of texts) {
      const at = text.findIndex((words) => pattern.all(words).some((use) => use.entry === entry))
      if (at < 0) continue
      entry.slides.push(slides[at]!.slug)
      break
    }
  }
}

function asked(
  span: Span,
  pattern: TermPattern,
  used: Set<GlossaryEntry>,
  slide: Slide,
  context: Context,
): RootContent {
  const written = span.data?.attributes?.values.name ?? textOf(span.children)
  const entry = pattern.find(written)
  if (!entry) {
    context.report('glossary-unknown', span, `The glossary has no term “${written}”`, {
      fix: didYouMean(written, pattern.names, 'Correct the term, or add it to the glossary.'),
    })
    return span
  }
  const classes = span.data?.attributes?.classes.filter((name) => name !== 'term') ?? []
  const data = { ...span.data, attributes: { ...noAttributes(), ...span.data?.attributes, classes } }
  return { ...term(entry, span.children, used, slide, span.position), data }
}

function marked(
  node: Text,
  pattern: TermPattern,
  used: Set<GlossaryEntry>,
  slide: Slide,
  file: VFile,
): RootContent[] | undefined {
  const result: PhrasingContent[] = []
  let end = 0
  for (const { entry, start, length } of pattern.all(node.value)) {
    if (used.has(entry)) continue
    if (start > end) result.push(textPiece(node, end, start, file))
    end = start + length
    result.push(term(entry, [{ type: 'text', value: node.value.slice(start, end) }], used, slide, undefined))
  }
  if (result.length === 0) return undefined
  if (end < node.value.length) result.push(textPiece(node, end, node.value.length, file))
  return result
}

function term(
  entry: GlossaryEntry,
  children: PhrasingContent[],
  used: Set<GlossaryEntry>,
  slide: Slide,
  position: Span['position'],
): Term {
  used.add(entry)
  if (!entry.slides.includes(slide.slug)) entry.slides.push(slide.slug)
  return { type: 'term', entry, children, position }
}

function textOf(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) =>
      'value' in node ? node.value : 'children' in node ? textOf(node.children as PhrasingContent[]) : '',
    )
    .join('')
    .trim()
}
