/** The deck tree: a dialect of mdast. `Root` becomes `Deck > Section > Slide > mdast content`. */
import type { ShownControl } from './host.ts'
import type { Literal, Parent, Node } from 'unist'
import type { BlockContent, Data, Image, PhrasingContent, RootContent } from 'mdast'

/** `{#id .class key=value bare}` as read; a bare word has the value `''`. */
export interface Attributes {
  id?: string
  classes: string[]
  values: Record<string, string>
}

/** A node that steps in. `index` counts from 0 within the slide and is Reveal's `data-fragment-index`. */
export interface FragmentState {
  /** Reveal's effect classes without `fragment` itself. */
  effects: string[]
  index: number
}

/** A block that has steps of its own (code, math, roadmap): it takes indices `first … first + count - 1`. */
export interface StepRange {
  first: number
  count: number
}

declare module 'unist' {
  interface Data {
    attributes?: Attributes
    fragment?: FragmentState
    /** Set with `first: 0` by whoever finds the steps; `fragments` then gives `first` its place on the slide. */
    steps?: StepRange
    /** What mdast-util-to-hast makes of any node; here for our own nodes, too. */
    hName?: string | undefined
    hProperties?: import('hast').Properties | undefined
  }
}

declare module 'mdast' {
  interface RootContentMap {
    container: Container
    leafDirective: LeafDirective
    containerFence: ContainerFence
    slideAttributes: SlideAttributes
    notes: Notes
    callout: Callout
    figure: Figure
    drawing: Drawing
    embed: Embed
    roadmap: Roadmap
    bibliography: Bibliography
    footnotes: Footnotes
    box: Box
    cite: Cite
    span: Span
    attributeList: AttributeList
    equationReference: EquationReference
    crossReference: CrossReference
    definitionList: DefinitionList
    definitionTerm: DefinitionTerm
    definitionDescription: DefinitionDescription
    term: Term
    mark: Mark
  }
  interface PhrasingContentMap {
    attributeList: AttributeList
    span: Span
    cite: Cite
    equationReference: EquationReference
    crossReference: CrossReference
    term: Term
    mark: Mark
  }
}

export interface Deck extends Parent {
  type: 'deck'
  children: Section[]
  /** The terms of `glossary.md`, in its order. */
  glossary?: GlossaryEntry[]
}

export interface Section extends Parent {
  type: 'section'
  slug: string
  /** Plain text; empty for what stands before the first `#`. */
  title: string
  children: Slide[]
}

export interface Slide extends Parent {
  type: 'slide'
  slug: string
  title: string
  /** Depth of the slide's heading, 0 without one. */
  depth: 0 | 1 | 2
  layout: string
  attributes: Attributes
  /** Comments (`<!-- .slide: … -->`) that have given it some of these. */
  describedBy?: SlideAttributes[]
  notes: Notes[]
  children: RootContent[]
  /** How many presses of "next" it takes; set by the fragments transform. */
  steps: number
}

/** What only the lecturer sees: `:::notes`, `Note:` to the end of the slide, `<!-- notes: … -->`. */
export interface Notes extends Parent {
  type: 'notes'
  children: RootContent[]
}

/** `:::name[label]{attributes}` … `:::`, or Pandoc's `::: name`, `::: {.name key=value}`. */
export interface Container extends Parent {
  type: 'container'
  name: string
  label: PhrasingContent[]
  attributes: Attributes
  children: RootContent[]
}

/** `::name[label]{attributes}` on a line of its own. */
export interface LeafDirective extends Parent {
  type: 'leafDirective'
  name: string
  attributes: Attributes
  children: PhrasingContent[]
}

/** One opening or closing line of a container, before the pairs are joined. Lives inside stage 1 and 2 only. */
export interface ContainerFence extends Node {
  type: 'containerFence'
  kind: 'open' | 'close'
  size: number
  name: string
  label: PhrasingContent[]
  attributes: Attributes
  /** The line as written, kept as text when it pairs with nothing. */
  value: string
}

/** `<!-- .slide: … -->`: attributes of the slide it stands on. Lives until stage 2. */
export interface SlideAttributes extends Node {
  type: 'slideAttributes'
  attributes: Attributes
}

/** Any element that a directive wants: a `div` (or `hName`) with classes. */
export interface Box extends Parent {
  type: 'box'
  children: RootContent[]
}

/** `> [!note] Title` */
export interface Callout extends Parent {
  type: 'callout'
  kind: string
  title: PhrasingContent[]
  children: RootContent[]
  /** What it asks, where it asks and its answer can be read. */
  question?: QuizQuestion | { type: 'think'; id: string }
}

/** How the answer of a quiz is given: one option, all that hold, or typed. */
export type QuizQuestion = { type: 'quiz'; id: string } & (
  | { kind: 'choice' | 'select' }
  | { kind: 'text'; accepted: string[] }
  | { kind: 'number'; value: number; tolerance: number }
)

/** A captioned image, table, listing or anything else, with its number where it has an id. */
export interface Figure extends Parent {
  type: 'figure'
  children: (BlockContent | Image | Drawing)[]
  caption: PhrasingContent[]
}

