/** Links within the site: whether what they lead to is there. */
import { SITE_ROOT } from '../../compiler/deck.ts'
import type { BuiltDeck } from '../deck-store.ts'
import { didYouMean } from '../suggest.ts'
import type { Finding } from './finding.ts'
import { hrefsOf } from './hrefs.ts'

/** Pages of a deck, by their way from its folder. */
const PAGES = ['', 'index.html', 'review', 'review/index.html', 'print', 'print/index.html']
const FRONT = ['', 'index.html', 'cards.html']

export interface Course {
  /** The decks at hand: their slides are known. */
  decks: readonly BuiltDeck[]
  /** The names of all decks of the project. */
  names: readonly string[]
  /** Site-relative URLs of files that pages show or link to. */
  assets: { has(url: string): boolean }
}

/**
 * What is wrong with the links of `deck`: to a slide that no deck has, to a page or file that the site will not have.
 * Addresses that begin with `/` lead beyond the site and are taken as they are.
 */
export function internalLinks({ compiled, messages }: BuiltDeck, course: Course): Finding[] {
  const home = compiled.manifest.deck
  const told = new Set(messages.map(({ reason }) => reason))
  return compiled.slides.flatMap((slide) =>
    hrefsOf(slide.html + slide.notes).flatMap((href) => {
      if (/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(href)) return []
      const problem = problemOf(href, home, course)
      return problem && !told.has(problem.reason)
        ? [{ rule: 'link-internal' as const, slug: slide.slug, words: [href], ...problem }]
        : []
    }),
  )
}

function problemOf(
  href: string,
  home: string,
  { decks, names, assets }: Course,
): Pick<Finding, 'reason' | 'fix'> | undefined {
  const at = new URL(href.replaceAll(SITE_ROOT, '../'), `file:///${encodeURIComponent(home)}/`)
  const way = decode(at.pathname.slice(1))
  if (assets.has(way)) return undefined
  const [, first = '', rest = ''] = /^([^/]*)\/?(.*)$/.exec(way)!
  if (names.includes(first) && PAGES.includes(rest.replace(/\/$/, '')))
    return slideProblem(
      decode(at.hash),
      decks.find(({ compiled }) => compiled.manifest.deck === first),
      home,
    )
  if (FRONT.includes(way) || way === `${home}/${home}.pdf`) return undefined
  return {
    reason: `The link \`${href.replaceAll(SITE_ROOT, '')}\` leads to nothing in the site`,
    fix:
      (first !== home && didYouMean(first, names).trim()) ||
      'Put the file beside the deck, or correct the link.',
  }
}

function slideProblem(
  hash: string,
  deck: BuiltDeck | undefined,
  home: string,
): Pick<Finding, 'reason' | 'fix'> | undefined {
  const target = /^#\/?([^/]+)/.exec(hash)?.[1]
  if (!deck || target === undefined || /^\d+$/.test(target)) return undefined
  const slugs = deck.compiled.slides.map(({ slug }) => slug)
  if (slugs.includes(target)) return undefined
  const id = ` id="${target.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`
  if (deck.compiled.slides.some(({ html }) => html.includes(id))) return undefined
  const { deck: name } = deck.compiled.manifest
  // Within the deck, the words of the compiler, which has found what is written in Markdown.
  const where = name === home ? '' : ` in the deck \`${name}\``
  return {
    reason: `There is no slide \`#${target}\`${where}`,
    fix:
      didYouMean(target, slugs).trim() ||
      `Use the slug of a slide of ${name === home ? 'this' : 'that'} deck.`,
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
