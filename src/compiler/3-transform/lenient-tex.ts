/**
 * Rewrites what LaTeX or MathJax set and KaTeX refuses. What lecturers use of it was counted over 43,032 formulas;
 * single commands that only need a macro are in `4-render/handlers/math-macros.ts`.
 */
import { eachCommand, readGroup, rewrite, type Edit, type TexSource } from '../tex.ts'

const textCommands = new Set(
  ['text', 'textbf', 'textit', 'textrm', 'textsf', 'texttt', 'textnormal', 'textup', 'mbox', 'hbox'].map(
    (n) => `\\${n}`,
  ),
)

/** Commands that KaTeX does not take as a bare `_` or `^`, with the number of their arguments. */
const bareScripts: Record<string, number> = Object.fromEntries([
  ...'boldsymbol bm pmb sqrt overline underline hat bar tilde vec dot ddot widehat widetilde check breve acute grave mathring overrightarrow overleftarrow cancel boxed fbox phantom operatorname mathop mathrel mathbin mathord underbrace overbrace'
    .split(' ')
    .map((name) => [`\\${name}`, 1]),
  ...'color textcolor colorbox stackrel overset underset'.split(' ').map((name) => [`\\${name}`, 2]),
]) as Record<string, number>

/** Numbered by us and not by KaTeX's style sheet, whose counter starts anew wherever a slide is hidden. */
const displayEnvironments: Record<string, string> = {
  equation: 'equation*',
  align: 'align*',
  gather: 'gather*',
  alignat: 'alignat*',
  multline: 'gather*',
  'multline*': 'gather*',
  flalign: 'align*',
  'flalign*': 'align*',
  eqnarray: 'align*',
  'eqnarray*': 'align*',
  multlined: 'gathered',
}

const inlineEnvironments: Record<string, string> = {
  equation: 'gathered',
  'equation*': 'gathered',
  align: 'aligned',
  'align*': 'aligned',
  gather: 'gathered',
  'gather*': 'gathered',
  alignat: 'alignedat',
  'alignat*': 'alignedat',
  split: 'aligned',
}

const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' }

/** Gives a TeX source that KaTeX accepts, with the same places. `display` false maps environments to inline ones. */
export function lenientTex(source: TexSource, display: boolean): TexSource {
  const tex = source.text
  const edits: Edit[] = []
  eachCommand(tex, (name, start, end) => {
    if (name === '\\begin' || name === '\\end') environmentEdits(tex, name, start, end, display, edits)
    else if (textCommands.has(name)) underscoreEdits(tex, end, edits)
    else if (name === '\\\\') rowEdits(tex, end, edits)
    else scriptEdits(tex, name, start, end, edits)
  })
  for (const found of tex.matchAll(/&(?:lt|gt|amp);/g))
    edits.push({ start: found.index, end: found.index + found[0].length, text: entities[found[0]]! })
  return rewrite(source, edits)
}

/** As `lenientTex`, for the body of a macro; one that is a single symbol may stand as a bare script. */
export function lenientMacro(body: string): string {
  const { text } = lenientTex({ text: body }, true)
  const name = /^\\(?:boldsymbol|bm|pmb|sqrt|hat|bar|tilde|vec|overline|widehat|widetilde)(?=\{)/.exec(
    text,
  )?.[0]
  return name && readGroup(text, name.length)?.next === text.length ? `{${text}}` : text
}

function environmentEdits(
  tex: string,
  command: string,
  start: number,
  from: number,
  display: boolean,
  edits: Edit[],
): void {
  const group = readGroup(tex, from)
  if (!group) return
  const name = group.text.trim()
  if (name === 'subequations') {
    edits.push({ start, end: group.next, text: '' })
    return
  }
  const other = (display ? displayEnvironments : { ...displayEnvironments, ...inlineEnvironments })[name]
  if (other === undefined) return
  edits.push({ start: group.start, end: group.end, text: other })
  if (command === '\\begin' && name.startsWith('eqnarray')) pairEdits(tex, group.next, edits)
}

/** `a &=& b` has one `&` too many for `align`. */
function pairEdits(tex: string, from: number, edits: Edit[]): void {
  let depth = 0
  let cells = 0
  for (let at = from; at < tex.length; at++) {
    if (tex.startsWith('\\begin', at)) depth++
    else if (tex.startsWith('\\end', at) && --depth < 0) return
    else if (tex[at] === '{') depth++
    else if (tex[at] === '}') depth--
    else if (depth === 0 && tex.startsWith('\\\\', at)) cells = 0
    else if (depth === 0 && tex[at] === '&' && ++cells === 2)
      edits.push({ start: at, end: at + 1, text: ' ' })
    if (tex[at] === '\\') at++
  }
}

/** `\text{count_zero}` */
function underscoreEdits(tex: string, from: number, edits: Edit[]): void {
  const group = readGroup(tex, from)
  if (!group || !group.text.includes('_')) return
  let math = false
  for (let at = group.start; at < group.end; at++) {
    if (tex[at] === '\\') {
      if (/[([]/.test(tex[at + 1] ?? '')) math = true
      if (/[)\]]/.test(tex[at + 1] ?? '')) math = false
      at++
    } else if (tex[at] === '$') math = !math
    else if (tex[at] === '_' && !math) edits.push({ start: at, end: at + 1, text: '\\_' })
  }
}

/** `\\ [a, b]` begins a row with a bracket and gives no length. */
function rowEdits(tex: string, end: number, edits: Edit[]): void {
  const size = readGroup(tex, end, '[')
  if (size && !/^\s*[-+]?[\d.]+\s*(?:[a-z]{2})\s*$/.test(size.text))
    edits.push({ start: end, end, text: '{}' })
}

/** `h_\boldsymbol{x}` → `h_{\boldsymbol{x}}` */
function scriptEdits(tex: string, name: string, start: number, end: number, edits: Edit[]): void {
  const count = bareScripts[name]
  if (count === undefined || !/[_^]\s*$/.test(tex.slice(0, start)) || /\\[_^]\s*$/.test(tex.slice(0, start)))
    return
  let next = readGroup(tex, end, '[')?.next ?? end
  for (let argument = 0; argument < count; argument++) {
    const group = readGroup(tex, next)
    if (!group) return
    next = group.next
  }
  edits.push({ start, end: start, text: '{' }, { start: next, end: next, text: '}' })
}
