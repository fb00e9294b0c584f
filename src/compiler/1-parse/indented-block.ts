import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown'
import { blankLine } from 'micromark-core-commonmark'
import { markdownLineEnding, markdownSpace } from 'micromark-util-character'
import type { Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types'
import type { Processor } from 'unified'
import { calloutKind } from '../callout-kinds.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    indentedBlock: 'indentedBlock'
    indentedBlockHead: 'indentedBlockHead'
    indentedBlockIndent: 'indentedBlockIndent'
  }
}

const head =
  /^(?:(!!!|\?\?\?\+?)[ \t]+([\w-]+)(?:[ \t]+inline(?:[ \t]+end)?)?(?:[ \t]+"([^"]*)")?|===[!+]?[ \t]+"([^"]+)")[ \t]*$/
const indentSize = 4

/**
 * Read the indented blocks of MkDocs: `!!! note "Title"`, `??? info` and tabs, `=== "C++"`.
 *
 * Their bodies are indented by four spaces, which CommonMark takes for code: formulas and fences in them would be
 * lost. Gives a `callout`, or a `box` that begins with the tab's title in bold.
 */
export function remarkIndentedBlock(this: Processor): void {
  const data = this.data() as {
    micromarkExtensions?: Extension[]
    fromMarkdownExtensions?: FromMarkdownExtension[]
  }
  const construct: Construct = {
    name: 'indentedBlock',
    tokenize: tokenizeHead,
    continuation: { tokenize: tokenizeContinuation },
    exit(effects) {
      effects.exit('indentedBlock')
    },
  }
  const [exclamation, question, equals] = [33, 63, 61]
  ;(data.micromarkExtensions ??= []).push({
    document: { [exclamation]: construct, [question]: construct, [equals]: construct },
  })
  ;(data.fromMarkdownExtensions ??= []).push(fromMarkdown())
}

function tokenizeHead(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let text = ''
  const step: State = (code) => {
    if (code === null || markdownLineEnding(code)) {
      const [, , name, title, tab] = head.exec(text) ?? []
      // `!!! wow` is an exclamation.
      if (!tab && !title && !calloutKind(name ?? '')) return nok(code)
      effects.exit('indentedBlockHead')
      return ok(code)
    }
    text += code < 0 ? ' ' : String.fromCharCode(code)
    if (text.length <= 3 && !/^(?:!+|\?+|=+)$/.test(text)) return nok(code)
    effects.consume(code)
    return step
  }
  return (code) => {
    Object.assign(effects.enter('indentedBlock'), { _container: true })
    effects.enter('indentedBlockHead')
    return step(code)
  }
}

/** A blank line, or one indented by four spaces. */
function tokenizeContinuation(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  return effects.check(blankLine, ok, effects.attempt({ partial: true, tokenize: tokenizeIndent }, ok, nok))
}

function tokenizeIndent(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let size = 0
  const step: State = (code) => {
    if (size === indentSize) {
      effects.exit('indentedBlockIndent')
      return ok(code)
    }
    if (!markdownSpace(code)) return nok(code)
    effects.consume(code)
    size++
    return step
  }
  return (code) => {
    if (!markdownSpace(code)) return nok(code)
    effects.enter('indentedBlockIndent')
    return step(code)
  }
}

function fromMarkdown(): FromMarkdownExtension {
  return {
    enter: {
      indentedBlock(token) {
        this.enter({ type: 'box', children: [] }, token)
      },
      indentedBlockHead(token) {
        const [, mark, name, title, tab] = head.exec(this.sliceSerialize(token)) ?? []
        const text = { type: 'text' as const, value: (title ?? tab ?? '').trim() }
        const node = this.stack.at(-1)
        if (mark && node) {
          const callout = {
            type: 'callout',
            kind: calloutKind(name!) ?? name!.toLowerCase(),
            title: text.value ? [text] : [],
          }
          Object.assign(node, callout)
        } else if (node?.type === 'box' && text.value) {
          node.children.push({ type: 'paragraph', children: [{ type: 'strong', children: [text] }] })
        }
      },
    },
    exit: {
      indentedBlock(token) {
        this.exit(token)
      },
    },
  }
}
