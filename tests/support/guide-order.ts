/** Which entries stand together on the guide's slides of tables. A new key, attribute or rule gets its place here. */
import type { TableSlide } from './guide-tables.ts'

const slide = (id: string, heading: string, names: string, prefix = ''): TableSlide => ({
  id,
  heading,
  names: names
    .trim()
    .split(/\s+/)
    .map((name) => prefix + name),
})

export const frontMatterSlides: readonly TableSlide[] = [
  slide('facts-who', 'Facts: who, what, when', 'title subtitle author institute date title-slide'),
  slide('facts-about', 'Facts: what the index and the search tell', 'description keywords duration exam'),
  slide(
    'facts-looks',
    'Facts: how it looks',
    'theme aspect-ratio transition header footer logo slide-number',
  ),
  slide(
    'facts-colours',
    'Facts: colours and sizes',
    'accent highlight-color section-color text-size corner-radius',
  ),
  slide('facts-language', 'Facts: language and cut', 'lang dir split incremental section-opening fit'),
  slide('facts-scholarly', 'Facts: sources, terms, statements', 'bibliography csl glossary theorems macros'),
]

export const attributeSlides: readonly TableSlide[] = [
  slide(
    'attributes-size',
    'Any block can have a size and a place',
    'width height top right bottom left',
    'size ',
  ),
  slide(
    'attributes-html',
    'What goes on to HTML, of any block',
    'title lang dir role alt target rel tabindex',
    'html ',
  ),
  slide(
    'attributes-media',
    'What goes on to HTML, of media, lists and links',
    'controls autoplay loop muted poster loading start type download',
    'html ',
  ),
  slide(
    'attributes-block',
    'What single blocks read',
    'index effect caption caption-position fit lightbox size opacity',
    'block ',
  ),
  slide('attributes-files', 'What leaves and fences read', 'src file lines numbers at', 'block '),
  slide('attributes-names', 'What containers read', 'id name label text align layout cols columns', 'block '),
  slide('attributes-code', 'What a fence reads', 'title line-numbers startFrom highlight', 'code '),
  slide(
    'attributes-slide',
    'A slide: what it is',
    'layout hidden uncounted visibility header footer',
    'slide ',
  ),
  slide(
    'attributes-slide-moves',
    'A slide: how it comes, and how long it stays',
    'transition transition-speed time timing timer timer-at autoslide index fit state prevent-swipe',
    'slide ',
  ),
  slide('attributes-slide-language', 'A slide: its language', 'lang dir', 'slide '),
  slide(
    'attributes-animate',
    'A slide: how things move to it from the last',
    'auto-animate auto-animate-id auto-animate-restart auto-animate-easing auto-animate-duration auto-animate-unmatched',
    'slide ',
  ),
  slide(
    'attributes-background',
    'A slide: a colour or picture behind it',
    'background background-color background-gradient background-image background-size background-position background-repeat background-opacity',
    'slide ',
  ),
  slide(
    'attributes-background-more',
    'A slide: a film or page behind it',
    'background-video background-video-loop background-video-muted background-iframe background-interactive background-transition',
    'slide ',
  ),
]

export const configSlides: readonly TableSlide[] = [
  slide('config-keys', 'What the config says: folders, defaults', 'decks out theme lang footer macros'),
  slide('config-rules', 'What the config says: trust, rules, plugins', 'trustHtml iframes rules plugins'),
]

export const ruleSlides: readonly TableSlide[] = [
  slide(
    'rules-facts',
    'Messages on the front matter',
    'front-matter-syntax front-matter-unknown front-matter-type theme-unknown',
  ),
  slide('rules-include', 'Messages on parts', 'include-missing include-circle include-lines include-place'),
  slide(
    'rules-attribute',
    'Messages on attributes',
    'attribute-unknown attribute-value attribute-stray attribute-missing slug-duplicate key-duplicate',
  ),
  slide(
    'rules-directive',
    'Messages on containers and leaves',
    'directive-unknown directive-kind directive-place container-unclosed container-stray',
  ),
  slide(
    'rules-slide',
    'Messages on slides',
    'layout-unknown slide-heading heading-repeated slide-words notes-missing',
  ),
  slide(
    'rules-math',
    'Messages on formulas',
    'math-syntax math-command math-unclosed math-macro math-term math-label-duplicate math-reference',
  ),
  slide(
    'rules-code',
    'Messages on code and lists',
    'code-unclosed code-language code-steps list-indent list-tabs nesting-deep emphasis-many',
  ),
  slide('rules-roadmap', 'Messages on roadmaps', 'roadmap-empty roadmap-labels roadmap-at roadmap-missing'),
  slide(
    'rules-sources',
    'Messages on sources',
    'citation-unknown bibliography-missing bibliography-syntax csl-unknown csl-syntax csl-locale',
  ),
  slide(
    'rules-references',
    'Messages on references',
    'reference-unknown reference-unnumbered footnote-missing link-internal link-external',
  ),
  slide(
    'rules-glossary',
    'Messages on the glossary',
    'glossary-missing glossary-empty glossary-duplicate glossary-definition glossary-unknown',
  ),
  slide(
    'rules-quiz',
    'Messages on questions and cards',
    'quiz-answer quiz-option quiz-number quiz-explanation think-answer cards-empty card-side',
  ),
  slide('rules-asset', 'Messages on files and pages', 'asset-missing asset-alt iframe-host'),
  slide('rules-figure', 'Messages on figures', 'figure-missing figure-export figure-failed figure-svg'),
  slide('rules-diagram', 'Messages on diagrams', 'diagram-kind diagram-syntax diagram-small'),
  slide('rules-fit', 'Messages on slides that are too full', 'slide-split slide-overflow type-small'),
  slide(
    'rules-browser',
    'Messages on what a browser shows',
    'contrast-low text-over-picture glyph-missing image-broken page-error',
  ),
  slide('rules-look', 'Messages on a deck’s own looks', 'look-contrast style-refused style-syntax'),
  slide(
    'rules-foreign',
    'Messages on HTML and other tools',
    'html-unsafe comment-unclosed reveal-comment foreign-syntax',
  ),
  slide(
    'rules-plugin',
    'Messages on plugins, and on our own faults',
    'plugin-failed plugin-message internal',
  ),
]
