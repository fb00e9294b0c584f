/** Findings that a project knows of and has set aside: `--baseline FILE` keeps silent about them. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import type { WireMessage } from '../../shared/markup.ts'
import { UsageError } from '../errors.ts'
import { shortPath } from '../paths.ts'
import { writeWhole } from '../write-file.ts'

/** Of the file's shape; raised when a reader of the old shape would be wrong. */
const VERSION = 1

/** One finding, told by what does not change when lines move or measures do. */
export interface Known {
  file: string
  /** Slug of its slide, `''` where it has none. */
  slide: string
  rule: string
  /** The message's words, with `#` for numbers. */
  excerpt: string
  /** How many such there are; left out for one. */
  count?: number
}

export interface Compared {
  /** What the baseline does not know. */
  fresh: WireMessage[]
  /** How many messages it does know. */
  silent: number
  /** What it knows and is there no more. */
  gone: Known[]
}

/** What a run has looked at: nothing else can be gone. */
export interface Looked {
  /** Whether a file of the project was read, or is not there any more. */
  file(path: string): boolean
  rule(rule: string): boolean
}

/** Parts the messages into known and new, and finds what is gone. */
export function compare(messages: readonly WireMessage[], known: readonly Known[], looked: Looked): Compared {
  const left = new Map(known.map((one) => [keyOf(one), one.count ?? 1]))
  const fresh = messages.filter((message) => {
    const key = keyOf(knownOf(message))
    const count = left.get(key) ?? 0
    if (count > 0) left.set(key, count - 1)
    return count === 0
  })
  const gone = known.flatMap((one) => {
    const count = left.get(keyOf(one))!
    return count > 0 && looked.file(one.file) && looked.rule(one.rule) ? [counted(one, count)] : []
  })
  return { fresh, silent: messages.length - fresh.length, gone }
}

/** The baseline after a run: all that it found, and what was known of what it has not looked at. */
export function renewed(messages: readonly WireMessage[], known: readonly Known[], looked: Looked): Known[] {
  const counts = new Map<string, Known>()
  const add = (one: Known): void => {
    const key = keyOf(one)
    counts.set(key, counted(one, (counts.get(key)?.count ?? (counts.has(key) ? 1 : 0)) + (one.count ?? 1)))
  }
  for (const message of messages) add(knownOf(message))
  for (const one of known) if (!looked.file(one.file) || !looked.rule(one.rule)) add(one)
  return [...counts.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

/** Throws a usage error where the file is not there or is none. */
export function readBaseline(file: string, cwd: string): Known[] {
  const name = shortPath(cwd, file)
  if (!existsSync(file))
    throw new UsageError(`There is no baseline ${name}. Write it with --update-baseline.`)
  let data: { version?: unknown; known?: unknown }
  try {
    data = JSON.parse(readFileSync(file, 'utf8')) as typeof data
  } catch (cause) {
    throw new UsageError(`The baseline ${name} cannot be read: ${(cause as Error).message}.`, { cause })
  }
  if (data?.version !== VERSION || !Array.isArray(data.known) || !data.known.every(isKnown))
    throw new UsageError(
      `${name} is no baseline of version ${VERSION}. Write it anew with --update-baseline, in place of the old one.`,
    )
  return data.known
}

/** Writes it whole or not at all: one finding a line, sorted, so that a change is a line in a diff. */
export function writeBaseline(file: string, known: readonly Known[]): void {
  const lines = known.map(({ file: path, slide, rule, excerpt, count }) =>
    JSON.stringify({ file: path, slide, rule, excerpt, ...(count !== undefined && { count }) }),
  )
  const list = lines.length > 0 ? `[\n${lines.join(',\n')}\n]` : '[]'
  writeWhole(file, Buffer.from(`{\n"version": ${VERSION},\n"known": ${list}\n}\n`))
}

/** What a message is known by. Numbers outside of quotations are measures, counts and lines, which change. */
function knownOf({ file, slide = '', rule, reason }: WireMessage): Known {
  const parts = reason.split(/(“[^”]*”|`[^`]*`)/)
  const excerpt = parts
    .map((part, at) => (at % 2 === 1 ? part : part.replace(/\d+(?:\.\d+)?/g, '#')))
    .join('')
  return { file, slide, rule, excerpt }
}

/** The same for the same finding, whichever line it stands on. */
export function fingerprint(message: WireMessage): string {
  return createHash('sha256')
    .update(keyOf(knownOf(message)))
    .digest('hex')
    .slice(0, 32)
}

function counted({ file, slide, rule, excerpt }: Known, count: number): Known {
  return { file, slide, rule, excerpt, ...(count > 1 && { count }) }
}

const keyOf = ({ file, slide, rule, excerpt }: Known): string => [file, slide, rule, excerpt].join('\n')

function isKnown(value: unknown): value is Known {
  const { file, slide, rule, excerpt, count = 1 } = (value ?? {}) as Partial<Known>
  return (
    [file, slide, rule, excerpt].every((part) => typeof part === 'string') &&
    Number.isInteger(count) &&
    count > 0
  )
}
