/** Micromark constructs for formulas that `findMath` has found: they only consume what is known to be there. */
import { content } from 'micromark-core-commonmark'
import { markdownLineEnding } from 'micromark-util-character'
import type {
  Code,
  Construct,
  Effects,
  Extension,
  State,
  TokenizeContext,
  TokenType,
} from 'micromark-util-types'
import type { FoundFormula, FoundMath } from './scan.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mathBlock: 'mathBlock'
    mathInline: 'mathInline'
    mathFence: 'mathFence'
    mathLine: 'mathLine'
    mathAttributes: 'mathAttributes'
    mathSpace: 'mathSpace'
    mathUnclosed: 'mathUnclosed'
    mathReference: 'mathReference'
  }
}

const dollar = 36
const backslash = 92

/** Gives the syntax extension; `found` is asked anew for each document. */
export function mathSyntax(found: () => FoundMath): Extension {
  const block: Construct = { name: 'mathBlock', concrete: true, tokenize: tokenizeBlock }
  const inline: Construct = { name: 'mathInline', tokenize: tokenizeInline }
  const unclosed: Construct = { name: 'mathUnclosed', tokenize: tokenizeUnclosed }
  const reference: Construct = { name: 'mathReference', tokenize: tokenizeReference }
  return {
    flow: { [dollar]: block, [backslash]: block },
    text: { [dollar]: [inline, unclosed], [backslash]: [inline, reference] },
  }

  function tokenizeBlock(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
    const formula = found().formulas.get(this.now().offset)
    if (!formula?.block) return nok
    const { interrupt } = this
    const after: State = (code) => {
      effects.exit('mathBlock')
      return code === null || markdownLineEnding(code) ? ok(code) : trailing(code)
    }
    const trailing = effects.attempt(content, ok, nok)
    const body = consumeFormula(this, effects, formula, nok, (code) =>
      consumeRest(this, effects, formula, code, after, nok),
    )
    return (code) => {
      if (interrupt) return ok(code)
      effects.enter('mathBlock')
      return body(code)
    }
  }

  function tokenizeInline(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
    const formula = found().formulas.get(this.now().offset)
    if (!formula) return nok
    const body = consumeFormula(this, effects, formula, nok, (code) => {
      effects.exit('mathInline')
      return ok(code)
    })
    return (code) => {
      effects.enter('mathInline')
      return body(code)
    }
  }

  function tokenizeUnclosed(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
    const start = this.now().offset
    const { formulas, unclosed } = found()
    if (!unclosed.has(start) && !(formulas.get(start)?.contentStart === start + 2)) return nok
    return (code) => {
      effects.enter('mathUnclosed')
      effects.consume(code)
      return (next) => {
        effects.consume(next)
        effects.exit('mathUnclosed')
        return ok
      }
    }
  }
}

/** Consumes opener, content line by line, and closer. The end of the input before the closer is no formula. */
function consumeFormula(
  context: TokenizeContext,
  effects: Effects,
  formula: FoundFormula,
  nok: State,
  done: State,
): State {
  let open: TokenType | undefined
  const part = (): TokenType => {
    const { offset } = context.now()
    return offset < formula.contentStart || offset >= formula.contentEnd ? 'mathFence' : 'mathLine'
  }
  const close = () => {
    if (open) effects.exit(open)
    open = undefined
  }
  const step: State = (code) => {
    if (context.now().offset >= formula.end && code !== -1) {
      close()
      return done(code)
    }
    if (code === null) return nok(code)
    if (markdownLineEnding(code)) {
      close()
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      return step
    }
    const type = part()
    if (type !== open) {
      close()
      effects.enter(type)
      open = type
    }
    effects.consume(code)
    return step
  }
  return step
}

/** After a block: white space of any script, attributes. Text that follows is left to the caller. */
function consumeRest(
  context: TokenizeContext,
  effects: Effects,
  formula: FoundFormula,
  code: Code,
  done: State,
  nok: State,
): State | undefined {
  const list = formula.attributes
  const isSpace = (code: Code) =>
    code !== null && (code < 0 ? !markdownLineEnding(code) : /\s/.test(String.fromCharCode(code)))
  const space: State = (code) => {
    if (!isSpace(code)) {
      effects.exit('mathSpace')
      return between(code)
    }
    effects.consume(code)
    return space
  }
  const attributes: State = (code) => {
    if (context.now().offset >= list!.end) {
      effects.exit('mathAttributes')
      return between(code)
    }
    if (code === null || markdownLineEnding(code)) return nok(code)
    effects.consume(code)
    return attributes
  }
  const between: State = (code) => {
    if (code === null || markdownLineEnding(code)) return done(code)
    if (isSpace(code)) {
      effects.enter('mathSpace')
      return space(code)
    }
    if (list && context.now().offset === list.start) {
      effects.enter('mathAttributes')
      return attributes(code)
    }
    return done(code)
  }
  return between(code)
}

/** `\eqref{label}` and `\ref{label}` in prose. */
function tokenizeReference(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const forms = ['\\eqref{', '\\ref{']
  let text = ''
  const fits = (form: string) =>
    form.startsWith(text) || (text.startsWith(form) && /^[^{}\\]+\}?$/.test(text.slice(form.length)))
  const step: State = (code) => {
    if (code === null || code < 0) return nok(code)
    text += String.fromCharCode(code)
    if (!forms.some(fits)) return nok(code)
    effects.consume(code)
    if (!text.endsWith('}')) return step
    effects.exit('mathReference')
    return ok
  }
  return (code) => {
    text = ''
    effects.enter('mathReference')
    return step(code)
  }
}
