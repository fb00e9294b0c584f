/** Everything in a deck that a reference can name. */
import type { Figure as FigureNode, Callout, Deck, Section, Slide } from '../deck.ts'
import type { Node } from 'unist'
import '../block-data.ts'
import { interfaceWord, numbered } from '../interface-words.ts'
import { formulaOf, type MathNode } from '../tex.ts'
import { Suggestions } from '../suggest.ts'
import { isReferenceKey } from './citation-syntax.ts'
import { eachNode } from './each-formula.ts'
import { spellingsOfLabel } from './equations.ts'
import { sectionNumbers, slideNumbers } from './section-numbers.ts'

export interface Target {
  /** Its id or label. */
  id: string
  /** `Figure 3`, `Theorem 2.1`, `Equation (4)`; empty where it has no number. */
  label: string
  /** `3`, `2.1`, `(4)`. */
  number: string
  /** The slide that it stands on. */
  slug: string
  /** Whose caption, statement or formula the card shows. */
  node: FigureNode | Callout | MathNode | { type: 'title'; title: string } | undefined
}

/** The targets of a deck by id, and by label for equations. Needs the numbers of figures, theorems and equations. */
export class Targets {
  readonly #known = new Map<string, Target>()
  readonly #equations = new Set<string>()
  readonly #slides = new Map<string, Target>()

  constructor(deck: Deck, lang: string) {
    eachNode(deck, (node, slide) => this.#add(node, slide, lang))
    const sections = sectionNumbers(deck)
    const slides = slideNumbers(deck)
    for (const section of deck.children) {
      for (const slide of section.children)
        this.#slides.set(slide.slug, titleTarget(section, slide, sections, slides, lang))
    }
  }

  /** What a key names: by its very letters, else an equation's label, else (`sec-x`) the slide called `x`. */
  find(key: string): Target | undefined {
    for (const one of [key, key.charAt(0).toLowerCase() + key.slice(1)]) {
      const spelling = spellingsOfLabel(one).find((name) => this.#equations.has(name))
      const target =
        this.#known.get(one) ??
        (spelling === undefined ? undefined : this.#known.get(spelling)) ??
        (one.startsWith('sec') ? (this.#slides.get(one) ?? this.#slides.get(one.slice(4))) : undefined)
      if (target) return target
    }
    return undefined
  }

  /** The target of an id that was found before. */
  at(id: string): Target | undefined {
    return this.#known.get(id) ?? this.#slides.get(id)
  }

  /** Labels of equations. */
  equations(): string[] {
    return [...this.#equations]
  }

  /** What was meant by a key that names nothing. */
  readonly suggestions = new Suggestions(() => {
    const sections = [...this.#slides.keys()].map((slug) => (slug.startsWith('sec-') ? slug : `sec-${slug}`))
    return [...this.#known.keys(), ...sections].filter(
      (key) => isReferenceKey(key) || this.#equations.has(key),
    )
  })

  #add(node: Node, slide: Slide, lang: string): void {
    const id = node.data?.attributes?.id
    if (node.type === 'math' || node.type === 'inlineMath') {
      const math = node as MathNode
      for (const [label, number] of Object.entries(formulaOf(math).numbers ?? {})) {
        const shown = `(${number})`
        this.#known.set(label, {
          id: label,
          label: numbered('equation', shown, lang),
          number: shown,
          slug: slide.slug,
          node: math,
        })
        this.#equations.add(label)
      }
    } else if (id !== undefined && !this.#known.has(id)) {
      const label = (node.data as import('mdast').Data).captionLabel ?? ''
      const number = label.slice(label.lastIndexOf(' ') + 1)
      const shows =
        node.type === 'figure' || node.type === 'callout' ? (node as FigureNode | Callout) : undefined
      this.#known.set(id, { id, label, number, slug: slide.slug, node: shows })
    }
  }
}

function titleTarget(
  section: Section,
  slide: Slide,
  sections: ReadonlyMap<Section, string>,
  slides: ReadonlyMap<Slide, string>,
  lang: string,
): Target {
  const opens = section.children[0] === slide && section.title !== ''
  const number = (opens ? sections.get(section) : undefined) ?? slides.get(slide) ?? ''
  const word = opens && sections.has(section) ? 'section' : 'slide'
  const label = number === '' ? interfaceWord('slide', lang) : numbered(word, number, lang)
  return { id: slide.slug, label, number, slug: slide.slug, node: { type: 'title', title: slide.title } }
}
