/** Stage 1: text in, mdast out, with Lectern's own constructs and every place kept. */
import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import type { DeckFacts } from '../deck.ts'
import { readFrontMatter } from './front-matter.ts'
import { remarkLecternMath } from './math.ts'

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkLecternMath).freeze()

/**
 * Parses a deck. Noncharacters that the compiler uses as marks are replaced first, one for one, so places stay right;
 * a byte order mark goes. Gives the tree and the front matter; reports what the constructs find wrong.
 */
export function parse(file: VFile): { root: Root; facts: DeckFacts } {
  const source = String(file.value)
    .replace(/^\uFEFF/, '')
    .replace(/[\uFDD0-\uFDEF]/g, '\uFFFD')
  file.value = source
  const { facts, body } = readFrontMatter(source, file)
  // The constructs report on the file that they parse.
  const withoutHead = new VFile({ path: file.path, value: body })
  const root = processor.parse(withoutHead) as Root
  file.messages.push(...withoutHead.messages)
  return { root, facts }
}
