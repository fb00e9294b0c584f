/** Reads `{#id .class key=value key="v v" bare}`: the one attribute grammar of headings, blocks, spans and directives. */
import type { Attributes } from './deck.ts'

const PART =
  /^\s*(?:#(?<id>[^\s#.{}="']+)|\.(?<cls>[^\s.{}="'#]+)|(?<key>[A-Za-z_:@][\w:.-]*)=(?:"(?<dq>[^"]*)"|'(?<sq>[^']*)'|(?<bare>[^\s"'{}]+))|(?<word>[A-Za-z][\w-]*)|(?<dash>-))(?=$|[\s#.])/

/** Bare words that are attributes by themselves; any other word needs an id, a class or a pair beside it. */
export const bareWords = [
  'auto-animate',
  'auto-animate-restart',
  'uncounted',
  'unnumbered',
  'unlisted',
  'hidden',
  'fit',
  'lightbox',
  'controls',
  'autoplay',
  'loop',
  'muted',
  'background-video-loop',
  'background-video-muted',
] as const

/** An `Attributes` with nothing in it. */
export function noAttributes(): Attributes {
  return { classes: [], values: {} }
}

/**
 * Parses what stands between the braces, with or without them. Gives undefined where it is not an attribute list: a
 * set `{a, b}`, a word alone that no attribute is called. Pandoc's `-` stands for `.unnumbered`. `words` takes any bare word (a directive knows its own), and nothing at all.
 */
export function parseAttributes(source: string, options: { words?: boolean } = {}): Attributes | undefined {
  let rest = source.trim()
  if (rest.startsWith('{') && rest.endsWith('}')) rest = rest.slice(1, -1)
  const attributes = noAttributes()
  const words: string[] = []
  let parts = 0
  while (rest.trim() !== '') {
    const match = PART.exec(rest)
    if (!match?.groups) return undefined
    const { id, cls, key, dq, sq, bare, word, dash } = match.groups
    if (id !== undefined) attributes.id = id
    else if (cls !== undefined) attributes.classes.push(cls)
    else if (key !== undefined) attributes.values[key] = dq ?? sq ?? bare ?? ''
    else if (dash !== undefined) attributes.classes.push('unnumbered')
    else if (word !== undefined) words.push(word)
    if (word === undefined) parts++
    rest = rest.slice(match[0].length)
  }
  if (!options.words && parts === 0 && !words.some((word) => (bareWords as readonly string[]).includes(word)))
    return undefined
  for (const word of words) attributes.values[word] = ''
  return attributes
}

/** Joins two lists: classes add up, the later id and values win. */
export function mergeAttributes(first: Attributes | undefined, second: Attributes): Attributes {
  if (!first) return second
  return {
    ...((second.id ?? first.id) !== undefined && { id: second.id ?? first.id }),
    classes: [...new Set([...first.classes, ...second.classes])],
    values: { ...first.values, ...second.values },
  }
}
