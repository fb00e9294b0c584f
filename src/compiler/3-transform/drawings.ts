/** `::figure`: has the modules draw, and makes their SVG ready for its slide. */
import type { Context } from '../context.ts'
import type { Deck, Drawing, Drawn } from '../deck.ts'
import type { FigureState } from '../host.ts'
import { hashText } from '../hash.ts'
import { inlineSvg } from '../inline-svg.ts'
import { didYouMean } from '../suggest.ts'
import { slidesOf, walk } from '../walk.ts'

/**
 * Asks the host for every drawing of the deck at once, and gives each its inline SVG, its text twin and its `steps`.
 * Ids begin with a mark of the slide and the drawing's place on it. Reports `figure-missing`, `figure-export`,
 * `figure-failed` and `figure-svg`.
 */
export async function drawings(deck: Deck, context: Context): Promise<void> {
  const found: Promise<void>[] = []
  for (const slide of slidesOf(deck)) {
    let count = 0
    const collect = (onSlide: boolean) => (node: { type: string }) => {
      if (node.type !== 'drawing' || (node as Drawing).problem !== undefined) return
      const prefix = `d${hashText(`${slide.slug} ${count++}`).slice(-7)}-`
      found.push(prepare(node as Drawing, prefix, onSlide, context))
    }
    walk(slide, collect(true))
    for (const note of slide.notes) walk(note, collect(false))
  }
  await Promise.all(found)
}

async function prepare(node: Drawing, prefix: string, onSlide: boolean, context: Context): Promise<void> {
  const { src, options } = node
  const fail = (...[rule, reason, fix]: [Parameters<Context['report']>[0], string, string?]): void => {
    node.problem = reason
    context.report(rule, node, reason, fix === undefined ? {} : { fix })
  }
  const result = await context.host.figure(src, options)
  if (!result) {
    const modules = context.host.siblings().filter((name) => /\.[mc]?[jt]s$/.test(name))
    const fix = didYouMean(src, modules, 'Correct the path or add the module beside the deck.')
    return fail('figure-missing', `There is no figure module \`${src}\` beside the deck`, fix)
  }
  if ('problem' in result) return fail(result.problem, result.reason, result.fix)
  const drawn = inline(result, prefix, onSlide)
  const states = result.controls?.states.map((state) => inline(state, prefix, onSlide))
  if (!drawn || states?.some((state) => state === undefined))
    return fail('figure-svg', `\`draw\` of \`${src}\` gave no \`<svg>\` with a \`viewBox\``)
  const other = states?.find((state) => state?.steps !== drawn.steps)
  if (other)
    return fail(
      'figure-svg',
      `\`${src}\` draws ${drawn.steps} steps at first, and ${other.steps} when its controls are turned`,
    )
  node.drawn = drawn
  // In the notes a figure stands as it is at first.
  if (result.controls && onSlide)
    node.drawn = { ...drawn, controls: { list: result.controls.list, states: states as Inline[] } }
  if (drawn.steps > 0) node.data = { ...node.data, steps: { first: 0, count: drawn.steps } }
}

type Inline = Drawn & { steps: number }

function inline(state: FigureState, prefix: string, steps: boolean): Inline | undefined {
  const { title, description = '', table } = state
  const about: Record<string, string> = {
    id: 'svg',
    role: 'img',
    'aria-labelledby': `${prefix}title`,
    ...(description !== '' && { 'aria-describedby': `${prefix}text` }),
    ...(table && { 'aria-details': `${prefix}table` }),
  }
  const svg = inlineSvg(state.svg, { prefix, title, about, steps })
  return svg && { prefix, svg: svg.html, title, description, ...(table && { table }), steps: svg.steps }
}
