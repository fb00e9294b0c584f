/** Decides before a slide is rendered for good how it fits its stage. */
import type { RootContent } from 'mdast'
import type { Context } from '../context.ts'
import type { Deck, Slide } from '../deck.ts'
import type { DeckFacts } from '../deck-facts.ts'
import { FIT_ATTRIBUTE, FIT_STEPS, NARROW_ATTRIBUTE, fitProperties } from '../../shared/fit.ts'
import { slidesOf, walk } from '../walk.ts'
import { stages } from '../stages.ts'
import { estimateTree, type Estimate } from './estimate.ts'
import { readHtml, type Formulas, type Tag } from './html.ts'
import { evenly } from './pages.ts'
import { Trees } from './trees.ts'
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
  const themed = context.host.metrics?.(context.facts.theme)
  const metrics = themed && { ...themed, type: context.facts.look.textSize ?? themed.type }
  const stage = stages[context.facts.aspectRatio]
  const formulas: Formulas = new Map()
  const heightAt = (tree: Tag, slide: Slide, step = 0) => {
    return estimateTree(tree, classesOf(slide), metrics!, stage, FIT_STEPS[step])
  }
  const isLow = ({ height, room }: Estimate): boolean => height <= room
  /** The slide as close and small as its content asks for; itself where it asks for nothing. */
  const settled = (slide: Slide, tree: Tag, first = heightAt(tree, slide)): Slide => {
    const told = [first]
    const at = (step: number) => (told[step] ??= heightAt(tree, slide, step))
    let step = FIT_STEPS.findIndex((_, index) => isLow(at(index)) && !at(index).wide)
    if (step < 0) step = FIT_STEPS.findIndex((_, index) => isLow(at(index)))
    if (step < 0) {
      step = FIT_STEPS.length - 1
      const reason = `The slide “${slide.title}” holds more than its stage, even in the smallest type that can be read`
      // A part of a slide begins further down than the heading that it repeats.
      context.report('slide-overflow', slide.position ? slide : (slide.children[0] ?? slide), reason)
    }
    const { wide, formula } = at(step)
    return step === 0 && !wide && formula > NEARLY ? slide : marked(slide, step, wide, formula)
  }

  return (written: Slide, html: string, render: RenderHtml): Slide[] => {
    const policy = policyOf(written, context)
    if (!metrics) return [written]
    // The page does as the author wants even where the estimate is wrong.
    const slide = policy === 'scroll' || policy === 'error' ? marked(written, policy) : written
    if (slide.layout === 'full' || holdsWorks(slide) || policy === 'scroll') return [slide]
    const tree = readHtml(html, formulas)
    const told = heightAt(tree, slide)
    if (policy === 'error') {
      if (!isLow(told)) {
        const reason = `The slide “${slide.title}” is about ${Math.ceil((told.height - told.room) / 10) * 10} px too high for its stage`
        context.report('slide-overflow', slide.children[0] ?? slide, reason, { severity: 'error' })
      }
      return [slide]
    }
    const splits = () =>
      policy === 'split' || (policy === 'auto' && !isLow(heightAt(tree, slide, FIT_STEPS.length - 1)))
    if (isLow(told) || WHOLE.has(slide.layout) || !splits()) return [settled(slide, tree, told)]

    const frame = frameOf(slide)
    const trees = new Trees((nodes) => readHtml(render(nodes, slide), formulas))
    const head = frame.heading ? [frame.heading] : []
    /** How much of the stage the blocks take below the heading. */
    const fill = (nodes: readonly RootContent[], step: number): number => {
      const blocks = trees.of([...head, ...nodes, ...footnotesOf(nodes, frame.footnotes)])
      const { height, room } = heightAt(blocks, slide, step)
      return height / room
    }
    const pages = evenly(frame.body, fill)
    if (pages.length < 2) return [settled(slide, tree, told)]
    names ??= namesOf(deck)
    const all = names
    const parts = slidesOfParts(slide, frame, pages, (number) => free(slide.slug, number, all))
    context.report(
      'slide-split',
      slide.children[0] ?? slide,
      `The slide “${slide.title}” goes on over ${parts.length} slides`,
    )
    return parts.map((part) => settled(part, readHtml(render(part.children, part), formulas)))
  }
}

/** Widths of formulas are told a little too large as often as too small. */
const NEARLY = 0.97

function classesOf({ layout, attributes }: Slide): string {
  return [layout && `layout-${layout}`, ...attributes.classes].filter(Boolean).join(' ')
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

function marked(slide: Slide, mark: number | Policy, wide = false, formula = 1): Slide {
  const values: Record<string, string> = { ...slide.attributes.values, [FIT_ATTRIBUTE]: String(mark) }
  if (typeof mark === 'number') {
    const own = values.style ? [values.style.replace(/;\s*$/, '')] : []
    const made = Object.entries(fitProperties(mark)).map(([name, value]) => `${name}:${value}`)
    if (formula < NEARLY) made.push(`--fit-formula:${Math.max(0.4, Math.floor(formula * 100) / 100)}em`)
    values.style = [...own, ...made].join(';')
    if (wide) values[NARROW_ATTRIBUTE] = ''
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
