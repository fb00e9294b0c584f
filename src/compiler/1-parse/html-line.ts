import { markdownLineEnding, markdownSpace } from 'micromark-util-character'
import type { Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types'
import type { Processor } from 'unified'

const openTag = /^<(?:div|section|center|details|figure|aside|article|main|p)(?:\s[^<>]*)?>\s*$/i
const lessThan = 60
const grave = 96

/**
 * Let a code fence directly under a line with nothing but `<div …>` be code.
 *
 * CommonMark takes it for more raw HTML, so `#include <mpi.h>` would turn into a tag; Pandoc's decks count on it being
 * code. All else about HTML blocks stays as CommonMark has it.
 */
export function remarkHtmlLine(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: Extension[] }
  const construct: Construct = { name: 'htmlLine', concrete: true, tokenize: tokenizeHtmlLine }
  ;(data.micromarkExtensions ??= []).push({ flow: { [lessThan]: construct } })
}

function tokenizeHtmlLine(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let text = ''
  const { interrupt } = this
  const fence: Construct = { partial: true, tokenize: tokenizeFence }
  const step: State = (code) => {
    if (code === null || markdownLineEnding(code)) {
      effects.exit('htmlFlowData')
      effects.exit('htmlFlow')
      if (code === null || !openTag.test(text)) return nok(code)
      return interrupt ? ok(code) : effects.check(fence, ok, nok)(code)
    }
    text += code < 0 ? ' ' : String.fromCodePoint(code)
    effects.consume(code)
    return step
  }
  return (code) => {
    effects.enter('htmlFlow')
    effects.enter('htmlFlowData')
    return step(code)
  }
}

/** A line ending and, after white space, three graves. */
function tokenizeFence(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let size = 0
  const step: State = (code) => {
    if (size === 0 && markdownSpace(code)) {
      effects.consume(code)
      return step
    }
    if (code !== grave) return nok(code)
    effects.consume(code)
    size++
    return size === 3 ? (effects.exit('data'), ok) : step
  }
  return (code) => {
    effects.enter('lineEnding')
    effects.consume(code)
    effects.exit('lineEnding')
    return (next) => {
      if (next !== grave && !markdownSpace(next)) return nok(next)
      effects.enter('data')
      return step(next)
    }
  }
}
