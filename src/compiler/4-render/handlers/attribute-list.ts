import type { State } from 'mdast-util-to-hast'
import type { Text } from 'hast'
import type { AttributeList } from '../../deck.ts'

/** Attributes that belong to nothing are shown as written. */
export function attributeList(state: State, node: AttributeList): Text {
  const text: Text = { type: 'text', value: node.value }
  state.patch(node, text)
  return text
}
