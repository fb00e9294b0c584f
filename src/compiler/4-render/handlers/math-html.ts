/** One formula as HTML and MathML, remembered from build to build. */
import { ParseError, renderToString, type TrustContext } from 'katex'
import 'katex/contrib/mhchem'
import { PART_ATTRIBUTE } from '../../../shared/markup.ts'
import type { Formula } from '../../tex.ts'
import { katexMacros } from './math-macros.ts'

export type MathResult =
  | {
      html: string
      /** Commands that are not trusted; KaTeX shows their names. */
      denied: string[]
    }
  | {
      error: string
      /** Index into the rewritten TeX, where KaTeX names one. */
      index?: number
    }

const remembered = new Map<string, MathResult>()
const LIMIT = 20_000

/**
 * Sets a formula. `value` is the TeX as the author wrote it, which goes into the MathML's annotation. Steps come out as
 * `class="fragment" data-fragment-index="N"` with N counted from 0 within the formula; `withFirstStep` moves them.
 */
export function mathHtml(formula: Formula, value: string, display: boolean): MathResult {
  const key = `${display ? 'D' : 'I'}${formula.macros.version}\n${formula.source.text}\n${value}`
  let result = remembered.get(key)
  if (!result) {
    if (remembered.size >= LIMIT) remembered.clear()
    result = setFormula(formula, value, display)
    remembered.set(key, result)
  }
  return result
}

function setFormula(formula: Formula, value: string, display: boolean): MathResult {
  const tex = formula.source.text
  const denied = new Set<string>()
  try {
    const html = renderToString(tex, {
      displayMode: display,
      strict: false,
      trust(context) {
        const trusted = isTrusted(context)
        if (!trusted) denied.add(context.command)
        return trusted
      },
      maxSize: 60,
      maxExpand: 2000,
      macros: katexMacros(formula.macros.version, formula.macros.macros),
    })
    return { html: withSteps(withTerms(withAnnotation(html, value))), denied: [...denied] }
  } catch (error) {
    if (!(error instanceof ParseError) && !(error instanceof RangeError)) throw error
    const message = error instanceof ParseError ? error.rawMessage : 'The formula is nested too deeply'
    const index = error instanceof ParseError ? placeOf(error, tex) : undefined
    return { error: message, ...(index === undefined ? {} : { index }) }
  }
}

/** Only what our own transforms put in, and links that a page may follow. */
function isTrusted(context: TrustContext): boolean {
  if (context.command === '\\htmlClass')
    return /^lectern-(?:(?:step|highlight)(?:-\d+)?|term-[\p{L}\p{N}_-]+)$/u.test(context.class)
  if (context.command !== '\\href' && context.command !== '\\url') return false
  return context.protocol === 'http' || context.protocol === 'https' || context.url.startsWith('#')
}

/** KaTeX counts in the body of a macro where the error is in one: such a place says nothing about the formula. */
function placeOf(error: ParseError, tex: string): number | undefined {
  const { position } = error
  if (typeof position !== 'number' || position > tex.length) return undefined
  const context = /at position \d+: ([^]*)$/.exec(error.message)?.[1]
  if (context === undefined) return position
  const near = context.replaceAll('\u0332', '').replace(/^…/, '').replace(/…$/, '')
  return tex.includes(near) ? position : undefined
}

function withAnnotation(html: string, value: string): string {
  const text = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return html.replace(
    /(<annotation encoding="application\/x-tex">)[^<]*(<\/annotation>)/,
    (_, open: string, close: string) => `${open}${text}${close}`,
  )
}

/** What moves to the next slide: `data-part="term-ID"`. */
function withTerms(html: string): string {
  return html.replace(
    /class="([^"]*?)enclosing lectern-(term-[\p{L}\p{N}_-]+)([^"]*)"/gu,
    (_, before: string, name: string, after: string) =>
      `class="${before}enclosing${after}" ${PART_ATTRIBUTE}="${name}"`,
  )
}

function withSteps(html: string): string {
  return html.replace(
    /class="([^"]*?)enclosing lectern-(step|highlight)(?:-(\d+))?([^"]*)"/g,
    (_, before: string, kind: string, step: string | undefined, after: string) => {
      const names = [`${before}enclosing`]
      if (kind === 'highlight') names.push('math-highlight')
      if (step !== undefined) names.push(kind === 'highlight' ? 'fragment custom' : 'fragment')
      const index = step === undefined ? '' : ` data-fragment-index="${step}"`
      return `class="${names.join(' ')}${after}"${index}`
    },
  )
}

/** Gives a formula's steps their places on the slide. */
export function withFirstStep(html: string, first: number): string {
  if (first === 0) return html
  return html.replace(
    / data-fragment-index="(\d+)"/g,
    (_, step) => ` data-fragment-index="${Number(step) + first}"`,
  )
}
