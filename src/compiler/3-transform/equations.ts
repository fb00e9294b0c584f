import type { Deck, Slide } from '../deck.ts'
import type { Context } from '../context.ts'
import {
  eachCommand,
  formulaOf,
  originOf,
  pointInFormula,
  readGroup,
  rewrite,
  type Edit,
  type MathNode,
} from '../tex.ts'
import { eachFormula, isDisplay } from './each-formula.ts'

interface Equation {
  /** As shown, without parentheses. */
  number: string
  slug: string
}

interface Label {
  label: string
  start: number
  end: number
}

/**
 * Number the equations that carry a label, and resolve references to them across slides.
 *
 * `\label{x}` in a display formula, or `{#eq-x}` after it, gives it the next number of the deck; `\tag{…}` is
 * respected. In `align` and the like each labelled row has its own number. `\eqref{x}` and `\ref{x}` in formulas
 * become links to the slide; those in text, and `@eq-x`, are read with the other references. An `{#eq-x}` answers to
 * `x` as well.
 *
 * Reports `math-label-duplicate` and `math-reference`.
 */
export function equations(deck: Deck, context: Context): void {
  const known = new Map<string, Equation>()
  const counter = { value: 0 }
  eachFormula(deck, (node, slide) => numberFormula(node, slide, known, counter, context))
  eachFormula(deck, (node) => referToFormula(node, known, context))
}

function numberFormula(
  node: MathNode,
  slide: Slide,
  known: Map<string, Equation>,
  counter: { value: number },
  context: Context,
): void {
  const formula = formulaOf(node)
  const labels = readLabels(formula.source.text)
  const id = node.data?.attributes?.id
  if (labels.length === 0 && (id === undefined || !isDisplay(node))) return
  const tag = readTag(formula.source.text)
  const inRows = labels.length > 0 && tag === undefined && hasRows(formula.source.text)
  const add = (label: string, number: string, start: number) => {
    if (known.has(label)) {
      const place = start < 0 ? node : pointInFormula(node, originOf(formula.source, start))
      context.report('math-label-duplicate', place, `The label "${label}" was given to an equation before`)
      return
    }
    known.set(label, { number, slug: slide.slug })
    formula.labels.push(label)
    ;(formula.numbers ??= {})[label] = number
  }

  const edits: Edit[] = []
  let number = tag
  for (const { label, start, end } of labels) {
    if (number === undefined || inRows) number = String(++counter.value)
    add(label, number, start)
    edits.push({ start, end, text: inRows ? `\\tag{${number}}` : '' })
  }
  number ??= String(++counter.value)
  if (id !== undefined) add(id, number, -1)
  if (!inRows && tag === undefined && isDisplay(node)) formula.number = `(${number})`
  formula.source = rewrite(formula.source, edits)
}

function referToFormula(node: MathNode, known: Map<string, Equation>, context: Context): void {
  const formula = formulaOf(node)
  if (!/\\(?:eq)?ref(?![a-zA-Z])/.test(formula.source.text)) return
  const edits: Edit[] = []
  eachCommand(formula.source.text, (name, start, end) => {
    if (name !== '\\eqref' && name !== '\\ref') return undefined
    const group = readGroup(formula.source.text, end)
    if (!group) return undefined
    const equation = find(known, group.text.trim())
    if (!equation) {
      const place = pointInFormula(node, originOf(formula.source, start))
      context.report(
        'math-reference',
        place,
        `No equation is labelled "${group.text.trim()}"`,
        suggestLabels([...known.keys()]),
      )
    }
    const shown = name === '\\ref' ? (equation?.number ?? '?') : `(${equation?.number ?? '?'})`
    const text = equation ? `\\href{\\#${equation.slug}}{\\text{${shown}}}` : `\\text{${shown}}`
    edits.push({ start, end: group.next, text })
    return group.next
  })
  formula.source = rewrite(formula.source, edits)
}

function find(known: Map<string, Equation>, label: string): Equation | undefined {
  const spelling = spellingsOfLabel(label).find((one) => known.has(one))
  return spelling === undefined ? undefined : known.get(spelling)
}

/** `{#eq-x}` answers to `x`, and `\\label{x}` to `eq-x` and `eq:x`. */
export function spellingsOfLabel(label: string): string[] {
  return [label, `eq-${label}`, label.replace(/^[Ee]q[-:]/, '')]
}

/** How to mend a reference to an equation that is not there. */
export function suggestLabels(known: readonly string[]): { fix?: string } {
  if (known.length === 0) return {}
  return {
    fix: `Use one of the labels ${known.slice(0, 8).join(', ')}, or add \`\\label{…}\` to the equation.`,
  }
}

function readLabels(tex: string): Label[] {
  const labels: Label[] = []
  if (!tex.includes('\\label')) return labels
  eachCommand(tex, (name, start, end) => {
    const group = name === '\\label' ? readGroup(tex, end) : undefined
    if (group) labels.push({ label: group.text.trim(), start, end: group.next })
    return group?.next
  })
  return labels
}

function readTag(tex: string): string | undefined {
  let tag: string | undefined
  eachCommand(tex, (name, _start, end) => {
    if (name === '\\tag') tag ??= readGroup(tex, tex[end] === '*' ? end + 1 : end)?.text
  })
  return tag
}

/** Whether the formula is an environment whose rows can have numbers of their own. */
function hasRows(tex: string): boolean {
  const trimmed = tex.trim()
  const name = /^\\begin\{((?:align|gather|alignat)\*?)\}/.exec(trimmed)?.[1]
  return name !== undefined && trimmed.endsWith(`\\end{${name}}`) && trimmed.includes('\\\\')
}
