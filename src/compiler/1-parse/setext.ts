/** `---` directly under a line of text is a slide break here, not the underline of a Setext heading. */
import { setextUnderline } from 'micromark-core-commonmark'
import { markdownLineEnding, markdownSpace } from 'micromark-util-character'
import type { Code, Construct, Extension, State, Tokenizer } from 'micromark-util-types'
import type { Processor } from 'unified'
import { addExtension } from './extension.ts'

const DASH = 45
const EQUALS = 61

const threeDashes: Tokenizer = (effects, ok, nok) => {
  let count = 0
  const dashes: State = (code: Code) => {
    if (code === DASH && count < 4) {
      count++
      effects.consume(code)
      return dashes
    }
    return count === 3 ? rest(code) : nok(code)
  }
  const rest: State = (code: Code) => {
    if (markdownSpace(code)) {
      effects.consume(code)
      return rest
    }
    effects.exit('lookahead' as never)
    return code === null || markdownLineEnding(code) ? ok(code) : nok(code)
  }
  return (code) => {
    effects.enter('lookahead' as never)
    return dashes(code)
  }
}

const underline: Construct = {
  name: 'lecternSetextUnderline',
  resolveTo: setextUnderline.resolveTo,
  tokenize(effects, ok, nok) {
    const asHeading = setextUnderline.tokenize.call(this, effects, ok, nok)
    return effects.check({ tokenize: threeDashes, partial: true }, nok, asHeading)
  },
}

const extension: Extension = {
  disable: { null: ['setextUnderline'] },
  flow: { [DASH]: underline, [EQUALS]: underline },
}

/** Every other Setext form (`--`, `----`, `===`) stays as CommonMark 0.31 §4.3 has it. */
export function remarkSetext(this: Processor): void {
  addExtension(this, extension)
}
