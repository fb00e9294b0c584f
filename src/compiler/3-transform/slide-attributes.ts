/** Turns what an author writes about a slide into Reveal's attributes of its `<section>`. */
import type { Context } from '../context.ts'
import type { Deck, Slide } from '../deck.ts'
import { didYouMean } from '../suggest.ts'
import { slidesOf } from '../walk.ts'

/** Written bare, carried as `data-…`: Reveal's documented attributes of a slide. */
const known = [
  'auto-animate',
  'auto-animate-id',
  'auto-animate-restart',
  'auto-animate-easing',
  'auto-animate-duration',
  'auto-animate-unmatched',
  'autoslide',
  'background-color',
  'background-gradient',
  'background-iframe',
  'background-image',
  'background-interactive',
  'background-opacity',
  'background-position',
  'background-repeat',
  'background-size',
  'background-transition',
  'background-video',
  'background-video-loop',
  'background-video-muted',
  'fit',
  'prevent-swipe',
  'state',
  'timing',
  'transition',
  'transition-speed',
  'visibility',
]

const accepted: Readonly<Record<string, RegExp>> = {
  visibility: /^(?:hidden|uncounted|visible)$/,
  transition: /^(?:(?:none|fade|slide|convex|concave|zoom)(?:-in|-out)?(?:\s+|$))+$/,
}

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
  const expected = accepted[key]
  if (expected && !expected.test(value)) {
    context.report('attribute-value', headingOf(slide), `\`${key}=${value}\` is not accepted`, {
      fix:
        key === 'visibility'
          ? 'Use `hidden` or `uncounted`.'
          : 'Use `none`, `fade`, `slide`, `convex`, `concave` or `zoom`.',
    })
  } else if (key === 'background' || key === 'data-background') values[backgroundKey(value)] = value
  else if (key === 'hidden' || key === 'uncounted') values['data-visibility'] = key
  else if (known.includes(key)) values[`data-${key}`] = value
  else if (/^(?:data|aria)-/.test(key) || ['layout', 'style', 'lang', 'dir', 'index'].includes(key))
    values[key] = value
  else {
    context.report('attribute-unknown', headingOf(slide), `Unknown slide attribute \`${key}\``, {
      fix: didYouMean(
        key,
        ['background', 'layout', 'hidden', 'uncounted', ...known],
        'Write `data-…` for one of your own.',
      ),
    })
  }
}

function backgroundKey(value: string): string {
  if (/gradient\(/.test(value)) return 'data-background-gradient'
  if (/\.(?:mp4|webm|ogv|mov)$/i.test(value)) return 'data-background-video'
  if (/\.(?:png|jpe?g|gif|svg|webp|avif)(?:[?#].*)?$/i.test(value) || /^https?:/.test(value))
    return 'data-background-image'
  return 'data-background-color'
}

function headingOf(slide: Slide) {
  return slide.children[0]?.type === 'heading' ? slide.children[0] : slide
}
