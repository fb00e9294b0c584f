/** Stage 1: text in, mdast out, with Lectern's own constructs and every place kept. */
import type { Definition, Parent, Root, RootContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import type { DeckDefaults, DeckFacts } from '../deck-facts.ts'
import { remarkAddresses } from './addresses.ts'
import { attachAttributes, attachLines } from './attach-attributes.ts'
import { remarkAttributeList } from './attribute-list.ts'
import { remarkBracketBound } from './bracket-bound.ts'
import { remarkCjkEmphasis } from './cjk-emphasis.ts'
import { takeComments } from './comments.ts'
import type { Comments } from './comments.ts'
import { remarkContainerFence } from './container-fence.ts'
import { boundDepth } from './depth-bound.ts'
import { freeCaptions, remarkDefinitionList } from './definition-list.ts'
import { remarkEmphasisBound, reportEmphasis } from './emphasis-bound.ts'
import { readFrontMatter } from './front-matter.ts'
import { remarkHtmlLine } from './html-line.ts'
import { remarkIndentedBlock } from './indented-block.ts'
import { remarkMark } from './mark.ts'
import { remarkLecternMath } from './math.ts'
import { remarkMergeText } from './merge-text.ts'
import { nestContainers } from './nest-containers.ts'
import { remarkNestingBound, reportNesting } from './nesting-bound.ts'
import { remarkPieces } from './pieces.ts'
import { collectDefinitions, resolveReferences } from './references.ts'
import { remarkSetext } from './setext.ts'

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkAddresses)
  .use(remarkCjkEmphasis)
  .use(remarkMark)
  .use(remarkLecternMath)
  .use(remarkHtmlLine)
  .use(remarkIndentedBlock)
  .use(remarkSetext)
  .use(remarkAttributeList)
  .use(remarkContainerFence)
  .use(remarkDefinitionList)
  // The last: they bound what the others add.
  .use(remarkEmphasisBound)
  .use(remarkBracketBound)
  .use(remarkNestingBound)
  .use(remarkPieces)
  .use(remarkMergeText)
  .freeze()

/**
 * Parses a deck. Noncharacters that the compiler uses as marks are replaced first, one for one, so places stay right;
 * a byte order mark goes. Gives the tree, the front matter, and the text with its lines blank; reports what the constructs find wrong.
 */
export function parse(
  file: VFile,
  defaults: DeckDefaults = {},
): { root: Root; facts: DeckFacts; body: string } {
  const source = String(file.value)
    .replace(/^\uFEFF/, '')
    .replace(/[\uFDD0-\uFDEF]/g, '\uFFFD')
  file.value = source
  const { facts, body } = readFrontMatter(source, file, defaults)
  const root = parseText(body, file)
  finish(root, file)
  return { root, facts, body }
}

/** Parses text that is not the file's own; what the constructs report goes to the file. */
function parseText(text: string, file: VFile): Root {
  const part = new VFile({ path: file.path, value: text, data: file.data })
  const root = processor.parse(part) as Root
  boundDepth(root, part)
  reportNesting(root, part)
  reportEmphasis(root, part)
  for (const message of part.messages) file.messages.push(message)
  return root
}

/** Joins what the constructs found, in one walk from the leaves up. */
function finish(root: Root, file: VFile): void {
  const definitions = collectDefinitions(root)
  const comments: Comments = {
    file,
    slides: [],
    parse(markdown, line) {
      const part = parseText('\n'.repeat(line - 1) + markdown, file)
      finish(part, file)
      return part.children
    },
  }
  const children: RootContent[] = []
  for (const node of root.children) {
    if ('children' in node) finishNode(node as Parent, definitions, comments)
    if (node.type === 'containerFence') finishLabel(node.label, definitions, comments)
    children.push(node, ...comments.slides.splice(0))
  }
  root.children = children
  freeCaptions(root)
  takeComments(root, true, comments)
  attachLines(root)
  root.children = nestContainers(root.children, file, true)
}

function finishNode(parent: Parent, definitions: Map<string, Definition>, comments: Comments): void {
  for (const node of parent.children) {
    if ('children' in node) finishNode(node as Parent, definitions, comments)
    if (node.type === 'containerFence') finishLabel(node.label, definitions, comments)
  }
  resolveReferences(parent, definitions)
  freeCaptions(parent)
  // Comments first: what stands before one at the end of a line is then the line's end for attributes.
  takeComments(parent, false, comments)
  attachAttributes(parent, comments.file)
  attachLines(parent)
  parent.children = nestContainers(parent.children, comments.file, false)
}

function finishLabel(label: RootContent[], definitions: Map<string, Definition>, comments: Comments): void {
  const parent = { type: 'paragraph', children: label } as Parent
  finishNode(parent, definitions, comments)
  label.splice(0, label.length, ...parent.children)
}
