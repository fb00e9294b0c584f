/** A row of a table as GFM has it, but that an empty corner of its head is no heading of anything. */
import type { Element } from 'hast'
import type { TableRow } from 'mdast'
import { defaultHandlers, type State } from 'mdast-util-to-hast'
import type { Parents } from 'mdast'

/** `| | A |` yields `<tr><td></td><th>A</th></tr>` in the head. */
export function tableRow(state: State, node: TableRow, parent: Parents | undefined): Element {
  const row = defaultHandlers.tableRow(state, node, parent)
  for (const cell of row.children)
    if (cell.type === 'element' && cell.tagName === 'th' && cell.children.length === 0) cell.tagName = 'td'
  return row
}
