/** `@fig-x`, `[@thm-a; -@eq-b]`, `@sec-x`, `\eqref{x}`: links with a word, a number and a hover card. */
import type { PhrasingContent, RootContent, Text } from 'mdast'
import type { Context } from '../context.ts'
import type { Cite, CrossReference, Deck, EquationReference } from '../deck.ts'
import { flows, replaceNodes, slidesOf } from '../walk.ts'
import { cardOf } from './card-content.ts'
import { readReferences } from './citation-syntax.ts'
import { suggestLabels } from './equations.ts'
import { placeInText, textPiece } from './place-in-text.ts'
import { Targets, type Target } from './reference-targets.ts'

type Item = CrossReference['items'][number]

/**
 * Resolves references in text (not in links and code), forward and over slides. `@Fig-x` begins a sentence,
 * `[-@fig-x]` is the number alone, `[Abb. @fig-x]` has a word of the author's, `[see @fig-x]` words before it.
 * Reports `reference-unknown`, `reference-unnumbered` and, for `\eqref` and `\ref`, `math-reference`; what was written
 * stays.
 */
export function crossReferences(deck: Deck, context: Context): void {
  const targets = new Targets(deck, context.facts.lang)
  const made: { item: Item; target: Target }[] = []
  for (const slide of slidesOf(deck)) {
    for (const flow of flows(slide)) {
      replaceNodes(flow, (node) => {
        if (node.type === 'link' || node.type === 'linkReference') return [node]
        if (node.type === 'equationReference') return [fromTex(node, targets, made, context)]
        return node.type === 'text' && node.value.includes('@')
          ? fromText(node, targets, made, context)
          : undefined
      })
    }
  }
  // After all: a statement may itself hold references.
  for (const { item, target } of made) item.card = cardOf(target, context.facts.lang)
}

function fromTex(
  node: EquationReference,
  targets: Targets,
  made: { item: Item; target: Target }[],
  context: Context,
): PhrasingContent {
  const target = targets.find(node.label)
  if (!target || target.number === '') {
    const reason = `No equation is labelled "${node.label}"`
    context.report('math-reference', node, reason, suggestLabels(targets.equations()))
    return node
  }
  const item: Item = {
    key: node.label,
    form: node.bare ? 'bare' : 'number',
    word: '',
    label: '',
    before: '',
    after: '',
    target: target.id,
    slug: target.slug,
    card: [],
  }
  Object.assign(item, shownAs(item, target))
  made.push({ item, target })
  return { type: 'crossReference', items: [item], position: node.position }
}

function fromText(
  node: Text,
  targets: Targets,
  made: { item: Item; target: Target }[],
  context: Context,
): RootContent[] | undefined {
  const result: PhrasingContent[] = []
  let end = 0
  for (const { cite, start, length } of readReferences(
    node.value,
    (key) => targets.find(key) !== undefined,
  )) {
    const position = placeInText(node, start, length, context.file)
    const found = cite.items.map((item) => targets.find(item.key))
    for (const [index, target] of found.entries()) {
      if (!target?.label)
        complain((cite.items[index] as Cite['items'][number]).key, target, targets, cite, position, context)
    }
    if (!found.every((target): target is Target => Boolean(target?.label))) continue
    const items = cite.items.map((item, index) => itemOf(item, found[index] as Target))
    for (const [index, item] of items.entries()) made.push({ item, target: found[index] as Target })
    if (start > end) result.push(textPiece(node, end, start, context.file))
    result.push({ type: 'crossReference', items, position })
    end = start + length
  }
  if (result.length === 0) return undefined
  if (end < node.value.length) result.push(textPiece(node, end, node.value.length, context.file))
  return result
}

function itemOf({ key, prefix, locator, suppressAuthor }: Cite['items'][number], target: Target): Item {
  const own = /^\p{Lu}/u.test(prefix)
  const item: Item = {
    key,
    form: suppressAuthor ? 'number' : 'name',
    word: own ? prefix : '',
    label: '',
    before: own || prefix === '' ? '' : `${prefix} `,
    after: locator === '' ? '' : `, ${locator}`,
    target: target.id,
    slug: target.slug,
    card: [],
  }
  return { ...item, ...shownAs(item, target) }
}

/** The label by which an item is written: `Figure 3`, `3`, `Abb. 3`. */
export function shownAs({ key, form, word }: Item, { label, number }: Target): Pick<Item, 'label'> {
  if (word !== '') return { label: `${word} ${number}` }
  if (form === 'bare') return { label: number.replace(/^\((.*)\)$/, '$1') }
  if (form === 'number') return { label: number }
  return { label: /^\p{Lu}/u.test(key) ? label.charAt(0).toUpperCase() + label.slice(1) : label }
}

/** Kinds that we know and count; what else begins alike (`@app-store`) may be anything. */
const COUNTED = /^(?:fig|eq|thm|sec|tbl|tab|lem|cor|prp|prop|def|exm|exr|rem|cnj|conj|axm)[-:]/i

function complain(
  key: string,
  target: Target | undefined,
  targets: Targets,
  cite: Cite,
  position: Text['position'],
  context: Context,
): void {
  if (target) {
    context.report('reference-unnumbered', position, `\`@${key}\` has no number to refer to`)
    return
  }
  if (cite.narrative && !COUNTED.test(key)) return
  context.report('reference-unknown', position, `Nothing in this deck is called \`${key}\``, {
    fix: targets.suggestions.didYouMean(key, `Give what it means \`{#${key}}\`, or correct the reference.`),
  })
}
