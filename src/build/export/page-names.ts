/** What pages and places in a PDF are called. */
import type { CompiledSlide } from '../../compiler/compiled.ts'
import type { Manifest } from '../../shared/manifest.ts'
import type { OutlineItem } from './finish/outline.ts'

/**
 * The slides' numbers as page labels; the second page of slide 12 is `12b`. `pages` tells how many each slide has; what
 * follows behind the last slide is counted on.
 */
export function pageLabels(numbers: readonly number[], pages: readonly number[]): string[] {
  let last = 0
  return pages.flatMap((count, at) => {
    last = numbers[at] ?? last + 1
    return Array.from({ length: count }, (_, step) => (step === 0 ? String(last) : `${last}${letters(step)}`))
  })
}

/** b, c, … z, aa, ab, … */
function letters(step: number): string {
  const letter = String.fromCharCode(97 + (step % 26))
  return step < 26 ? letter : letters(Math.floor(step / 26) - 1) + letter
}

/** Sections with their slides; the slides of a section without a title stand beside the others. */
export function outlineOf(
  manifest: Manifest,
  slides: readonly CompiledSlide[],
  starts: readonly number[],
  answers: string | undefined,
): OutlineItem[] {
  const items: OutlineItem[] = []
  const pageOf = (at: number): number => starts[at] ?? starts.at(-1) ?? 0
  for (const [index, section] of manifest.sections.entries()) {
    const own = slides.flatMap((slide, at) =>
      slide.section === index ? [{ title: slide.title, page: pageOf(at), children: [] }] : [],
    )
    const [first] = own
    if (!first) continue
    if (section.title === '') items.push(...own)
    else {
      const children = first.title === section.title ? own.slice(1) : own
      items.push({ title: section.title, page: first.page, children })
    }
  }
  if (answers !== undefined && starts.length > slides.length)
    items.push({ title: answers, page: pageOf(slides.length), children: [] })
  return items
}
