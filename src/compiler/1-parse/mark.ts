/** The text construct `==marked==`: words to be seen at once; in a card, the words it asks for. */
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown'
import { asciiAlphanumeric, unicodeWhitespace } from 'micromark-util-character'
import type { Code, Construct, Event, State, Token, TokenizeContext } from 'micromark-util-types'
import type { Processor } from 'unified'
import { addExtension } from './extension.ts'

const EQUALS = 61
const SEQUENCE = 'markSequence' as never
const MARK = 'mark' as never
const TEMPORARY = 'markSequenceTemporary'

interface Sequence extends Token {
  mayOpen?: boolean
  mayClose?: boolean
}

/** A letter or digit outside: `a==b` in a sentence is a comparison. Scripts without spaces mark inside of their lines. */
const construct: Construct = {
  name: 'mark',
  resolveAll: resolveMarks,
  tokenize(this: TokenizeContext, effects, ok, nok) {
    const before = this.previous
    let size = 0
    const more: State = (code) => {
      if (code === EQUALS) {
        if (size === 2) return nok(code)
        effects.consume(code)
        size++
        return more
      }
      if (size < 2) return nok(code)
      const token = effects.exit(TEMPORARY as never) as Sequence
      token.mayOpen = !isSpace(code) && !asciiAlphanumeric(before)
      token.mayClose = !isSpace(before) && !asciiAlphanumeric(code)
      return ok(code)
    }
    return (code) => {
      if (before === EQUALS) return nok(code)
      effects.enter(TEMPORARY as never)
      return more(code)
    }
  },
}

const isSpace = (code: Code): boolean => code === null || code < 0 || unicodeWhitespace(code)
/** Pairs each sequence that closes with the nearest before it that opens; what stays alone is text. */
function resolveMarks(events: Event[], context: TokenizeContext): Event[] {
  for (let close = 0; close < events.length; close++) {
    if (!isTemporary(events[close], 'mayClose')) continue
    const open = events.findLastIndex((event, index) => index < close && isTemporary(event, 'mayOpen'))
    if (open < 0) continue
    const [first, last] = [events[open]![1], events[close]![1]]
    Object.assign(first, { type: SEQUENCE })
    Object.assign(last, { type: SEQUENCE })
    const mark: Token = { type: MARK, start: { ...first.start }, end: { ...last.end } }
    // What stands between is settled now, so that no emphasis reaches over the mark's edge.
    let inside = events.slice(open + 2, close)
    const resolvers = (context.parser.constructs.insideSpan.null ?? []) as Construct[]
    for (const resolver of new Set(resolvers.map(({ resolveAll }) => resolveAll)))
      inside = resolver?.(inside, context) ?? inside
    const made: Event[] = [
      ['enter', mark, context],
      ['enter', first, context],
      ['exit', first, context],
      ...inside,
      ['enter', last, context],
      ['exit', last, context],
      ['exit', mark, context],
    ]
    events.splice(open, close + 2 - open, ...made)
    close = open + made.length - 1
  }
  for (const [, token] of events)
    if ((token.type as string) === TEMPORARY) Object.assign(token, { type: 'data' })
  return events
}

function isTemporary(event: Event | undefined, side: 'mayOpen' | 'mayClose'): boolean {
  return (
    event?.[0] === 'enter' && (event[1].type as string) === TEMPORARY && (event[1] as Sequence)[side] === true
  )
}

const tree: FromMarkdownExtension = {
  canContainEols: ['mark'],
  enter: {
    mark(token) {
      this.enter({ type: 'mark', children: [] }, token)
    },
  },
  exit: {
    mark(token) {
      this.exit(token)
    },
  },
}

/** `==x==`; `a == b` and `a==b` stay text. */
export function remarkMark(this: Processor): void {
  const syntax = {
    text: { [EQUALS]: construct },
    insideSpan: { null: [construct] },
    attentionMarkers: { null: [EQUALS] },
  }
  addExtension(this, syntax, tree)
}
