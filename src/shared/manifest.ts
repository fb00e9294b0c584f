/** What a deck is made of, as data: written to `manifest.json`, inlined in each page, read by every mode. */

/** The version of the manifest's shape; raised when a reader of the old shape would be wrong. */
export const MANIFEST_VERSION = 1

export interface Manifest {
  version: typeof MANIFEST_VERSION
  /** The deck's folder name in the output. */
  deck: string
  title: string
  subtitle?: string
  authors: string[]
  date?: string
  /** BCP 47. */
  lang: string
  dir: 'ltr' | 'rtl'
  theme: string
  /** Stage size in CSS px. */
  stage: { width: number; height: number }
  sections: ManifestSection[]
  slides: ManifestSlide[]
  /** Words on slides and in notes together; a Han character counts as one word. */
  words: number
  /** Reading time of slides and notes, in minutes. */
  minutes: number
  /** What the deck asks, in its order: quizzes and questions to think about. */
  quizzes: ManifestQuiz[]
  cards: ManifestCard[]
  /** What slides, questions and cards were called in earlier builds into the same folder: old id → id today. */
  was?: Partial<Record<'slides' | 'questions' | 'cards', Record<string, string>>>
  /** The deck's terms, in the order of its glossary; absent where it has none. */
  glossary?: ManifestTerm[]
}

/** A question. HTML throughout; its URLs are those of the slide. */
export type ManifestQuiz = ManifestQuestion &
  (
    | { kind: 'choice' | 'select'; options: ManifestOption[] }
    /** Any of these is right; capitals and spaces do not count. */
    | { kind: 'text'; accepted: string[] }
    | { kind: 'number'; value: number; tolerance: number }
    | { kind: 'think' }
  )

interface ManifestQuestion {
  /** The author's `{#id}`, else of the question's words: it stays while they stay. Also `data-question` of the block. */
  id: string
  /** Slug of its slide. */
  slide: string
  question: string
  hint?: string
  /** As the author wrote it, where the reader types; what can be said, where there is no right and wrong. */
  answer?: string
  explanation?: string
}

export interface ManifestOption {
  right: boolean
  html: string
  feedback?: string
}

/** `pair`: two sides. `cloze`: one, with the words to be hidden in `<mark class="cloze">`. */
export interface ManifestCard {
  /** The author's `{#id}`, else of the front's words. Also `data-card` of the row. */
  id: string
  slide: string
  kind: 'pair' | 'cloze'
  front: string
  back?: string
}

export interface ManifestTerm {
  term: string
  /** What else it is called. */
  also: string[]
  /** HTML of words and formulas, for inside of text. */
  definition: string
  /** Slugs of the slides that use it; where none does, of the first that has it in its heading or its notes. */
  slides: string[]
}

export interface ManifestSection {
  slug: string
  title: string
  /** Index of the section's first slide in `slides`. */
  first: number
  /** How many slides it has. */
  count: number
}

export interface ManifestSlide {
  slug: string
  /** Plain text of the heading; of the first words where there is no heading. */
  title: string
  /** Index in `sections`. */
  section: number
  /** `FILE:LINE` of the slide's first line, FILE relative to the project. */
  source: string
  /** How many presses of "next" the slide takes before the next slide comes. */
  steps: number
  /** Words that the slide sets in bold, as plain text, each once; absent where it has none. */
  terms?: string[]
  /** Changes when, and only when, what the slide shows or its notes change. */
  hash: string
  /** The same of all but the heading: by it a slide is known whose heading was reworded. Absent where there is no more. */
  body?: string
}
