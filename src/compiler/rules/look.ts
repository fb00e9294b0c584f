/** Rules of what a deck changes of its theme. */
import type { Rule } from './rule.ts'

export const lookRules = {
  'look-contrast': {
    severity: 'info',
    what: 'Colour of the deck that is shown darker or lighter, so that it can be read',
    fix: 'Take a colour that stands out more from the paper.',
  },
  'style-syntax': {
    severity: 'warning',
    what: 'Part of the deck’s style sheet that cannot be read',
    fix: 'Correct it; the rest of the sheet is used.',
  },
  'style-refused': {
    severity: 'warning',
    what: 'What a deck’s style sheet may not do: fetch from elsewhere',
    fix: 'Put the file beside the deck and name it by its path.',
  },
} as const satisfies Record<string, Rule>
