/** Commands that KaTeX lacks and a macro can stand in for, and the way from our macro tables to KaTeX's. */
import type { KatexOptions } from 'katex'
import type { Macro } from '../../tex.ts'

type KatexMacros = NonNullable<KatexOptions['macros']>

/** The part of KaTeX's `MacroExpander` that a macro function may use. */
interface Expander {
  consumeSpaces(): void
  future(): { text: string }
  popToken(): unknown
  consumeArg(delimiters?: string[]): { tokens: { text: string }[] }
}

/** What lecturers used and KaTeX 0.19 does not know; an author's own definition comes first. */
const standIns: Record<string, string> = {
  // Stars and brackets that were escaped for Markdown's sake.
  '\\*': '*',
  '\\[': '[',
  '\\]': ']',
  '\\mbox': '\\text{#1}',
  '\\ensuremath': '#1',
  '\\xspace': '',
  '\\textsc': '\\text{#1}',
  '\\mathds': '\\mathbb{#1}',
  '\\mathbbm': '\\mathbb{#1}',
  '\\cancelto': '\\overset{#1}{\\cancel{#2}}',
  '\\prescript': '{}^{#1}_{#2}{#3}',
  '\\hfill': '\\qquad',
  '\\iiiint': '\\int\\!\\!\\!\\!\\int\\!\\!\\!\\!\\int\\!\\!\\!\\!\\int',
  '\\require': '\\@secondoftwo{#1}{}',
  '\\class': '\\@secondoftwo{#1}{#2}',
  '\\cssId': '\\@secondoftwo{#1}{#2}',
  '\\style': '\\@secondoftwo{#1}{#2}',
  '\\label': '\\@secondoftwo{#1}{}',
  // In a macro's body; elsewhere a transform has read it.
  '\\term': '\\htmlClass{lectern-term-#1}{#2}',
  '\\qty': '\\left(#1\\right)',
  '\\dv': '\\frac{d #1}{d #2}',
  '\\pdv': '\\frac{\\partial #1}{\\partial #2}',
  '\\SI': '#1\\,\\mathrm{#2}',
  '\\si': '\\mathrm{#1}',
}

const cache = new Map<string, KatexMacros>()

/** A fresh table for one formula: what a formula defines by `\gdef` stays in it. `version` names the content. */
export function katexMacros(version: string, macros: Record<string, Macro>): KatexMacros {
  let table = cache.get(version)
  if (!table) {
    if (cache.size > 100) cache.clear()
    table = { ...standIns }
    for (const [name, macro] of Object.entries(macros))
      table[name] = macro.fallback === undefined ? macro.body : withOptional(macro.body, macro.fallback)
    cache.set(version, table)
  }
  return { ...table }
}

/** `\newcommand{\x}[2][default]{…}`: KaTeX's own `\newcommand` knows no optional argument. */
function withOptional(body: string, fallback: string): KatexMacros[string] {
  return (expander) => {
    const context = expander as Expander
    const given: string[] = []
    const text = (tokens: { text: string }[]) =>
      tokens
        .toReversed()
        .map((token) => (/^\\[a-zA-Z]+$/.test(token.text) ? `${token.text} ` : token.text))
        .join('')
    context.consumeSpaces()
    if (context.future().text === '[') {
      context.popToken()
      given.push(text(context.consumeArg([']']).tokens))
    } else given.push(fallback)
    const count = Math.max(1, ...[...body.matchAll(/#(\d)/g)].map(([, digit]) => Number(digit)))
    while (given.length < count) given.push(text(context.consumeArg().tokens))
    return body.replace(/#(\d)/g, (_, digit: string) => given[Number(digit) - 1] ?? '')
  }
}
