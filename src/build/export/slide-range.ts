/** `5-12,#slug`: which slides a command is about. */
import type { CompiledSlide } from '../../compiler/compiled.ts'
import { UsageError } from '../errors.ts'
import { didYouMean } from '../suggest.ts'

/** The slides that `range` names, in the deck's order; all where it is undefined. Throws a usage error. */
export function slidesInRange(slides: readonly CompiledSlide[], range: string | undefined): CompiledSlide[] {
  if (range === undefined) return [...slides]
  const wanted = new Set<number>()
  for (const part of range.split(',').map((text) => text.trim())) {
    const [first, last] = boundsOf(part, slides)
    for (let at = first; at <= last; at++) wanted.add(at)
  }
  return slides.filter((_, at) => wanted.has(at + 1))
}

function boundsOf(part: string, slides: readonly CompiledSlide[]): [number, number] {
  const slug = /^#\/?(.+)$/.exec(part)?.[1]
  if (slug !== undefined) {
    const at = slides.findIndex((slide) => slide.slug === slug)
    if (at >= 0) return [at + 1, at + 1]
    const slugs = slides.map((slide) => slide.slug)
    throw new UsageError(`--range: there is no slide "#${slug}".${didYouMean(slug, slugs)}`)
  }
  const match = /^(\d+)?(-)?(\d+)?$/.exec(part)
  if (!match || (!match[1] && !match[3]))
    throw new UsageError(`--range takes numbers and slugs such as 5-12,20,#slug, not "${part}".`)
  const first = Number(match[1] ?? 1)
  const last = match[2] ? Number(match[3] ?? slides.length) : first
  if (first < 1 || last > slides.length || first > last)
    throw new UsageError(`--range ${part}: the deck has slides 1 to ${slides.length}.`)
  return [first, last]
}
