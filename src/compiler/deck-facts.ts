/** What a deck says of itself: its front matter, typed. */
import type { Point } from 'unist'
import type { ColourPair } from './colours.ts'

/** Front matter as read: every key typed, unknown ones reported and left out. */
export interface DeckFacts {
  title: string
  subtitle: string
  authors: string[]
  institute: string
  date: string
  description: string
  keywords: string[]
  lang: string
  dir: 'ltr' | 'rtl'
  theme: string
  bibliography: string[]
  /** The name of a citation style or the path of one, empty for our own author and year. */
  csl: string
  /** How theorems and their kin are counted. */
  theorems: { counter: 'shared' | 'separate'; within: 'deck' | 'section' }
  /** The file with the deck's terms, empty for none. */
  glossary: string
  /** Whether the author asked for it, so that its absence is a mistake. */
  glossaryNamed: boolean
  /** Where the value of each key stands, for messages. */
  places: Record<string, Point>
  macros: Record<string, string>
  incremental: boolean
  split: 'headings' | 'rules' | 'both'
  aspectRatio: '16:9' | '4:3' | '16:10'
  /** Planned minutes. */
  duration: number | undefined
  /** ISO date. */
  exam: string
  transition: 'none' | 'fade' | 'slide'
  header: string
  footer: string
  /** A picture, relative to the deck. */
  logo: string
  slideNumber: boolean
  titleSlide: boolean
  /** `roadmap`: the slide that opens a section shows where on the road the lecture is. */
  sectionOpening: 'plain' | 'roadmap'
  fit: 'auto' | 'shrink' | 'split' | 'scroll' | 'error'
  look: DeckLook
}

/** What a deck sets of its theme; colours are `#rrggbb`. */
export interface DeckLook {
  accent?: ColourPair
  highlight?: ColourPair
  /** Ground of titles and openers. */
  section?: ColourPair
  /** px of the stage. */
  textSize?: number
  /** px of the stage. */
  cornerRadius?: number
}

/** Facts that a project sets for all its decks. */
export type DeckDefaults = Partial<Pick<DeckFacts, 'theme' | 'lang' | 'footer' | 'macros'>>
