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
  'contrast-low': {
    severity: 'warning',
    what: 'Text that stands out too little from what lies under it',
    fix: 'Take one of the theme’s colours, or a darker or lighter one.',
  },
  'image-broken': {
    severity: 'error',
    what: 'Picture that the browser cannot show',
    fix: 'Save the file again, in a format that browsers know.',
  },
  'page-error': {
    severity: 'error',
    what: 'Error that the slide’s page reports in the browser',
    fix: 'See what the message says; a plugin or a figure of the deck may be the cause.',
  },
} as const satisfies Record<string, Rule>
