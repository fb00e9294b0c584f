/** Rules of plugins, and of our own faults. */
import type { Rule } from './rule.ts'

export const pluginRules = {
  'plugin-failed': {
    severity: 'error',
    what: 'Plugin of the project that fails',
    fix: 'Correct the plugin, or take it out of the config.',
  },
  'plugin-message': {
    severity: 'warning',
    what: 'What a plugin of the project has to say',
    fix: 'See what the plugin says of itself.',
  },
  internal: {
    severity: 'error',
    what: 'A stage failed on this part of the deck',
    fix: 'Please report it with the lines it names.',
  },
} as const satisfies Record<string, Rule>
