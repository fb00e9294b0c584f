/** `:::roadmap` draws a road from a list; `::roadmap{at=3}` calls the last one up again. */
import type { List } from 'mdast'
import type { Roadmap } from '../deck.ts'
import { noAttributes } from '../attributes.ts'
import type { Directive } from './directive.ts'
import { readRoadmapList } from './roadmap-list.ts'

/**
 * `:::roadmap{#id}` around a list becomes a `roadmap` node with its stops; `::roadmap{at=3}` or `{#id at="GPT-3"}`
 * becomes one without stops, which stage 3 fills from the road it recalls. Reports `roadmap-empty`.
 */
export const roadmap: Directive = {
  name: 'roadmap',
  kinds: ['container', 'leaf'],
  what: 'A time line whose stops step in; as a leaf, "you are here" on the last one',
  attributes: {
    at: { type: 'string', what: 'The stop where we are: its number from 1, or its name' },
  },
  run(node, _slide, context) {
    const { id = '', classes, values } = node.attributes
    const { at = '', ...others } = values
    const drawn: Roadmap = { type: 'roadmap', id, stops: [], position: node.position }
    drawn.data = { ...node.data, attributes: { ...noAttributes(), classes, values: others } }
    if (node.type === 'leafDirective') {
      drawn.recall = at
      return [drawn]
    }
    const list = node.children.find((child): child is List => child.type === 'list')
    drawn.stops = list ? readRoadmapList(list) : []
    if (drawn.stops.length === 0) {
      const fix = 'Put a list into `:::roadmap`, one item a stop.'
      context.report('roadmap-empty', node, 'This roadmap has no list of stops', { fix })
      return node.children
    }
    return [drawn]
  },
}
