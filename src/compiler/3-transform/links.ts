/** Links within the deck lead to slides that exist; links out of it open beside it. */
import type { Link } from 'mdast'
import type { Context } from '../context.ts'
import '../block-data.ts'
import type { Deck, Slide } from '../deck.ts'
import { Suggestions } from '../suggest.ts'
import { slidesOf, walk } from '../walk.ts'

/**
 * `[text](#slug)`, `#/slug`, `#slug/2` and the id of anything on a slide become `#/SLUG`; a link to another host gets
 * `rel` and `target`. Reports `link-internal`.
 */
export function links(deck: Deck, context: Context): void {
  const slides = slidesOf(deck)
  const homes = homesOf(slides)
  const suggestions = new Suggestions(() => [...homes.keys()])
  for (const slide of slides) {
    for (const part of [slide, ...slide.notes]) {
      walk(part, (node) => {
        if (node.type === 'link') resolve(node, homes, slides.length, suggestions, context)
      })
    }
  }
}

/** Leads links to where things stand now that slides have been parted. Gives the slides whose links changed. */
export function rehomeLinks(deck: Deck): Set<Slide> {
  const slides = slidesOf(deck)
  const homes = homesOf(slides)
  const changed = new Set<Slide>()
  for (const slide of slides) {
    for (const part of [slide, ...slide.notes]) {
      walk(part, (node) => {
        if (node.type !== 'link' || !node.data?.target) return
        const { id, step } = node.data.target
        const url = `#/${homes.get(id) ?? id}${step}`
        if (url !== node.url) changed.add(slide)
        node.url = url
      })
    }
  }
  return changed
}

/** The slide of every id, and every slide. */
function homesOf(slides: readonly Slide[]): Map<string, string> {
  const homes = new Map<string, string>()
  for (const slide of slides) {
    walk(slide, (node) => {
      const id = node.data?.attributes?.id
      if (id !== undefined && !homes.has(id)) homes.set(id, slide.slug)
    })
  }
  for (const { slug } of slides) homes.set(slug, slug)
  return homes
}

function resolve(
  link: Link,
  homes: Map<string, string>,
  count: number,
  suggestions: Suggestions,
  context: Context,
): void {
  if (/^(?:https?:)?\/\//i.test(link.url)) {
    link.data = {
      ...link.data,
      hProperties: { target: '_blank', rel: ['noopener', 'noreferrer'], ...link.data?.hProperties },
    }
    return
  }
  const match = /^#\/?([^/]+)((?:\/\d+)*)$/.exec(link.url)
  if (!match) return
  const target = decode(match[1] as string)
  const home = homes.get(target)
  if (home !== undefined) {
    link.url = `#/${home}${match[2] ?? ''}`
    link.data = { ...link.data, target: { id: target, step: match[2] ?? '' } }
  } else if (/^\d+$/.test(target) && Number(target) <= count) link.url = `#/${target}${match[2] ?? ''}`
  else {
    const reason = `There is no slide \`#${target}\``
    const fix = suggestions.didYouMean(target, 'Use the slug of a slide of this deck.')
    context.report('link-internal', link, reason, { fix })
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
