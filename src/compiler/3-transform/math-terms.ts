import type { Context } from '../context.ts'
import type { Deck } from '../deck.ts'
import { eachCommand, formulaOf, pointInFormula, originOf, readGroup, rewrite, type Edit } from '../tex.ts'
import { eachFormula } from './each-formula.ts'

/**
 * Find the terms of formulas that move from slide to slide.
 *
 * `\term{id}{…}` marks its content; on the next slide of a run with `auto-animate` the content of the same id comes from
 * there. Wraps it in `\htmlClass{lectern-term-ID}`, which the handler turns into `data-part`. White space in an id becomes
 * `-`. A deck's own `\term` is left alone. Reports `math-term`.
 */
export function mathTerms(deck: Deck, context: Context): void {
  eachFormula(deck, (node) => {
    const formula = formulaOf(node)
    const { source } = formula
    if (!/\\term(?![a-zA-Z])/.test(source.text) || '\\term' in formula.macros.macros) return
    const edits: Edit[] = []
    eachCommand(source.text, (name, start, end) => {
      if (name !== '\\term') return
      const id = readGroup(source.text, end)
      const body = id && readGroup(source.text, id.next)
      const word = id?.text.trim().replace(/\s+/g, '-') ?? ''
      const wrong = !body
        ? '`\\term` needs an id and what it marks'
        : /^[\p{L}\p{N}_-]+$/u.test(word)
          ? undefined
          : `\`${id.text}\` is no id of a term`
      if (wrong !== undefined) {
        if (!formula.quiet) context.report('math-term', pointInFormula(node, originOf(source, start)), wrong)
        formula.error ??= wrong
        return
      }
      // A bare command cannot stand as an index; braces elsewhere would make a sign lose the space around it.
      const script = /(?:^|[^\\])[_^]\s*$/.test(source.text.slice(0, start))
      const open = `${script ? '{' : ''}\\htmlClass{lectern-term-${word}}{`
      edits.push({ start, end: body!.start, text: open })
      edits.push({ start: body!.end, end: body!.next, text: script ? '}}' : '}' })
    })
    formula.source = rewrite(source, edits)
  })
}
