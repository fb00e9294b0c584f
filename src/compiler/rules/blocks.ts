/** Rules of blocks: code, roadmaps, citations, references, glossary, questions, pictures, figures, links, HTML. */
import type { Rule } from './rule.ts'

export const blockRules = {
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
} as const satisfies Record<string, Rule>
