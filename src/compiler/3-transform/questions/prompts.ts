/** Lines of a quiz that say what they are: `Answer: …`, `Hint: …`, in every language that Lectern speaks. */
import type { Paragraph, PhrasingContent, RootContent } from 'mdast'
import { everyLanguage } from '../../interface-words.ts'

type Prompt = 'answer' | 'hint'

const words = new Map<string, Prompt>(
  (['answer', 'hint'] as const).flatMap((word) =>
    everyLanguage(word).map((name) => [name.toLocaleLowerCase(), word] as const),
  ),
)
// Longer words first: one may begin another.
const names = [...words.keys()].sort((a, b) => b.length - a.length).join('|')
const AT_START = new RegExp(`^\\s*(${names})[ \\t\\u00A0]*[:：][ \\t]*`, 'i')
const AT_LINE = new RegExp(`\\n(?=[ \\t]*(?:${names})[ \\t\\u00A0]*[:：])`, 'i')

/** What a paragraph says of itself, and the paragraph without that word. */
export function promptOf(node: RootContent): { word: Prompt; rest: Paragraph } | undefined {
  if (node.type !== 'paragraph') return undefined
  const [first, ...others] = node.children
  const match = first?.type === 'text' ? AT_START.exec(first.value) : null
  const word = words.get(match?.[1]?.toLocaleLowerCase() ?? '')
  if (!match || !word || first?.type !== 'text') return undefined
  const value = first.value.slice(match[0].length)
  const children: PhrasingContent[] = value === '' ? others : [{ ...first, value }, ...others]
  return { word, rest: { ...node, children } }
}

/** Paragraphs whose later lines say what they are, as one paragraph a line. */
export function splitPrompts(nodes: readonly RootContent[]): RootContent[] {
  return nodes.flatMap((node): RootContent[] => (node.type === 'paragraph' ? splitParagraph(node) : [node]))
}

function splitParagraph(paragraph: Paragraph): Paragraph[] {
  for (const [index, node] of paragraph.children.entries()) {
    const cut = node.type === 'text' ? (AT_LINE.exec(node.value)?.index ?? -1) : -1
    if (cut < 0 || node.type !== 'text') continue
    const before = { ...node, value: node.value.slice(0, cut) }
    const after = { ...node, value: node.value.slice(cut + 1) }
    const lines = node.value.slice(0, cut + 1).split('\n').length - 1
    const start = node.position && {
      line: node.position.start.line + lines,
      column: paragraph.position?.start.column ?? 1,
    }
    const head = { ...paragraph, children: [...paragraph.children.slice(0, index), before] }
    const tail: Paragraph = {
      ...paragraph,
      children: [after, ...paragraph.children.slice(index + 1)],
      ...(start && paragraph.position && { position: { ...paragraph.position, start } }),
    }
    return [head, ...splitParagraph(tail)]
  }
  return [paragraph]
}
