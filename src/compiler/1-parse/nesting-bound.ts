/**
 * A bound on lists, quotations, footnotes and their like within each other. The tokens of a text grow with the square
 * of its nesting and the work on them with the cube: a thousand lists would take half a minute, and what walks the
 * tree would run out of stack.
 */
import type { Paragraph, Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { blockQuote, list } from 'micromark-core-commonmark'
import type {
  Construct,
  ConstructRecord,
  Extension,
  Point,
  State,
  TokenizeContext,
  Tokenizer,
} from 'micromark-util-types'
import type { Node, Parent } from 'unist'
import type { Processor } from 'unified'
import type { VFile } from 'vfile'
import { report } from '../diagnostics.ts'

/** So many may stand in each other; the markers of more are text. Nobody reads a list of five levels on a slide. */
export const DEEPEST = 30

/** Where on its line the containers end that hold what comes next. */
interface Opened {
  line: number
  ends: number[]
}

const opened = new WeakMap<TokenizeContext, Opened>()

/**
 * Bounds every construct that holds others, those of the plugins before this one included: it must be the last. The text
 * of the markers that are refused stays; `reportNesting` names the place.
 */
export function remarkNestingBound(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: (Extension | Extension[])[] }
  const others = (data.micromarkExtensions ?? []).flat().map((extension) => ({
    ...extension,
    ...(extension.document && { document: boundAll(extension.document) }),
  }))
  const own: Extension = {
    document: boundAll({
      ...Object.fromEntries([...'*+-0123456789'].map((marker) => [marker.codePointAt(0), renamed(list)])),
      [62]: renamed(blockQuote),
    }),
  }
  data.micromarkExtensions = [own, ...others]
}

/** Under a name of its own, since CommonMark's own are disabled by their names. */
function renamed(construct: Construct): Construct {
  return { ...construct, name: `bounded-${construct.name}` }
}

function boundAll(record: ConstructRecord): ConstructRecord {
  return Object.fromEntries(
    Object.entries(record).map(([code, constructs]) => [
      code,
      [constructs ?? []].flat().map((construct) => bounded(construct)),
    ]),
  )
}

function bounded(construct: Construct): Construct {
  const { continuation } = construct
  return {
    ...construct,
    tokenize: counted(construct.tokenize, true),
    ...(continuation && {
      continuation: { ...continuation, tokenize: counted(continuation.tokenize!, false) },
    }),
  }
}

/** Notes where the container ends that `tokenize` finds, and refuses one more where `opens` and there are enough. */
function counted(tokenize: Tokenizer, opens: boolean): Tokenizer {
  return function (this: TokenizeContext, effects, ok, nok) {
    const noted: State = (code) => {
      const place = this.now()
      const { ends } = openedAt(this, place)
      // On a blank line nothing is consumed, and nothing opens.
      if (ends.at(-1) !== place.column) ends.push(place.column)
      return ok(code)
    }
    const inner = tokenize.call(this, effects, noted, nok)
    return (code) => {
      const refused = opens && openedAt(this, this.now()).ends.length >= DEEPEST
      passOver(this, refused)
      return refused ? nok(code) : inner(code)
    }
  }
}

/**
 * What is refused here would be taken by CommonMark's own construct, which comes after ours at the same character. It
 * can't be disabled for good: a next item and a next line of a quotation are found by it.
 */
function passOver(context: TokenizeContext, refused: boolean): void {
  const { disable } = context.parser.constructs
  const names = (disable.null ?? []).filter((name) => name !== list.name && name !== blockQuote.name)
  if (refused) names.push(list.name!, blockQuote.name!)
  if (refused || names.length < (disable.null ?? []).length) disable.null = names
}

/** Those that end before a place on its line. A look ahead notes some that do not come to be; they lie behind it. */
function openedAt(context: TokenizeContext, { line, column }: Point): Opened {
  let state = opened.get(context)
  if (!state || state.line !== line) opened.set(context, (state = { line, ends: [] }))
  while (state.ends.length > 0 && state.ends.at(-1)! > column) state.ends.pop()
  return state
}

const MARKER = /^\s*(?:(?:[*+:-]|\d{1,9}[.)]|\[\^[^\]]+\]:)(?:\s|$)|>)/m

/** Reports `nesting-deep` at the first text of the deepest level that begins as one more would. */
export function reportNesting(root: Root, file: VFile): void {
  const found = deepest(root, 0)
  if (found)
    report(file, 'nesting-deep', found, `More than ${DEEPEST} lists and quotations stand in each other`)
}

function deepest(node: Node, depth: number): Paragraph | undefined {
  if (node.type === 'paragraph' && depth >= DEEPEST && MARKER.test(toString(node))) return node as Paragraph
  if (!('children' in node) || ['paragraph', 'heading', 'table'].includes(node.type)) return undefined
  const holds = ['listItem', 'blockquote', 'footnoteDefinition', 'definitionDescription', 'box', 'callout']
  const within = depth + (holds.includes(node.type) ? 1 : 0)
  for (const child of (node as Parent).children) {
    const found = deepest(child, within)
    if (found) return found
  }
  return undefined
}
