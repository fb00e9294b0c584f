/** Footnotes stand on the slide that cites them, counted from 1 on each slide. */
import type { FootnoteDefinition, FootnoteReference, Text } from 'mdast'
import type { Node, Parent } from 'unist'
import '../block-data.ts'
import type { Context } from '../context.ts'
import type { Deck, Footnotes } from '../deck.ts'
import { flows, replaceNodes, slidesOf } from '../walk.ts'
import { placeInText } from './place-in-text.ts'

/**
 * Moves the text of each `[^name]` to the foot of every slide (or notes) that cites it; definitions may stand anywhere in
 * the deck. Reports `footnote-missing` for `[^name]` without a text, which stays as written.
 */
export function footnotes(deck: Deck, context: Context): void {
  const definitions = new Map<string, FootnoteDefinition>()
  for (const slide of slidesOf(deck)) {
    for (const flow of flows(slide)) {
      replaceNodes(flow, (node) => {
        if (node.type !== 'footnoteDefinition') return undefined
        const key = node.identifier.toUpperCase()
        if (!definitions.has(key)) definitions.set(key, node)
        return []
      })
    }
  }
  for (const slide of slidesOf(deck)) {
    for (const [index, flow] of flows(slide).entries()) {
      const prefix = `${slide.slug}${index === 0 ? '' : `-notes-${index}`}`
      const cited = collect(flow, definitions, prefix, context)
      if (cited.length === 0) continue
      const foot: Footnotes = { type: 'footnotes', children: cited }
      flow.children.push(foot)
    }
  }
}

function collect(
  flow: Parent,
  definitions: ReadonlyMap<string, FootnoteDefinition>,
  prefix: string,
  context: Context,
): FootnoteDefinition[] {
  const numbers = new Map<string, number>()
  const cited: FootnoteDefinition[] = []
  const visit = (node: Node): void => {
    if (node.type === 'text') reportMissing(node as Text, context)
    if (node.type === 'footnoteReference') {
      const reference = node as FootnoteReference
      const key = reference.identifier.toUpperCase()
      const definition = definitions.get(key)
      if (!definition) return
      let number = numbers.get(key)
      if (number === undefined) {
        number = numbers.size + 1
        numbers.set(key, number)
        const copy = structuredClone(definition)
        copy.data = { ...copy.data, footnote: { number, id: `${prefix}-fn-${number}` } }
        cited.push(copy)
      }
      reference.data = { ...reference.data, footnote: { number, id: `${prefix}-fn-${number}` } }
      return
    }
    const { children = [], title, caption } = node as Parent & { title?: Node[]; caption?: Node[] }
    for (const list of [title, children, caption]) {
      if (Array.isArray(list)) for (const child of list) if (child.type !== 'notes') visit(child)
    }
  }
  visit(flow)
  // A footnote may cite another; what is found grows the list that is walked.
  for (const definition of cited) visit(definition)
  return cited
}

function reportMissing(text: Text, context: Context): void {
  for (const match of text.value.matchAll(/\[\^([^\]\s[]+)\](?!\()/g)) {
    context.report(
      'footnote-missing',
      placeInText(text, match.index, match[0].length, context.file)?.start,
      `The footnote \`${match[0]}\` has no text`,
      {
        fix: `Add a line \`${match[0]}: …\`.`,
      },
    )
  }
}
