/**
 * Parses a long text piece by piece. micromark moves all tokens of a text whenever a list ends or a term is read in it:
 * that work grows with the square of the text, and with the square of a piece only where it is read in pieces.
 */
import type { Root, RootContent } from 'mdast'
import type { Construct, ParseContext } from 'micromark-util-types'
import type { Processor } from 'unified'
import type { Point } from 'unist'
import { addExtension } from './extension.ts'
import { moveNode, type Origin } from './move-node.ts'

/** About so many letters are read at once. */
export const PIECE = 8_000

declare module 'vfile' {
  interface DataMap {
    /** Another size than `PIECE`. */
    pieceSize: number
  }
}

export interface Source {
  text: string
  /** Parses a part of the text, as a text of its own, that begins at an offset. */
  parse(part: string, from: number): Root
  /** Whether an offset lies within something that must not be cut. */
  isWithin(offset: number): boolean
}

interface Piece {
  text: string
  from: Origin
  root: Root
  /** What it defines. */
  names: Names
  /** Its first list goes on with the last one of the piece before. */
  goesOn: boolean
}

/** Names of link definitions and footnotes, as micromark keeps them. */
interface Names {
  links: string[]
  footnotes: string[]
}

type Parser = ParseContext & { gfmFootnotes?: string[] }

let given: Names | undefined
let parser: Parser | undefined

const knownNames: Construct = {
  name: 'knownNames',
  tokenize(_effects, _ok, nok) {
    if (parser !== this.parser) {
      parser = this.parser as Parser
      if (given) {
        parser.defined = [...given.links]
        parser.gfmFootnotes = [...given.footnotes]
      }
    }
    return nok
  },
}

/** Adds the syntax by which a piece knows what others define. It reads nothing. */
export function remarkPieces(this: Processor): void {
  addExtension(this, { document: { null: knownNames } })
}

/**
 * The tree of the whole text, just as if it were read at once. A cut is made before a line of which the parser itself
 * says that a block of the root, or an item of a list there, begins with it.
 */
export function parseInPieces(source: Source, size: number = PIECE): Root {
  const { text, parse } = source
  if (text.length <= 2 * size) return parse(text, 0)
  const pieces = cut(source, size)
  const names: Names = {
    links: pieces.flatMap((piece) => piece.names.links),
    footnotes: pieces.flatMap((piece) => piece.names.footnotes),
  }
  const keys = keysOf(names)
  const children: RootContent[] = []
  for (const piece of pieces) {
    if (asksFor(piece, keys)) piece.root = parseKnowing(names, () => parse(piece.text, piece.from.offset))
    moveNode(piece.root, piece.from)
    append(children, piece)
  }
  const position = { start: { line: 1, column: 1, offset: 0 }, end: pieces.at(-1)!.root.position!.end }
  return { type: 'root', children, position }
}

function cut(source: Source, size: number): Piece[] {
  const pieces: Piece[] = []
  let from: Origin = { line: 1, offset: 0 }
  let goesOn = false
  while (from.offset < source.text.length) {
    let length = size
    let found: Piece | undefined
    let end = 0
    // Within a long block no cut holds: each try is twice as long as the one before.
    while (!found) {
      end = nextCut(source, from.offset + length)
      found = readUpTo(end, from, source)
      length *= 2
    }
    const next = found.goesOn
    pieces.push({ ...found, goesOn })
    goesOn = next
    from = { line: from.line + (found.text.match(LINE_END)?.length ?? 0), offset: end }
  }
  return pieces
}

const LINE_END = /\r\n|\n|\r/g
const AFTER_BLANK = /(?:^|\r\n?|\n)[ \t]*(?:\r\n?|\n)$/
const MARKER = /(?:[*+-]|\d{1,9}[.)])[ \t]/y

/** The next line at the margin that follows a blank one or looks like an item; the end where there is none. */
function nextCut({ text, isWithin }: Source, from: number): number {
  let afterBlank = false
  let at = text.indexOf('\n', from) + 1
  while (at > 0 && at < text.length) {
    const end = (text.indexOf('\n', at) + 1 || text.length + 1) - 1
    const isBlank = text.slice(at, end).trim() === ''
    MARKER.lastIndex = at
    if (!isBlank && /\S/.test(text[at]!) && (afterBlank || MARKER.test(text)) && !isWithin(at)) return at
    afterBlank = isBlank
    at = end + 1
  }
  return text.length
}

/** The piece up to a line; undefined where that line goes on with what is open. `goesOn`: with a list. */
function readUpTo(end: number, from: Origin, { text, parse }: Source): Piece | undefined {
  const part = text.slice(from.offset, end)
  const line = text.slice(end, text.indexOf('\n', end) + 1 || text.length)
  const root = parse(part + line, from.offset)
  const names = { links: [...(parser?.defined ?? [])], footnotes: [...(parser?.gfmFootnotes ?? [])] }
  const piece: Piece = { text: part, from, root, names, goesOn: false }
  if (line === '') return piece
  const last = root.children.at(-1)
  if (last?.type === 'list' && last.children.length > 1 && startOf(last.children.at(-1)) === part.length) {
    last.children.pop()
    last.position!.end = last.children.at(-1)!.position!.end
    return { ...piece, goesOn: true }
  }
  // Right below a paragraph, some would not begin that do at the start of a text.
  if (startOf(last) !== part.length || !AFTER_BLANK.test(part)) return undefined
  root.children.pop()
  return piece
}

function startOf(node: { position?: { start: Point } | undefined } | undefined): number | undefined {
  return node?.position?.start.offset
}

const BRACKETS = /\[((?:[^[\]\\]|\\[\s\S]){1,999})\]/g

/** Whether brackets of the piece hold the name of something that only others define. */
function asksFor({ text, names }: Piece, all: ReadonlySet<string>): boolean {
  if (all.size === 0) return false
  const own = keysOf(names)
  for (const [, name] of text.matchAll(BRACKETS)) {
    const key = keyOf(name!)
    if (all.has(key) && !own.has(key)) return true
  }
  return false
}

function keysOf({ links, footnotes }: Names): Set<string> {
  return new Set([...links, ...footnotes.map((name) => `^${name}`)].map(keyOf))
}

/** As CommonMark compares names (0.31 §4.7), and without the `>` of a quotation that goes on on the next line. */
function keyOf(name: string): string {
  return name
    .replace(/[\s>]+/g, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase()
}

function parseKnowing(names: Names, parse: () => Root): Root {
  given = names
  try {
    return parse()
  } finally {
    given = undefined
  }
}

function append(children: RootContent[], { root, goesOn }: Piece): void {
  const before = children.at(-1)
  const [first] = root.children
  if (goesOn && before?.type === 'list' && first?.type === 'list') {
    for (const item of first.children) before.children.push(item)
    before.spread ||= first.spread
  } else if (before?.type === 'definitionList' && first?.type === 'definitionList') {
    // Terms that follow each other are one list.
    for (const item of first.children) before.children.push(item)
  } else {
    for (const node of root.children) children.push(node)
    return
  }
  before.position!.end = first.position!.end
  for (const node of root.children.slice(1)) children.push(node)
}
