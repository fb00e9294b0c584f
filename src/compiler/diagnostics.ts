/** Every rule in one table, and the one way to report. A misspelt rule does not compile. */
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import type { Node, Point, Position } from 'unist'

export type Severity = 'error' | 'warning' | 'info'

interface Rule {
  /** `off`: reported only where the project's config asks for it. */
  severity: Severity | 'off'
  /** What the rule is about, in one line. */
  what: string
  /** How to mend it, in one sentence; `report` may give a better one for the case at hand. */
  fix: string
}

export const rules = {
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
  // mathematics
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
  // blocks
  'code-language': {
    severity: 'info',
    what: 'Language that the highlighter does not know',
    fix: 'Correct the language name; the code is shown plain.',
  },
  'code-steps': {
    severity: 'error',
    what: 'Line steps that cannot be read',
    fix: 'Write steps as `{1|3-4|all}`.',
  },
  'roadmap-empty': {
    severity: 'error',
    what: 'Roadmap without stops',
    fix: 'Write stops parted by `→` on one line.',
  },
  'roadmap-labels': {
    severity: 'warning',
    what: 'Roadmap whose second line has another number of stops',
    fix: 'Give every stop one label, or leave the line out.',
  },
  'roadmap-at': {
    severity: 'error',
    what: 'Roadmap called up at a stop that does not exist',
    fix: "Give `at=` a number from 1 to the number of stops, or a stop's name.",
  },
  'roadmap-missing': {
    severity: 'error',
    what: '`::roadmap` before any roadmap',
    fix: 'Write the roadmap on an earlier slide.',
  },
  'citation-unknown': {
    severity: 'error',
    what: 'Citation key that is not in the bibliography',
    fix: 'Correct the key or add the entry.',
  },
  'bibliography-missing': {
    severity: 'error',
    what: 'Bibliography file that is not there',
    fix: 'Correct `bibliography:` or add the file beside the deck.',
  },
  'bibliography-syntax': {
    severity: 'error',
    what: 'Bibliography entry that cannot be read',
    fix: 'Correct the entry; the others are used.',
  },
  'csl-unknown': {
    severity: 'error',
    what: 'Citation style that is not there',
    fix: 'Use one of the styles named, or the path of a `.csl` file beside the deck.',
  },
  'csl-syntax': {
    severity: 'error',
    what: 'Citation style that cannot be read',
    fix: 'Correct the file, or use a style that comes with Lectern.',
  },
  'csl-locale': {
    severity: 'warning',
    what: 'Language that citation styles have no words for',
    fix: 'Put `locales-LANG.xml` of CSL beside the deck.',
  },
  'reference-unknown': {
    severity: 'error',
    what: 'Reference to something that is not in the deck',
    fix: 'Give what it means an `{#id}`, or correct the reference.',
  },
  'reference-unnumbered': {
    severity: 'warning',
    what: 'Reference to something without a number',
    fix: 'Give the figure or table a caption, or take `.unnumbered` away.',
  },
  'glossary-missing': {
    severity: 'error',
    what: 'Glossary file that is not there',
    fix: 'Correct `glossary:` or add the file beside the deck.',
  },
  'glossary-empty': {
    severity: 'warning',
    what: 'Glossary without terms',
    fix: 'Write a term on a line and `: what it means` on the next.',
  },
  'glossary-duplicate': {
    severity: 'warning',
    what: 'The same term twice in the glossary',
    fix: 'Join the two; the first is used.',
  },
  'glossary-definition': {
    severity: 'warning',
    what: 'Term without a definition',
    fix: 'Write `: what it means` on the line after the term.',
  },
  'glossary-unknown': {
    severity: 'error',
    what: 'Term that the glossary does not have',
    fix: 'Correct the term, or add it to the glossary.',
  },
  'footnote-missing': {
    severity: 'error',
    what: 'Footnote without its text',
    fix: 'Add a line `[^name]: …`.',
  },
  'quiz-answer': {
    severity: 'error',
    what: 'Quiz without a right answer',
    fix: 'Mark the right option with `[x]`.',
  },
  'quiz-option': {
    severity: 'warning',
    what: 'Option of a quiz that cannot be chosen',
    fix: 'Give each option its own words after `- [ ]`.',
  },
  'quiz-number': {
    severity: 'error',
    what: 'Answer of a quiz whose tolerance cannot be read',
    fix: 'Write `Answer: 42 ± 0.5` or `Answer: 42 ± 1 %`.',
  },
  'think-answer': {
    severity: 'warning',
    what: 'Question to think about without its answer',
    fix: 'Write the question, a line `---`, and what you would say to it.',
  },
  'cards-empty': {
    severity: 'warning',
    what: 'Cards without a list',
    fix: 'Write a list: `- question :: answer`, or `- a sentence with ==words== to hide`.',
  },
  'card-side': {
    severity: 'warning',
    what: 'Card with one side only',
    fix: 'Write `question :: answer`, or mark what the card hides: `==words==`.',
  },
  'asset-missing': {
    severity: 'error',
    what: 'File that is not there',
    fix: 'Correct the path or add the file beside the deck.',
  },
  'asset-alt': {
    severity: 'info',
    what: 'Image without a text alternative',
    fix: 'Describe it between the brackets: `![what it shows](file.png)`.',
  },
  'figure-missing': {
    severity: 'error',
    what: 'Figure module that is not there',
    fix: 'Write `::figure{src=figures/NAME.ts}` with a file beside the deck.',
  },
  'figure-export': {
    severity: 'error',
    what: 'Figure module without a figure',
    fix: 'Write `export const figure = defineFigure({ title, draw })` in the module.',
  },
  'figure-failed': {
    severity: 'error',
    what: 'Figure module that fails',
    fix: 'Correct the module at the place named.',
  },
  'figure-svg': {
    severity: 'error',
    what: 'Figure that draws no SVG',
    fix: 'Let `draw` give one `<svg viewBox="0 0 WIDTH HEIGHT">…</svg>`.',
  },
  'diagram-kind': {
    severity: 'warning',
    what: 'Diagram of a kind that is not drawn',
    fix: 'Use a flowchart, sequence, state, class, ER or xychart diagram, or an image; its source is shown as code.',
  },
  'diagram-syntax': {
    severity: 'error',
    what: 'Diagram that cannot be read',
    fix: "Correct the diagram's source; it is shown as code.",
  },
  'diagram-small': {
    severity: 'warning',
    what: 'Diagram too large to be read on a slide',
    fix: 'Shorten its labels, turn it (`flowchart TD` or `LR`), or divide it over two slides.',
  },
  'link-internal': {
    severity: 'error',
    what: 'Link to a slide that does not exist',
    fix: 'Use the slug of a slide of this deck.',
  },
  'html-unsafe': {
    severity: 'warning',
    what: 'HTML that is not allowed in a deck',
    fix: "Remove it, or trust the deck in the project's config.",
  },
  'reveal-comment': {
    severity: 'warning',
    what: 'Reveal comment that cannot be read',
    fix: 'Write `<!-- .element: class="fragment" -->`.',
  },
  // what lecturers want to know
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
  // plugins
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

export type RuleId = keyof typeof rules

/** Where the manual (`slides/guide.md`) speaks of a rule: the address of a slide or row in it. */
export function guidePlace(rule: string): string {
  return `guide#message-${rule}`
}

export type Place = Node | Position | Point | undefined

/**
 * Reports an author's mistake and goes on. The message carries the rule as `ruleId`, the mend as `note` and
 * `fatal` true for an error, undefined for an info, false for a warning (as vfile has it).
 */
export function report(
  file: VFile,
  rule: RuleId,
  place: Place,
  reason: string,
  options: { fix?: string; severity?: Severity; cause?: unknown } = {},
): VFileMessage {
  const { severity, fix } = rules[rule]
  const at = place && 'type' in place ? (place as Node).position : (place as Position | Point | undefined)
  const message = file.message(reason, {
    place: at,
    ruleId: rule,
    source: 'lectern',
    cause: options.cause as Error,
  })
  const final = options.severity ?? (severity as Severity | 'off')
  message.fatal = final === 'error' ? true : final === 'warning' ? false : undefined
  message.note = options.fix ?? fix
  return message
}

/** The severity a message was reported with. */
export function severityOf(message: VFileMessage): Severity {
  return message.fatal ? 'error' : message.fatal === false ? 'warning' : 'info'
}
