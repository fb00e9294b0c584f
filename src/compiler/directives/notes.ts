import type { Directive } from './directive.ts'

/** `:::notes` … `:::`: what only the lecturer sees. */
export const notes: Directive = {
  name: 'notes',
  kinds: ['container'],
  what: 'Notes for the lecturer; `[click]` begins what belongs to the next step',
  run: (node) => [{ type: 'notes', children: node.children as never, position: node.position }],
}
