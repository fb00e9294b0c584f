/** Rules of how slides stand on their stage. */
import type { Rule } from './rule.ts'

export const fitRules = {
  'slide-split': {
    severity: 'info',
    what: 'Slide that holds too much and goes on over several',
    fix: 'Split it where the thought ends, or write `{fit=shrink}` on its heading to keep it whole.',
  },
  'slide-overflow': {
    severity: 'warning',
    what: 'Slide with content that lies outside of its stage',
    fix: 'Take something away, split the slide, or write `{fit=auto}` on its heading.',
  },
  'type-small': {
    severity: 'warning',
    what: 'Text too small for the last row',
    fix: 'Take something away or split the slide, so that its type need not shrink.',
  },
} as const satisfies Record<string, Rule>
