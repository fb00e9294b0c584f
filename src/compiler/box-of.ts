/** Makes `box` nodes. */
import type { RootContent } from 'mdast'
import type { Attributes, Box } from './deck.ts'

/** A `<div class="NAME">` (or another element) around content, with the author's attributes. */
export function boxOf(
  name: string,
  children: RootContent[],
  options: { attributes?: Attributes; hName?: string; style?: string; position?: Box['position'] } = {},
): Box {
  const { attributes, hName, style, position } = options
  const hProperties = { className: [name], ...(style && { style }) }
  return {
    type: 'box',
    children,
    position,
    data: { hProperties, ...(hName && { hName }), ...(attributes && { attributes }) },
  }
}
