/**
 * The flow constructs `:::name[label]{attributes}`, `::: name`, `::: {.name key=value}`, `:::` and `::name{…}`. Each
 * line is a node by itself; `nest-containers.ts` joins openings and closings.
 */
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown'
import type { PhrasingContent, RootContent } from 'mdast'
import { markdownLineEnding } from 'micromark-util-character'
import type { Construct, State, Tokenizer } from 'micromark-util-types'
import type { Processor } from 'unified'
import { addExtension } from './extension.ts'
import { parseFence } from './parse-fence.ts'
import type { Fence } from './parse-fence.ts'

const FENCE = 'containerFence' as never
const REST = 'containerFenceRest' as never
const LABEL = 'containerFenceLabel' as never
const COLON = 58

const construct: Construct = {
  name: 'containerFence',
  concrete: true,
  tokenize(effects, ok, nok) {
    let fence: Fence | undefined
    let index = 0
    const look: Tokenizer = (effects, ok, nok) => {
      let line = ''
      const next: State = (code) => {
        if (code === null || markdownLineEnding(code)) {
          effects.exit(FENCE)
          fence = parseFence(line)
          return fence ? ok(code) : nok(code)
        }
        line += code < 0 ? ' ' : String.fromCharCode(code)
        effects.consume(code)
        return next
      }
      return (code) => {
        effects.enter(FENCE)
        return next(code)
      }
    }
    const start: State = (code) => {
      effects.enter(FENCE)
      return line(code)
    }
    const line: State = (code) => {
      const label = fence?.label
      if (label && index === label.end) {
        effects.exit('chunkText')
        effects.exit(LABEL)
        // What follows a token needs one of its own.
        if (code !== null && !markdownLineEnding(code)) effects.enter(REST)
      }
      if (code === null || markdownLineEnding(code)) {
        if (label && index > label.end) effects.exit(REST)
        effects.exit(FENCE)
        return ok(code)
      }
      if (label && index === label.start) {
        effects.enter(LABEL)
        effects.enter('chunkText', { contentType: 'text' })
      }
      index++
      effects.consume(code)
      return line
    }
    return effects.check({ tokenize: look, partial: true }, start, nok)
  },
}

const tree: FromMarkdownExtension = {
  enter: {
    containerFence(token) {
      const value = this.sliceSerialize(token)
      const fence = parseFence(value)
      if (!fence) return
      const { kind, size, name, attributes } = fence
      const node =
        kind === 'leaf'
          ? { type: 'leafDirective', name, attributes, children: [] }
          : { type: 'containerFence', kind, size, name, attributes, value, label: [], children: [] }
      this.enter(node as never, token)
    },
  },
  exit: {
    containerFence(token) {
      const node = this.stack.at(-1) as RootContent & { children?: PhrasingContent[] }
      if (node.type === 'containerFence') {
        node.label = node.children ?? []
        delete node.children
      }
      this.exit(token)
    },
  },
}

/** These lines may interrupt a paragraph; inside a code fence they are code. There are no text directives. */
export function remarkContainerFence(this: Processor): void {
  addExtension(this, { flow: { [COLON]: construct } }, tree)
}
