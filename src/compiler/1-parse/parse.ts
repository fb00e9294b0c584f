/** Stage 1: text in, mdast out, with Lectern's own constructs and every place kept. */
import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { VFile } from 'vfile'
import type { DeckFacts } from '../deck.ts'
import { readFrontMatter } from './front-matter.ts'

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkMath).freeze()

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
  const root = processor.parse(body) as Root
  return { root, facts }
}
