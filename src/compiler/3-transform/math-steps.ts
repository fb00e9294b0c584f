import type { Context } from '../context.ts'
import type { Deck } from '../deck.ts'
import { eachCommand, formulaOf, readGroup, rewrite, type Edit } from '../tex.ts'
import { eachFormula } from './each-formula.ts'

interface Wrapping {
  /** Undefined: a highlight that is always on. */
  step: number | undefined
  kind: 'step' | 'highlight'
  /** The stretch of TeX that is wrapped, and the commands around it that go. */
  start: number
  end: number
  /** Stands as a bare `_` or `^`. */
  script: boolean
  /** The number of a row, which gets its parentheses here so that they step in with it. */
  tag?: boolean
}

/**
 * Find the steps inside formulas.
 *
 * `\fragment{2}{…}` shows its content at the formula's second step (`\fragment{…}` at the next one); what stands
 * after `\pause` in its environment or group comes a step later, cell by cell; `\highlight{…}` marks, and
 * `\highlight[2]{…}` marks at a step. The content keeps its room: only its visibility changes.
 *
 * Sets `data.steps`; wraps each stretch in `\htmlClass{lectern-step-N}` or `lectern-highlight-N` (N from 0), which
 * the handler turns into `class="fragment" data-fragment-index`.
 */
export function mathSteps(deck: Deck, _context: Context): void {
  eachFormula(deck, (node) => {
    const formula = formulaOf(node)
    if (!/\\(?:fragment|pause|highlight)(?![a-zA-Z])/.test(formula.source.text)) return
    const { edits, count } = stepEdits(formula.source.text)
    formula.source = rewrite(formula.source, edits)
    if (count > 0) node.data!.steps = { first: 0, count }
  })
}

function stepEdits(tex: string): { edits: Edit[]; count: number } {
  const wrappings: Wrapping[] = []
  const removed: Edit[] = []
  let pauses = 0
  let last = 0
  const drop = (start: number, end: number) => removed.push({ start, end, text: '' })

  eachCommand(tex, (name, start, end) => {
    if (name === '\\pause') {
      last = Math.max(last + 1, ++pauses)
      const scope = scopeEnd(tex, end)
      drop(start, end)
      const step = { step: last, kind: 'step' as const, script: false }
      for (const cell of cells(tex, end, scope)) wrappings.push({ ...step, ...cell })
      for (const number of tags(tex, end, scope)) {
        wrappings.push({ ...step, ...number, tag: true })
        removed.push({ start: number.start - 1, end: number.start, text: '*{' })
      }
    } else if (name === '\\fragment' || name === '\\highlight') {
      const kind = name === '\\fragment' ? 'step' : 'highlight'
      const optional = readGroup(tex, end, '[')
      let body = readGroup(tex, optional?.next ?? end)
      if (!body) return
      let at = optional && Number(optional.text)
      const second =
        kind === 'step' && !optional && /^\s*\d+\s*$/.test(body.text) ? readGroup(tex, body.next) : undefined
      if (second) {
        at = Number(body.text)
        body = second
      }
      const step = kind === 'highlight' && !optional ? undefined : Number.isInteger(at) ? at : last + 1
      last = Math.max(last, step ?? 0)
      const script = /(?:^|[^\\])[_^]\s*$/.test(tex.slice(0, start))
      drop(start, body.start)
      drop(body.end, body.next)
      for (const cell of cells(tex, body.start, body.end)) wrappings.push({ step, kind, script, ...cell })
    }
  })

  const order = [...new Set(wrappings.flatMap(({ step }) => step ?? []))].sort((a, b) => a - b)
  return { edits: [...removed, ...insertions(tex, wrappings, order)], count: order.length }
}

/** The opening and closing of each wrapping, several at one place joined so that they nest. */
function insertions(tex: string, wrappings: Wrapping[], order: number[]): Edit[] {
  const opening = new Map<number, string>()
  const closing = new Map<number, string>()
  const outerFirst = [...wrappings].sort((a, b) => a.start - b.start || b.end - a.end)
  for (const { step, kind, start, end, script, tag } of outerFirst) {
    const name = step === undefined ? `lectern-${kind}` : `lectern-${kind}-${order.indexOf(step)}`
    opening.set(
      start,
      `${opening.get(start) ?? ''}${script ? '{' : ''}\\htmlClass{${name}}{${tag ? '(' : ''}`,
    )
    closing.set(end, `${tag ? ')' : ''}${script ? '}}' : '}'}${closing.get(end) ?? ''}`)
  }
  const places = [...new Set([...opening.keys(), ...closing.keys()])]
  return places.map((at) => ({
    start: at,
    end: at,
    text: `${closing.get(at) ?? ''}${opening.get(at) ?? ''}`,
  }))
}

/** Where the group, environment or `\left … \right` ends that this place is in, or where its next `\pause` stands. */
function scopeEnd(tex: string, from: number): number {
  let brackets = 0
  for (let at = from; at < tex.length; at++) {
    if (tex[at] === '{') at = (readGroup(tex, at)?.next ?? tex.length) - 1
    else if (tex[at] === '}') return at
    else if (tex.startsWith('\\begin', at)) at = environmentEnd(tex, at) - 1
    else if (/^\\(?:end|pause)(?![a-zA-Z])/.test(tex.slice(at, at + 7))) return at
    else if (/^\\left(?![a-zA-Z])/.test(tex.slice(at, at + 6))) brackets += 1
    else if (/^\\right(?![a-zA-Z])/.test(tex.slice(at, at + 7)) && --brackets < 0) return at
    else if (tex[at] === '\\') at++
  }
  return tex.length
}

/** Parts a stretch of rows into its cells: what stands between `&`, `\\` and `\hline`, tags and comments left out. */
function cells(tex: string, from: number, to: number): { start: number; end: number }[] {
  const result: { start: number; end: number }[] = []
  let start = from
  const cut = (end: number, next: number) => {
    const text = tex.slice(start, end)
    const first = start + (text.length - text.trimStart().length)
    if (text.trim() !== '') result.push({ start: first, end: start + text.trimEnd().length })
    start = next
  }
  const between =
    /^(?:&|\\\\\*?(?:\s*\[[^\]]*\])?|\\(?:cr|hline|hdashline|nonumber|notag)(?![a-zA-Z])|\\tag\*?\{[^{}]*\}|%[^\n]*\n?)/
  for (let at = from; at < to;) {
    const separator = between.exec(tex.slice(at, to))?.[0]
    if (separator !== undefined) {
      cut(at, at + separator.length)
      at += separator.length
    } else if (tex[at] === '{') at = Math.min(to, readGroup(tex, at)?.next ?? to)
    else if (tex.startsWith('\\begin', at)) at = Math.min(to, environmentEnd(tex, at))
    else at += tex[at] === '\\' ? 2 : 1
  }
  cut(to, to)
  return result
}

/** The contents of `\tag{…}` in a stretch of rows. */
function tags(tex: string, from: number, to: number): { start: number; end: number }[] {
  return [...tex.slice(from, to).matchAll(/\\tag\{[^{}]*\}/g)].map((found) => ({
    start: from + found.index + '\\tag{'.length,
    end: from + found.index + found[0].length - 1,
  }))
}

function environmentEnd(tex: string, from: number): number {
  let depth = 0
  for (const found of tex.slice(from).matchAll(/\\(begin|end)\s*\{[^}]*\}/g)) {
    depth += found[1] === 'begin' ? 1 : -1
    if (depth === 0) return from + found.index + found[0].length
  }
  return tex.length
}
