/** What an open page must be told after an edit: the slides that changed, and which it keeps for now. */
import type { CompiledSlide } from '../../compiler/compiled.ts'
import type { WireMessage } from '../../shared/markup.ts'
import type { BuiltDeck } from '../deck-store.ts'

/** What an open page shows. */
export interface Shown {
  /** All that a page cannot take in by patching slides. */
  outline: string
  /** Slug → what identifies the slide's look. */
  slides: Map<string, string>
  /** Errors that the page shows in place. */
  errors: Set<string>
  /** The deck's own style sheet. */
  style: string
}

/** `slides` null: the page must be loaded again. */
export interface Patch {
  slides: CompiledSlide[] | null
  shown: Shown
}

/** A page freshly loaded from `deck`. */
export function shownBy(deck: BuiltDeck): Shown {
  return {
    outline: outlineOf(deck),
    slides: new Map(deck.compiled.slides.map((slide) => [slide.slug, keyOf(slide)])),
    errors: new Set([...errorsBySlide(deck).values()].flat()),
    style: deck.compiled.style.slides,
  }
}

/**
 * The way from what a page shows to `next`. A slide with an error that it did not have before stays as it is, so that
 * a half-typed formula does not tear the slide on screen; where the outline changes together with a new error, all
 * stays. Undefined where the page needs nothing.
 */
export function patchFor(shown: Shown, next: BuiltDeck): Patch | undefined {
  const errors = errorsBySlide(next)
  const broken = new Set<string>()
  for (const [slug, list] of errors) if (list.some((error) => !shown.errors.has(error))) broken.add(slug)
  if (outlineOf(next) !== shown.outline)
    return broken.size > 0 ? undefined : { slides: null, shown: shownBy(next) }
  const slides = next.compiled.slides.filter(
    (slide) => !broken.has(slide.slug) && shown.slides.get(slide.slug) !== keyOf(slide),
  )
  const kept = next.compiled.slides.filter(({ slug }) => broken.has(slug))
  const after = shownBy(next)
  for (const { slug } of kept) {
    after.slides.set(slug, shown.slides.get(slug)!)
    for (const error of errors.get(slug)!) if (!shown.errors.has(error)) after.errors.delete(error)
  }
  return { slides, shown: after }
}

function keyOf({ hash, attributes, steps }: CompiledSlide): string {
  return JSON.stringify([hash, attributes, steps])
}

function outlineOf({ compiled: { manifest, slides }, theme }: BuiltDeck): string {
  const { title, lang, dir, stage, sections } = manifest
  return JSON.stringify([title, lang, dir, stage, sections, slides.map(shownAs), theme.name])
}

/** A slide's place in the page; a hidden one has none. */
function shownAs({ slug, attributes }: CompiledSlide): string {
  return attributes['data-visibility'] === 'hidden' ? '' : slug
}

/** Errors by the slug of their slide; `''` for those of the deck as a whole. */
function errorsBySlide({ messages, compiled, source }: BuiltDeck): Map<string, string[]> {
  const lines = compiled.slides.map(({ slug, source: place }) => ({
    slug,
    line: Number(/:(\d+)$/.exec(place)?.[1]),
  }))
  const found = new Map<string, string[]>()
  for (const message of messages) {
    if (message.severity !== 'error') continue
    const slug = slugAt(message, lines, source.path)
    found.set(slug, [...(found.get(slug) ?? []), `${slug}\0${message.rule}\0${message.reason}`])
  }
  return found
}

function slugAt({ file, line }: WireMessage, lines: { slug: string; line: number }[], path: string): string {
  if (line === undefined || file !== path) return ''
  return lines.findLast((slide) => slide.line <= line)?.slug ?? ''
}
