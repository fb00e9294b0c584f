/** Listings of slides that move into each other: the same token gets the same name on each of them. */
import type { Code } from 'mdast'
import '../../block-data.ts'
import { PART_ATTRIBUTE } from '../../../shared/markup.ts'
import type { Context } from '../../context.ts'
import type { Deck, Slide } from '../../deck.ts'
import { slidesOf, walk } from '../../walk.ts'
import { matchTokens } from './match-tokens.ts'

/** A listing in the versions that came so far. */
interface Chain {
  /** From 1, in the order of the deck. */
  number: number
  /** The last version: its title and language, its place among the listings of its slide, its tokens and their names. */
  title: string
  language: string
  place: number
  tokens: string[]
  names: number[]
  /** How many names are given away. */
  given: number
}

/**
 * Names the tokens of each listing on neighbouring slides with `auto-animate`: `<span data-part="1-17">` around each word
 * and mark, equal where a token is the same in two versions, and the listing's own number in `data.code.morph`. A
 * listing's next version is the one of the same title on the next slide, else of the same language, else in its place. On
 * slides without a neighbour that moves, listings stay as they are.
 */
export function morphCode(deck: Deck, _context: Context): void {
  const slides = slidesOf(deck).filter(({ attributes }) => attributes.values['data-visibility'] !== 'hidden')
  let count = 0
  let chains: Chain[] = []
  for (const [index, slide] of slides.entries()) {
    const goesOn = isJoined(slides[index - 1], slide)
    if (!goesOn) chains = []
    if (!goesOn && !isJoined(slide, slides[index + 1])) continue
    const listings = listingsOf(slide)
    const versions = pairVersions(chains, listings)
    chains = listings.map((listing, place) => {
      const chain = versions.get(listing) ?? { number: ++count, tokens: [], names: [], given: 0 }
      const { title, language } = listing.data!.code!
      return nameTokens(listing, { ...chain, title, language, place })
    })
  }
}

/** The version before of each listing, as far as it has one: of the same title, else language, else place. */
function pairVersions(chains: readonly Chain[], listings: readonly Code[]): Map<Code, Chain> {
  const pairs = new Map<Code, Chain>()
  const free = new Set(chains)
  for (const key of ['title', 'language', 'place'] as const)
    for (const [place, listing] of listings.entries()) {
      const own = { ...listing.data!.code!, place }[key]
      const chain = own !== '' && [...free].find((other) => other[key] === own)
      if (!chain || pairs.has(listing)) continue
      pairs.set(listing, chain)
      free.delete(chain)
    }
  return pairs
}

/** Whether Reveal lets what two neighbours have in common move. */
function isJoined(before: Slide | undefined, after: Slide | undefined): boolean {
  if (!before || !after) return false
  const [from, to] = [before.attributes.values, after.attributes.values]
  const moves = [from, to].every((values) => (values['data-auto-animate'] ?? 'false') !== 'false')
  return (
    moves &&
    from['data-auto-animate-id'] === to['data-auto-animate-id'] &&
    (to['data-auto-animate-restart'] ?? 'false') === 'false'
  )
}

function listingsOf(slide: Slide): Code[] {
  const listings: Code[] = []
  walk(slide, (node) => {
    if (node.type === 'code' && node.data?.code) listings.push(node)
  })
  return listings
}

/** Puts the names into the listing's HTML, and gives what the next version needs. */
function nameTokens(listing: Code, chain: Chain): Chain {
  const code = listing.data!.code!
  const pieces = piecesOf(code.html)
  const tokens = pieces.filter(isToken)
  let { given } = chain
  const names = matchTokens(chain.tokens, tokens).map((at) => (at === undefined ? ++given : chain.names[at]!))
  let token = 0
  code.morph = chain.number
  code.html = pieces
    .map((piece) =>
      isToken(piece) ? `<span ${PART_ATTRIBUTE}="${chain.number}-${names[token++]}">${piece}</span>` : piece,
    )
    .join('')
  return { ...chain, tokens, names, given }
}

/** Tags, white space, words, brackets, and runs of other marks (an escaped sign is one), in order. */
function piecesOf(html: string): string[] {
  return (
    html.match(/<[^>]*>|\s+|[\p{L}\p{N}_]+|[()[\]{}]|(?:&#?\w+;|[^\p{L}\p{N}_\s()[\]{}<&])+|[<&]/gu) ?? []
  )
}

function isToken(piece: string): boolean {
  return !/^(?:<.|\s)/.test(piece)
}
