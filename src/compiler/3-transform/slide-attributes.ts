/** Turns what an author writes about a slide into Reveal's attributes of its `<section>`. */
import { readSeconds } from '../../shared/pace.ts'
import { placeOnSlide } from '../attribute-place.ts'
import { checkValue, specOf } from '../attribute-spec.ts'
import type { Context } from '../context.ts'
import type { Deck, Slide } from '../deck.ts'
import { isFreeAttribute, slideAttributes as known } from '../known-attributes.ts'
import { didYouMean } from '../suggest.ts'
import { slidesOf } from '../walk.ts'

/** Reveal's transitions: one for both ways, or `slide-in fade-out`. */
const TRANSITION = /^(?:(?:none|fade|slide|convex|concave|zoom)(?:-in|-out)?(?:\s+|$))+$/
const TRANSITIONS = 'Use `none`, `fade`, `slide`, `convex`, `concave` or `zoom`.'

/** Read by the compiler itself; Reveal is told nothing. */
const own = new Set(['layout', 'lang', 'dir', 'index', 'header', 'footer', 'timer', 'timer-at'])

/**
 * `## Title {background=#123 auto-animate visibility=hidden transition=fade data-x=1 .class}`. `background` takes a colour, a
 * gradient or a file; `hidden` and `uncounted` stand for `visibility=`. Reports `attribute-unknown`, `attribute-value`.
 */
export function slideAttributes(deck: Deck, context: Context): void {
  for (const slide of slidesOf(deck)) {
    const values: Record<string, string> = {}
    for (const [key, value] of Object.entries(slide.attributes.values))
      setValue(values, key, value, slide, context)
    slide.attributes = { ...slide.attributes, values }
  }
}

function setValue(
  values: Record<string, string>,
  key: string,
  value: string,
  slide: Slide,
  context: Context,
): void {
  const wrong = problemOf(key, value)
  if (wrong) {
    context.report('attribute-value', placeOnSlide(context.file, slide, key), wrong.reason, {
      fix: wrong.fix,
    })
  } else if (key === 'background' || key === 'data-background') values[backgroundKey(value)] = value
  else if (key === 'time') values['data-timing'] = String(readSeconds(value))
  else if (key === 'hidden' || key === 'uncounted') values['data-visibility'] = key
  else if (own.has(key) || isFreeAttribute(key)) values[key] = value
  else if (specOf(known, key)) values[`data-${key}`] = value
  else {
    const reason = `Unknown slide attribute \`${key}\``
    const fix = didYouMean(key, Object.keys(known), 'Write `data-…` for one of your own.')
    context.report('attribute-unknown', placeOnSlide(context.file, slide, key), reason, { fix })
  }
}

function problemOf(key: string, value: string): { reason: string; fix: string } | undefined {
  const bare = key.replace(/^data-/, '')
  if (/^(?:background-)?transition$/.test(bare)) {
    return TRANSITION.test(value)
      ? undefined
      : { reason: `\`${key}=${value}\` is no transition`, fix: TRANSITIONS }
  }
  if ((key === 'time' || key === 'timer') && readSeconds(value) === undefined) {
    return {
      reason: `\`${key}=${value}\` is no time`,
      fix: 'Write seconds, minutes or both: `90`, `2m`, `1:30`.',
    }
  }
  const spec = specOf(known, key)
  const checked = spec && checkValue(key, value, spec)
  return checked && 'reason' in checked ? checked : undefined
}

function backgroundKey(value: string): string {
  if (/gradient\(/.test(value)) return 'data-background-gradient'
  if (/\.(?:mp4|webm|ogv|mov)$/i.test(value)) return 'data-background-video'
  if (/\.(?:png|jpe?g|gif|svg|webp|avif)(?:[?#].*)?$/i.test(value) || /^https?:/.test(value))
    return 'data-background-image'
  return 'data-background-color'
}
