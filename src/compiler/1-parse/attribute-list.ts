/** The text construct `{#id .class key=value}`: a node of its own, put onto what it describes afterwards. */
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown'
import { markdownLineEnding } from 'micromark-util-character'
import type { Code, Construct, State } from 'micromark-util-types'
import type { Processor } from 'unified'
import { noAttributes, parseAttributes } from '../attributes.ts'
import { addExtension } from './extension.ts'

const TYPE = 'attributeList' as never
const OPEN = 123
const CLOSE = 125
const DOUBLE = 34
const SINGLE = 39
/** Longer than any list that a person writes; a stray brace does not look further. */
const LIMIT = 1000

const construct: Construct = {
  name: 'attributeList',
  tokenize(effects, ok, nok) {
    let text = ''
    let quote: Code = null
    const inside: State = (code) => {
      if (code === null || markdownLineEnding(code) || text.length > LIMIT) return nok(code)
      if (code === OPEN && quote === null) return nok(code)
      if (code === CLOSE && quote === null) {
        if (!parseAttributes(text)) return nok(code)
        effects.consume(code)
        effects.exit(TYPE)
        return ok
      }
      if (code === quote) quote = null
      else if (quote === null && (code === DOUBLE || code === SINGLE) && text.endsWith('=')) quote = code
      text += code < 0 ? ' ' : String.fromCharCode(code)
      effects.consume(code)
      return inside
    }
    return (code) => {
      effects.enter(TYPE)
      effects.consume(code)
      return inside
    }
  },
}

const tree: FromMarkdownExtension = {
  enter: {
    attributeList(token) {
      const value = this.sliceSerialize(token)
      this.enter(
        { type: 'attributeList', value, attributes: parseAttributes(value) ?? noAttributes() },
        token,
      )
    },
  },
  exit: {
    attributeList(token) {
      this.exit(token)
    },
  },
}

/** What does not read as a list of attributes (`{a, b}`, `{word}`, an unclosed brace) stays text. */
export function remarkAttributeList(this: Processor): void {
  addExtension(this, { text: { [OPEN]: construct } }, tree)
}
