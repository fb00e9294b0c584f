/** The blocks that a question is made of. */
import type { Data, RootContent } from 'mdast'
import '../../block-data.ts'
import type { QuestionPart } from '../../block-data.ts'
import { boxOf } from '../../box-of.ts'
import type { Box } from '../../deck.ts'

/** A block of a question, by its class and its part in it. */
export function partOf(
  part: QuestionPart,
  className: string,
  children: RootContent[],
  options: { hName?: string; answer?: boolean; position?: Box['position'] } = {},
): Box {
  const { hName, answer, position } = options
  const box = boxOf(className, children, { ...(hName && { hName }), position })
  box.data = { ...box.data, part, ...(answer && { answer }) } as Data
  return box
}

/** Whether nothing can be seen of it. */
export function isBlank(nodes: readonly RootContent[]): boolean {
  return nodes.every((node) =>
    node.type === 'text'
      ? node.value.trim() === ''
      : node.type === 'paragraph'
        ? isBlank(node.children)
        : node.type === 'definition',
  )
}
