/**
 * A bound on brackets that are open in one paragraph at the same time. For each one that closes all tokens since it
 * opened are moved: thousands of pictures in each other's words would take minutes.
 */
import type { Construct, State, TokenizeContext } from 'micromark-util-types'
import type { Processor } from 'unified'
import { addExtension } from './extension.ts'

/** So many may be open; one more is text. */
export const MOST_OPEN = 1000

const [BANG, OPEN, CLOSE, CARET] = [33, 91, 93, 94]

const counts = new WeakMap<TokenizeContext, number>()

/** Takes `[` or `![` as text where enough are open; else it counts it and leaves it to the others. */
const opening: Construct = {
  name: 'boundedBracket',
  tokenize(effects, ok, nok) {
    const bracket: State = (code) => {
      if (code !== OPEN) return nok(code)
      effects.consume(code)
      return after
    }
    const after: State = (code) => {
      const open = counts.get(this) ?? 0
      effects.exit('data')
      // A footnote closes by itself.
      if (code === CARET) return nok(code)
      if (open >= MOST_OPEN) return ok(code)
      counts.set(this, open + 1)
      return nok(code)
    }
    return (code) => {
      effects.enter('data')
      if (code !== BANG) return bracket(code)
      effects.consume(code)
      return bracket
    }
  },
}

const closing: Construct = {
  name: 'countedBracket',
  tokenize(_effects, _ok, nok) {
    counts.set(this, Math.max(0, (counts.get(this) ?? 0) - 1))
    return nok
  },
}

/** Must come after what reads brackets. `reportEmphasis` names the place. */
export function remarkBracketBound(this: Processor): void {
  addExtension(this, { text: { [BANG]: opening, [OPEN]: opening, [CLOSE]: closing } })
}
