/** Decides before a slide is rendered for good how it fits its stage. */
import type { RootContent } from 'mdast'
import type { Context } from '../context.ts'
import type { Deck, DeckFacts, Slide } from '../deck.ts'
import { FIT_ATTRIBUTE, FIT_STEPS, fitProperties } from '../../shared/fit.ts'
import { slidesOf, walk } from '../walk.ts'
import { stages } from '../stages.ts'
import { estimate } from './estimate.ts'
import { paginate } from './pages.ts'
import { footnotesOf, frameOf, slidesOfParts } from './parts.ts'

type Policy = DeckFacts['fit']
const POLICIES: readonly string[] = ['auto', 'shrink', 'split', 'scroll', 'error'] satisfies Policy[]

/** Layouts that are one picture: they shrink, but are never split. */
const WHOLE = new Set(['title', 'statement', 'quote', 'full'])

/** The inner HTML of a slide with these blocks. */
export type RenderHtml = (children: RootContent[], slide: Slide) => string

/**
 * Makes the step that looks at each rendered slide and gives the slides that stand in its place, mostly itself. Text,
 * formulas, tables, code and pictures are weighed by the theme's font metrics; what does not fit even in the least
 * readable type is dealt out over several slides (`auto`, `split`), else it gets the attribute that makes it closer and
 * smaller. A host that knows nothing of the theme's type leaves all slides as they are. Reports `attribute-value`, `slide-split`, `slide-overflow`.
 */
export function fitting(deck: Deck, context: Context) {
  let names: Set<string> | undefined
  const metrics = context.host.metrics?.(context.facts.theme)
  const stage = stages[context.facts.aspectRatio]
  const heightAt = (html: string, slide: Slide, step = 0) => {
    const classes = [slide.layout && `layout-${slide.layout}`, ...slide.attributes.classes].filter(Boolean)
    return estimate(html, classes.join(' '), metrics!, stage, FIT_STEPS[step])
  }
  const fitsAt = (html: string, slide: Slide, step = 0): boolean => {
    const { height, room } = heightAt(html, slide, step)
    return height <= room
  }

  return (written: Slide, html: string, render: RenderHtml): Slide[] => {
    let slide = written
    const policy = policyOf(slide, context)
    if (!metrics) return [slide]
    // The page does as the author wants even where the estimate is wrong.
    if (policy === 'scroll' || policy === 'error') slide = marked(slide, policy)
    if (slide.layout === 'full' || holdsWorks(slide) || policy === 'scroll' || fitsAt(html, slide))
      return [slide]
    const { height, room } = heightAt(html, slide)
    if (policy === 'error') {
      const reason = `The slide “${slide.title}” is about ${Math.round(height - room)} px too high for its stage`
      context.report('slide-overflow', slide.children[0] ?? slide, reason, { severity: 'error' })
      return [slide]
    }
    const shrunk = (one: Slide, content: string): Slide => {
      const step = FIT_STEPS.findIndex((_, index) => index > 0 && fitsAt(content, one, index))
      return marked(one, step > 0 ? step : FIT_STEPS.length - 1)
    }
    const small = fitsAt(html, slide, FIT_STEPS.length - 1)
    if (policy === 'shrink' || (policy === 'auto' && small) || WHOLE.has(slide.layout))
      return [shrunk(slide, html)]

    const frame = frameOf(slide)
    const probe = (nodes: readonly RootContent[], step: number): boolean => {
      const head = frame.heading ? [frame.heading] : []
      const content = render([...head, ...nodes, ...footnotesOf(nodes, frame.footnotes)], slide)
      return fitsAt(content, slide, step)
    }
    const pages = paginate(frame.body, {
      fits: (nodes) => probe(nodes, 0),
      fitsSmall: (nodes) => probe(nodes, FIT_STEPS.length - 1),
    })
    if (pages.length < 2) return [shrunk(slide, html)]
    names ??= namesOf(deck)
    const all = names
    const parts = slidesOfParts(slide, frame, pages, (number) => free(slide.slug, number, all))
    context.report(
      'slide-split',
      slide.children[0] ?? slide,
      `The slide “${slide.title}” goes on over ${parts.length} slides`,
    )
    return parts.map((part) => {
      const content = render(part.children, part)
      return fitsAt(content, part) ? part : shrunk(part, content)
    })
  }
}

function policyOf(slide: Slide, context: Context): Policy {
  const { [FIT_ATTRIBUTE]: written, ...values } = slide.attributes.values
  if (written === undefined) return context.facts.fit
  slide.attributes = { ...slide.attributes, values }
  if (POLICIES.includes(written)) return written as Policy
  if (written !== '')
    context.report('attribute-value', slide.children[0] ?? slide, `\`fit=${written}\` is not known`, {
      fix: `Write one of: ${POLICIES.join(', ')}.`,
    })
  return context.facts.fit
}

/** Every name that something in the deck has. */
function namesOf(deck: Deck): Set<string> {
  const names = new Set<string>()
  for (const slide of slidesOf(deck)) {
    names.add(slide.slug)
    walk(slide, (node) => {
      const id = node.data?.attributes?.id
      if (id !== undefined) names.add(id)
    })
  }
  return names
}

/** The list of works is dealt out where it is made. */
function holdsWorks(slide: Slide): boolean {
  return slide.children.some(({ type }) => type === 'bibliography')
}

function marked(slide: Slide, mark: number | Policy): Slide {
  const values: Record<string, string> = { ...slide.attributes.values, [FIT_ATTRIBUTE]: String(mark) }
  if (typeof mark === 'number') {
    const own = values.style ? [values.style.replace(/;\s*$/, '')] : []
    const made = Object.entries(fitProperties(mark)).map(([name, value]) => `${name}:${value}`)
    values.style = [...own, ...made].join(';')
  }
  return { ...slide, attributes: { ...slide.attributes, values } }
}

function free(slug: string, number: number, taken: Set<string>): string {
  let name = `${slug}-${number}`
  if (taken.has(name)) name = `${slug}-part-${number}`
  for (let more = 2; taken.has(name); more++) name = `${slug}-part-${number}-${more}`
  taken.add(name)
  return name
}
