/** What transforms leave on nodes for the handlers of the same block. */
import type { Node } from 'mdast'

/** A fence, highlighted: all but the places of its steps, which are known when the slide is rendered. */
export interface HighlightedCode {
  language: string
  title: string
  lineNumbers: boolean
  startFrom: number
  /** One `<span class="line">` a line, joined by line feeds. */
  html: string
  /** Classes of Shiki's marks on the block: `has-diff`, `has-focused`, `has-highlighted`. */
  marks: string[]
  /** Lines lit at each state, as in `3-4,6`; `all`, `none`. Empty without steps. */
  steps: string[]
  /** Its number where it moves into another version of itself on the next slide. */
  morph?: number
}

/** A node with what transforms left on it. */
export type NodeWithData = Node

/** One work of a citation as it is shown. */
export interface RenderedCitation {
  key: string
  /** `Bommasani et al., 2021, p. 3` */
  label: string
  href: string
  /** The full reference, as HTML of our own making. */
  card: string
}

/** What a block is in its question. */
export type QuestionPart =
  'options' | 'right' | 'wrong' | 'mark' | 'feedback' | 'hint' | 'answer' | 'explanation' | 'note'

declare module 'mdast' {
  interface Data {
    code?: HighlightedCode
    /** The slide whose Markdown a fence shows, by its slug (none: its own), and which lines of it. */
    sourceOf?: { slug: string; lines?: string }
    citations?: RenderedCitation[]
    /** The citation as a style of CSL sets it, as HTML of our own making. */
    citationHtml?: string
    /** The references of one slide, in order: key and HTML. */
    references?: { key: string; html: string }[]
    /** Columns of that list. */
    columns?: number
    /** Comes in with its quiz's or question's only step. */
    answer?: boolean
    part?: QuestionPart
    /** A word that Lectern put in front: `Answer`. */
    label?: boolean
    /** A card of a `[!cards]` list. */
    card?: { id: string; kind: 'pair' | 'cloze' }
    /** `Figure 3` */
    captionLabel?: string
    /** Where the caption of a figure stands. */
    captionSide?: 'top' | 'bottom'
    footnote?: { number: number; id: string }
    /** What a link within the deck leads to, and the step with its slash. */
    target?: { id: string; step: string }
  }
}
