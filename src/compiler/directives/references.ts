/** `::references`: where the works cited are listed. */
import type { Directive } from './directive.ts'

export const references: Directive = {
  name: 'references',
  aliases: ['bibliography', 'refs'],
  kinds: ['leaf', 'container'],
  what: 'The list of cited works; without it the list stands at the end of the deck.',
  run(node) {
    return [{ type: 'bibliography', keys: [], position: node.position }]
  },
}
