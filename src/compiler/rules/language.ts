/** Rules of what is written around the content: front matter, includes, attributes, directives. */
import type { Rule } from './rule.ts'

export const writtenRules = {
  // front matter
  'front-matter-syntax': {
    severity: 'error',
    what: 'Front matter is not valid YAML',
    fix: 'Write `key: value` lines between two `---` lines.',
  },
  'front-matter-unknown': {
    severity: 'warning',
    what: 'Unknown front matter key',
    fix: 'Remove the key or correct its name.',
  },
  'front-matter-type': {
    severity: 'error',
    what: 'Front matter value of the wrong type',
    fix: 'Give a value of the type named.',
  },
  // includes
  'include-missing': {
    severity: 'error',
    what: 'Included file that is not there',
    fix: 'Correct the path; it is relative to the file that includes.',
  },
  'include-circle': {
    severity: 'error',
    what: 'File that includes itself',
    fix: 'Take one of the `::include` lines out.',
  },
  'include-lines': {
    severity: 'error',
    what: 'Lines that the included file does not have',
    fix: 'Write lines that are there: `lines=3-10`, `lines=15-`.',
  },
  'include-place': {
    severity: 'error',
    what: '`::include` inside another block',
    fix: 'Write it at the beginning of a line of its own, outside of lists and quotes.',
  },
  'iframe-host': {
    severity: 'warning',
    what: 'Page of a host that the project does not allow',
    fix: "Name the host in `iframes` of the project's config, or link to the page.",
  },
  // attributes, directives
  'attribute-unknown': {
    severity: 'warning',
    what: 'Unknown attribute',
    fix: 'Remove the attribute or correct its name.',
  },
  'attribute-value': {
    severity: 'warning',
    what: 'Attribute with a value that is not accepted',
    fix: 'Use one of the values named.',
  },
  'attribute-stray': {
    severity: 'warning',
    what: 'Attributes that belong to nothing',
    fix: 'Put `{…}` directly after what it describes.',
  },
  'nesting-deep': {
    severity: 'warning',
    what: 'Lists, quotations, emphasis or spans nested without end; the markers of the innermost are shown as text',
    fix: 'Take out some levels: indentation, `>`, stars or brackets.',
  },
  'emphasis-many': {
    severity: 'warning',
    what: 'Paragraph with thousands of `*`, `_`, `~`, `==` or open brackets; they are shown as they stand',
    fix: 'Part the paragraph by blank lines.',
  },
  'attribute-missing': {
    severity: 'error',
    what: 'Attribute that a directive cannot do without',
    fix: 'Write the attribute between the braces.',
  },
  'directive-kind': {
    severity: 'error',
    what: 'Leaf written as a container, or the other way round',
    fix: 'Write it as the message says.',
  },
  'directive-place': {
    severity: 'warning',
    what: 'Directive that stands where it does nothing',
    fix: 'Put it where the message says.',
  },
  'directive-unknown': {
    severity: 'error',
    what: 'Unknown directive',
    fix: 'Correct the name; the content is shown as it is.',
  },
  'container-unclosed': {
    severity: 'error',
    what: 'Container without a closing `:::`',
    fix: 'Add a line with `:::` after its content.',
  },
  'container-stray': {
    severity: 'warning',
    what: 'Closing `:::` without an opening',
    fix: 'Remove the line.',
  },
  'comment-unclosed': {
    severity: 'error',
    what: 'Comment without its end',
    fix: 'Close the comment with `-->`.',
  },
  'layout-unknown': { severity: 'error', what: 'Unknown layout', fix: 'Use one of the layouts named.' },
  'slug-duplicate': {
    severity: 'error',
    what: 'The same `{#id}` twice',
    fix: 'Give each slide an id of its own.',
  },
} as const satisfies Record<string, Rule>
