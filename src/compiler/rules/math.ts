/** Rules of formulas, and of the theme that sets them. */
import type { Rule } from './rule.ts'

export const mathRules = {
  'math-syntax': {
    severity: 'error',
    what: 'Formula that cannot be set',
    fix: 'Correct the TeX at this place.',
  },
  'math-command': {
    severity: 'warning',
    what: 'Command that formulas may not use',
    fix: 'Leave it out: formulas write no HTML of their own, and link to http(s) addresses only.',
  },
  'math-unclosed': { severity: 'error', what: '`$$` without its end', fix: 'Close the formula with `$$`.' },
  'math-macro': {
    severity: 'error',
    what: 'Macro definition that cannot be read',
    fix: 'Write `\\newcommand{\\name}[n]{…}` or a `macros:` entry.',
  },
  'math-term': {
    severity: 'error',
    what: 'Term of a formula without an id',
    fix: 'Write `\\term{id}{…}`, the id in letters, digits, `-` and `_`.',
  },
  'math-label-duplicate': {
    severity: 'error',
    what: 'The same `\\label` twice',
    fix: 'Give each equation a label of its own.',
  },
  'math-reference': {
    severity: 'error',
    what: 'Reference to an equation that does not exist',
    fix: 'Correct the label or add `\\label{…}` to the equation.',
  },
  'theme-unknown': {
    severity: 'error',
    what: 'Theme that is not there',
    fix: 'Use one of the themes named, or add a folder to `themes/`.',
  },
} as const satisfies Record<string, Rule>
