/** Reads the terms of `glossary.md`. */
import { toString } from 'mdast-util-to-string'
import type { PhrasingContent, RootContent } from 'mdast'
import type { Node } from 'unist'
import type { Context } from '../context.ts'
import type { Deck, DefinitionList, DefinitionTerm, GlossaryEntry } from '../deck.ts'
import { didYouMean } from '../suggest.ts'
import { formulaOf, type MathNode } from '../tex.ts'
import { blocks } from './card-content.ts'
import { eachFormula, isDisplay } from './each-formula.ts'
import { lenientTex } from './lenient-tex.ts'

/** A paragraph of so few letters, with no full stop, is a term whose definition was forgotten. */
const TERM_LENGTH = 40

/** The entries of the deck's glossary; without a file of that name there are none. */
export function readGlossary(deck: Deck, context: Context): GlossaryEntry[] {
  const { glossary: path, glossaryNamed, places } = context.facts
  if (path === '') return []
  const text = context.host.read(path)
  if (text === undefined) {
    if (glossaryNamed) {
      const fix = didYouMean(
        path,
        context.host.siblings(),
        'Correct `glossary:` or add the file beside the deck.',
      )
      context.report('glossary-missing', places.glossary, `The glossary \`${path}\` is not there`, { fix })
    }
    return []
  }
  const { root, report } = context.parsePart(path, text)
  const entries: GlossaryEntry[] = []
  const known = new Set<string>()
  const formulas = formulaReader(deck, context)
  for (const node of root.children) {
    if (node.type === 'definitionList') {
      formulas(node)
      entries.push(...readList(node, known, report))
    } else if (node.type === 'paragraph') {
      const words = toString(node)
      if (words.length <= TERM_LENGTH && !/[.!?。！？:：]$/.test(words))
        report('glossary-definition', node, `The term “${words}” has no definition`)
    }
  }
  if (entries.length === 0)
    report('glossary-empty', { line: 1, column: 1 }, `The glossary \`${path}\` has no definition list`)
  return entries
}

function readList(list: DefinitionList, known: Set<string>, report: Context['report']): GlossaryEntry[] {
  const entries: GlossaryEntry[] = []
  let terms: DefinitionTerm[] = []
  let definition: RootContent[] = []
  const finish = () => {
    const fresh = terms.filter((term) => {
      const name = toString(term).trim()
      if (name !== '' && !known.has(name.toLowerCase())) return true
      if (name !== '') report('glossary-duplicate', term, `The term “${name}” was defined before`)
      return false
    })
    const names = fresh.flatMap((term) => namesOf(toString(term).trim()))
    for (const name of names) known.add(name.toLowerCase())
    const [first] = fresh
    if (first && definition.length > 0) {
      const title: PhrasingContent = { type: 'text', value: toString(first).trim() }
      const label: PhrasingContent = {
        type: 'span',
        children: [title],
        data: { hProperties: { className: ['card-label'] } },
      }
      const shown = blocks(definition)
      entries.push({ names, definition: shown, card: [label, ...shown], slides: [] })
    }
    terms = []
    definition = []
  }
  for (const child of list.children) {
    if (child.type === 'definitionTerm') {
      if (definition.length > 0) finish()
      terms.push(child)
    } else definition.push(...child.children)
  }
  finish()
  return entries
}

/** `Reinforcement learning (RL)` is known by its long and by its short name. */
function namesOf(written: string): string[] {
  const match = /^(.+?)\s*[(（]([^()（）]+)[)）]$/u.exec(written)
  return match ? [match[1] as string, match[2] as string] : [written]
}

/** Gives formulas of another file the deck's macros. */
function formulaReader(deck: Deck, context: Context): (node: Node) => void {
  let macros = formulaOf({ type: 'inlineMath', value: '' }).macros
  eachFormula(deck, (node) => (macros = formulaOf(node).macros))
  const own = Object.entries(context.facts.macros).map(([name, body]) => [name, { body }] as const)
  const version = `${macros.version} ${JSON.stringify(own)}`
  const joined = { version, macros: { ...Object.fromEntries(own), ...macros.macros } }
  const visit = (node: Node): void => {
    if (node.type === 'math' || node.type === 'inlineMath') {
      const formula = formulaOf(node as MathNode)
      formula.source = lenientTex(formula.source, isDisplay(node as MathNode))
      formula.macros = joined
    }
    if ('children' in node) for (const child of node.children as Node[]) visit(child)
  }
  return visit
}
