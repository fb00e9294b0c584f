/** Stage 2: cuts the tree into sections and slides. */
import type { Heading, Root, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { VFile } from 'vfile'
import { mergeAttributes } from '../attributes.ts'
import type { Attributes, Deck, Section, Slide } from '../deck.ts'
import type { DeckFacts } from '../deck-facts.ts'
import { newSlide } from './new-slide.ts'
import { nameSlides } from './slugs.ts'
import { titleSlide } from './title-slide.ts'

/**
 * `#` opens a section with a slide of its own, `##` a slide, `---` (exactly three dashes) a slide without a heading; a
 * rule directly before a heading is one cut, and a longer row of dashes there is none of its own. `split: headings` keeps rules as rules, `split: rules` keeps headings in
 * their slide. What stands in a container, a list or a quote cuts nothing. Slides without content are dropped.
 */
export function outline(root: Root, facts: DeckFacts, file: VFile): Deck {
  const slides = cut(root, facts, String(file.value))
  if (facts.title !== '' && facts.titleSlide) titleSlide(slides, facts)
  const kept = dropEmpty(slides)
  nameSlides(kept, file)
  const deck: Deck = { type: 'deck', children: gather(kept) }
  if (facts.title === '') facts.title = kept.find((slide) => slide.depth > 0)?.title ?? ''
  return deck
}

function cut(root: Root, facts: DeckFacts, source: string): Slide[] {
  const slides: Slide[] = []
  let current = newSlide()
  const flush = () => {
    slides.push(current)
    current = newSlide()
  }
  for (const node of root.children) {
    if (facts.split !== 'headings' && isSlideBreak(node, source)) {
      flush()
      current.position = node.position
    } else if (node.type === 'heading' && node.depth <= 2 && (facts.split !== 'rules' || isBlank(current))) {
      dropLastRules(current, source)
      if (!isBlank(current)) flush()
      openWith(current, node)
    } else if (node.type === 'slideAttributes') {
      current.attributes = mergeAttributes(current.attributes, node.attributes)
      current.describedBy = [...(current.describedBy ?? []), node]
      current.position ??= node.position
    } else {
      current.children.push(node)
      current.position ??= node.position
    }
  }
  slides.push(current)
  return slides
}

/** A longer row of dashes right before a heading (a vertical slide to Reveal) is that cut, too, and no rule. */
function dropLastRules(slide: Slide, source: string): void {
  while (/^-{4,}$/.test(writtenAs(slide.children.at(-1), source))) slide.children.pop()
}

function writtenAs(node: RootContent | undefined, source: string): string {
  if (node?.type !== 'thematicBreak' || !node.position) return ''
  return source.slice(node.position.start.offset, node.position.end.offset).trim()
}

/** `***`, `___` and longer rows of dashes stay rules. */
function isSlideBreak(node: RootContent, source: string): boolean {
  return writtenAs(node, source) === '---'
}

/** Definitions and such show nothing by themselves. */
function isBlank(slide: Slide): boolean {
  return slide.children.every((node) => node.type === 'definition' || node.type === 'footnoteDefinition')
}

function openWith(slide: Slide, heading: Heading): void {
  slide.depth = heading.depth as 1 | 2
  slide.title = toString(heading, { includeHtml: false }).trim()
  slide.children.push(heading)
  slide.position = heading.position
  const attributes = heading.data?.attributes
  if (!attributes) return
  const own = headingOnly(attributes)
  if (heading.data) heading.data.attributes = own.heading
  slide.attributes = mergeAttributes(slide.attributes, own.slide)
}

/** What describes a heading describes its slide; only a fragment is the heading itself. */
function headingOnly(attributes: Attributes): { heading: Attributes | undefined; slide: Attributes } {
  if (!attributes.classes.includes('fragment')) return { heading: undefined, slide: attributes }
  const { index, ...values } = attributes.values
  return {
    heading: { classes: attributes.classes, values: index === undefined ? {} : { index } },
    slide: { ...(attributes.id !== undefined && { id: attributes.id }), classes: [], values },
  }
}

function dropEmpty(slides: Slide[]): Slide[] {
  const kept: Slide[] = []
  let waiting: RootContent[] = []
  for (const slide of slides) {
    const background = Object.keys(slide.attributes.values).some((key) => key.includes('background'))
    if (isBlank(slide) && !background) {
      for (const node of slide.children) waiting.push(node)
      continue
    }
    for (const node of waiting) slide.children.push(node)
    waiting = []
    kept.push(slide)
  }
  for (const node of waiting) kept.at(-1)?.children.push(node)
  return kept
}

function gather(slides: Slide[]): Section[] {
  const sections: Section[] = []
  for (const slide of slides) {
    let section = sections.at(-1)
    if (!section || slide.depth === 1) {
      section = {
        type: 'section',
        slug: slide.slug,
        title: slide.depth === 1 ? slide.title : '',
        children: [],
      }
      sections.push(section)
    }
    section.children.push(slide)
  }
  return sections
}