/** `::figure{src=…}`: what a module draws. Stands in a figure. */
export interface Drawing extends Node {
  type: 'drawing'
  src: string
  options: Record<string, string>
  data?: Data
  /** Set in stage 3; absent where there is nothing to show but `problem`. */
  drawn?: Drawn
  /** What went wrong, shown in place. */
  problem?: string
}

/** A page of another host inside a slide. */
export interface Embed extends Node {
  type: 'embed'
  /** Empty where it is no address. */
  url: string
  title: string
  /** Whether the project's config allows the host. */
  allowed: boolean
  data?: Data
}

/** A drawing ready to stand in a slide. */
export interface Drawn {
  /** Begins every id of the drawing. */
  prefix: string
  /** Inline SVG; each step's index stands as `STEP_MARK` with the step's rank in it. */
  svg: string
  title: string
  description: string
  table?: { columns: readonly string[]; rows: readonly (readonly (string | number)[])[] }
  /** What a reader can turn, and the drawing for each setting. */
  controls?: { list: ShownControl[]; states: Drawn[] }
}

export interface Span extends Parent {
  type: 'span'
  children: PhrasingContent[]
}

/** `==marked==` */
export interface Mark extends Parent {
  type: 'mark'
  children: PhrasingContent[]
}

export interface AttributeList extends Literal {
  type: 'attributeList'
  value: string
  attributes: Attributes
}

/** `[@a, p. 3; see @b]` (parenthetical) or `@a` (narrative). */
export interface Cite extends Node {
  type: 'cite'
  narrative: boolean
  items: { key: string; prefix: string; locator: string; suppressAuthor: boolean }[]
  /** As written, shown when a key is unknown. */
  value: string
}

/** `\eqref{x}` in text; it becomes a `crossReference` once everything has its number. */
export interface EquationReference extends Node {
  type: 'equationReference'
  label: string
  /** `\ref`: the number without parentheses. */
  bare?: boolean
}

/** `@fig-x`, `[@fig-x; -@fig-y]`, `\eqref{x}`: every part leads to what it names. */
export interface CrossReference extends Node {
  type: 'crossReference'
  items: {
    key: string
    /** Word and number, the number alone, or that without its brackets. */
    form: 'name' | 'number' | 'bare'
    /** The author's own word for it: `Abb.`. */
    word: string
    /** As shown: `Figure 3`. */
    label: string
    /** Stand around the link: `see`, `, left`. */
    before: string
    after: string
    /** Id or label of what it leads to. */
    target: string
    slug: string
    /** The step that it comes in with, where it has one. */
    step?: number
    /** What the hover card says. */
    card: PhrasingContent[]
  }[]
}

/** `Term` over `: definition`. */
export interface DefinitionList extends Parent {
  type: 'definitionList'
  children: (DefinitionTerm | DefinitionDescription)[]
}

export interface DefinitionTerm extends Parent {
  type: 'definitionTerm'
  children: PhrasingContent[]
}

export interface DefinitionDescription extends Parent {
  type: 'definitionDescription'
  /** A blank line stands before it. */
  spread: boolean
  children: RootContent[]
}

/** What a glossary says of a term. */
export interface GlossaryEntry {
  /** The term and what else it is called. */
  names: string[]
  /** Words and formulas that may stand inside text. */
  definition: PhrasingContent[]
  /** The same under the term. */
  card: PhrasingContent[]
  /** Slugs of the slides that use it. */
  slides: string[]
}

/** A term of the glossary where it is used. */
export interface Term extends Parent {
  type: 'term'
  entry: GlossaryEntry
  children: PhrasingContent[]
}

/** The list of cited works on a references slide. */
export interface Bibliography extends Node {
  type: 'bibliography'
  keys: string[]
}

/** The footnotes that one slide cites. */
export interface Footnotes extends Parent {
  type: 'footnotes'
  children: RootContent[]
}

export interface RoadmapStop {
  label: PhrasingContent[]
  /** The second line: a label in another script, a stage's name. */
  sublabel: PhrasingContent[]
  date: string
  text: RootContent[]
  /** Slug or URL that the stop leads to. */
  href: string
}

export interface Roadmap extends Node {
  type: 'roadmap'
  data?: Data
  /** Same id, same road: stops of two slides morph into each other. */
  id: string
  stops: RoadmapStop[]
  /** The id is the author's, so that the figure can be linked to. */
  named?: boolean
  /** "You are here": 1 is the first stop; absent where the whole road is drawn. */
  at?: number
  /** Where the last "you are here" stood, 0 at the first one: the marker travels from there. */
  from?: number
  /** Called up again by `::roadmap`: which stop as written, empty for the whole road. Its stops are found in stage 3. */
  recall?: string
}

/** Stands before a site-relative URL in compiled HTML; the page puts its own way to the site's root there. */
export const SITE_ROOT = '\uFDD0'
/** Surround the number of a piece of HTML that is set in after sanitizing. Taken out of every source. */
export const TRUSTED_START = '\uFDD1'
export const TRUSTED_END = '\uFDD2'
