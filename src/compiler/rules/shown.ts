/** Rules of what a browser shows of a deck, and of where its links lead; only `lectern check` tells them. */
import type { Rule } from './rule.ts'

export const shownRules = {
  'contrast-low': {
    severity: 'warning',
    what: 'Text that stands out too little from what lies under it',
    fix: 'Take one of the theme’s colours, or a darker or lighter one.',
  },
  'text-over-picture': {
    severity: 'warning',
    what: 'Text that a picture behind it makes hard to read',
    fix: 'Darken or lighten the picture, as by `background-opacity`, put a ground under the text, or move it.',
  },
  'glyph-missing': {
    severity: 'warning',
    what: 'Characters that the theme’s fonts do not have',
    fix: 'Write another character, or take a theme whose fonts have it.',
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
  'link-external': {
    severity: 'warning',
    what: 'Link to another site that leads nowhere',
    fix: 'Correct the address, or link to a copy that stays.',
  },
} as const satisfies Record<string, Rule>
