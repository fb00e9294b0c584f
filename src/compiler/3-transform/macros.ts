import type { Node, Parent } from 'unist'
import type { Context } from '../context.ts'
import type { Deck } from '../deck.ts'
import { hashText } from '../hash.ts'
import { formulaOf, pointInFormula, rewrite, type Macro, type MacroTable } from '../tex.ts'
import { eachFormula, eachNode, isDisplay } from './each-formula.ts'
import { lenientMacro, lenientTex } from './lenient-tex.ts'
import { readDefinitions, type Definition } from './macro-definitions.ts'

/**
 * Share macros by the whole deck, and make TeX that KaTeX is stricter about than LaTeX acceptable to it.
 *
 * Takes `macros:` of the front matter and `\newcommand`, `\renewcommand`, `\providecommand`, `\def`,
 * `\DeclareMathOperator` of any formula. A formula sees the last definition before it, and the first one of the deck
 * where none stands before it. A formula of nothing but definitions prints nothing.
 *
 * Reports `math-macro` for a definition that cannot be read.
 */
export function macros(deck: Deck, context: Context): void {
  const inOrder: Definition[][] = []
  eachFormula(deck, (node) => {
    const { definitions, edits, broken } = readDefinitions(node.value)
    inOrder.push(definitions)
    const formula = formulaOf(node)
    for (const { start, command } of broken) {
      formula.error = `This \`${command}\` cannot be read`
      context.report('math-macro', pointInFormula(node, start), formula.error)
    }
    formula.source = lenientTex(rewrite(formula.source, edits), isDisplay(node))
  })

  const current = startTable(context.facts.macros, inOrder.flat())
  let table = tableOf(current)
  let index = 0
  eachFormula(deck, (node) => {
    let changed = false
    for (const { name, macro, weak } of inOrder[index++]!) {
      const next = lenient(macro)
      if (weak || same(current.get(name), next)) continue
      current.set(name, next)
      changed = true
    }
    if (changed) table = tableOf(current)
    formulaOf(node).macros = table
  })
  removeEmpty(deck)
}

function startTable(facts: Record<string, string>, definitions: Definition[]): Map<string, Macro> {
  const table = new Map<string, Macro>()
  for (const [name, body] of Object.entries(facts))
    table.set(name.startsWith('\\') ? name : `\\${name}`, lenient({ body }))
  for (const providing of [false, true]) {
    for (const { name, macro, weak } of definitions)
      if (weak === providing && !table.has(name)) table.set(name, lenient(macro))
  }
  return table
}

function lenient({ body, fallback }: Macro): Macro {
  return { body: lenientMacro(body), ...(fallback === undefined ? {} : { fallback }) }
}

function same(a: Macro | undefined, b: Macro): boolean {
  return a !== undefined && a.body === b.body && a.fallback === b.fallback
}

function tableOf(current: Map<string, Macro>): MacroTable {
  const entries = [...current].sort(([a], [b]) => (a < b ? -1 : 1))
  return { version: hashText(JSON.stringify(entries)), macros: Object.fromEntries(entries) }
}

/** Formulas that held only definitions go, and the paragraphs that held only such formulas. */
function removeEmpty(deck: Deck): void {
  const isEmpty = (node: Node): boolean => {
    if (node.type === 'math' || node.type === 'inlineMath') {
      const { source, error } = formulaOf(node as never)
      return error === undefined && source.origin !== undefined && source.text.trim() === ''
    }
    return node.type === 'paragraph' && (node as Parent).children.length === 0
  }
  for (let pass = 0; pass < 2; pass++) {
    eachNode(deck, (node) => {
      if ('children' in node)
        (node as Parent).children = (node as Parent).children.filter((child) => !isEmpty(child))
    })
  }
}
