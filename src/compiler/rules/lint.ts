/** Rules of what lecturers want to know beside faults. */
import type { Rule } from './rule.ts'

export const lintRules = {
  'code-unclosed': {
    severity: 'error',
    what: 'Code without its end',
    fix: 'Close the code with a line of as many backticks as open it.',
  },
  'list-indent': {
    severity: 'warning',
    what: 'Indent that does not do what it looks like',
    fix: 'Indent what belongs to a list item by as much as the text of the item.',
  },
  'list-tabs': {
    severity: 'warning',
    what: 'List indented by tabs and by spaces',
    fix: 'Use spaces only: a tab counts up to the next multiple of four.',
  },
  'key-duplicate': {
    severity: 'warning',
    what: 'The same name defined twice',
    fix: 'Remove one, or give it another name.',
  },
  'foreign-syntax': {
    severity: 'warning',
    what: 'Spelling of another tool that means nothing here',
    fix: 'Write what the message says.',
  },
  'slide-heading': {
    severity: 'info',
    what: 'Slide without a heading in a deck whose slides have one',
    fix: 'Begin it with `## …`: the outline, search and links need a name.',
  },
  'heading-repeated': {
    severity: 'info',
    what: 'Heading that two slides of a section share',
    fix: 'Say in the heading what is new on this slide.',
  },
  'slide-words': {
    severity: 'info',
    what: 'Slide with more words than can be listened to',
    fix: 'Move words into the notes, or split the slide.',
  },
  'notes-missing': {
    severity: 'off',
    what: 'Slide without notes',
    fix: 'Add `:::notes`.',
  },
  'quiz-explanation': {
    severity: 'info',
    what: 'Quiz that explains nothing',
    fix: 'Add a paragraph after the options, or feedback below each of them.',
  },
} as const satisfies Record<string, Rule>
