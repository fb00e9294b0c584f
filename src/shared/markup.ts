/** Names that the compiler writes and the browser reads: classes, data attributes, globals. */

export type Mode = 'lecture' | 'review' | 'print'

/** Attribute of `<html>` that names the mode. */
export const MODE_ATTRIBUTE = 'data-mode'

/** Id of the `<script type="application/json">` with the manifest. */
export const MANIFEST_ID = 'lectern-manifest'

/** Id of the `<script type="application/json">` with the `LectureWords` of the deck's language. */
export const WORDS_ID = 'lectern-words'

/** Id of the `<style>` with what the deck changes of its theme. */
export const DECK_STYLE_ID = 'lectern-deck-style'

/** Type of the `<script>` that holds a far slide's content as raw text. */
export const PARKED_SLIDE_TYPE = 'text/x-slide'

/** Stands for `<` in a parked slide's text where HTML would end or nest the script. */
export const PARKED_ESCAPE = '\uFDD3'

/** Class of every leaf `<section>` in the lecture and the print page; layouts and themes hang on it. */
export const SLIDE_CLASS = 'slide'

/** Class of a section's slide that holds only words. */
export const OPENER_CLASS = 'section-opener'

/** Class of a slide that fills the stage with the section's colour: titles, openers, and what the author marks so. */
export const FILLED_CLASS = 'filled'

/** The author's word for a filled slide: `## Heading {.invert}`. */
export const INVERT_CLASS = 'invert'

/** Class of a slide's countdown. */
export const COUNTDOWN_CLASS = 'slide-timer'

/** Attribute of what moves from slide to slide: a token of a listing, a term of a formula. Equal names are the same thing. */
export const PART_ATTRIBUTE = 'data-part'

/** Attribute of a listing that has its next version on the next slide: its number. */
export const MORPH_ATTRIBUTE = 'data-morph'

/** Attribute of `.reveal` with the deck's `LectureOptions` as JSON. */
export const OPTIONS_ATTRIBUTE = 'data-lectern'

/** What the lecture page tells its runtime beside the manifest. */
export interface LectureOptions {
  transition: 'none' | 'fade' | 'slide'
  slideNumber: boolean
  /** The pages for reading and for paper, seen from the lecture page. */
  review?: string
  print?: string
}

/** Event of the dev server's web socket that carries changed slides. */
export const HOT_EVENT = 'lectern:update'

/** Event of the dev server's web socket that carries messages for the overlay. */
export const HOT_MESSAGES_EVENT = 'lectern:messages'

/** Slides up to this many stay in the page whole; a longer deck parks its far slides. */
export const PARKING_THRESHOLD = 60

/** The most slides in one of Reveal's vertical stacks. */
export const STACK_SIZE = 25

export const classes = {
  fragment: 'fragment',
  notes: 'notes',
  /** Hidden marker inside a block with its own steps (code, math, roadmap): one per step. */
  step: 'step-marker',
  code: 'code-block',
  line: 'line',
  lineOn: 'line-on',
  lineOff: 'line-off',
  roadmap: 'roadmap',
  citation: 'citation',
  mathError: 'math-error',
} as const

/** A message as it travels to the overlay and to `--format json`. */
export interface WireMessage {
  rule: string
  severity: 'error' | 'warning' | 'info'
  reason: string
  /** How to mend it. */
  fix?: string
  file: string
  line?: number
  column?: number
  /** Slug of the slide that it is about, where `lectern check` knows it. */
  slide?: string
}

/** One changed slide on its way to an open page: the whole `<section>` as HTML. */
export interface SlidePatch {
  slug: string
  html: string
}

/** What the dev server sends after an edit. `slides` null: the outline changed, load the page again in place. */
export interface HotUpdate {
  deck: string
  slides: SlidePatch[] | null
  /** The deck's own style sheet, where it has changed. */
  style?: string
  messages: WireMessage[]
}
