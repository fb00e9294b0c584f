/** The strokes of a lecture, from the file that the lecture page saves. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type InkFile, readInkFile } from '../../shared/ink.ts'
import { UsageError } from '../errors.ts'

const FAULTS = {
  'no-json': 'holds no strokes',
  'no-ink': 'holds no strokes',
  'other-version': 'was saved by another version of Lectern; update this one',
} as const

/** Reads the file that `--ink` names; `warn` is told of slides whose strokes are damaged. */
export function readInk(written: string, cwd: string, warn: (text: string) => void): InkFile {
  let text: string
  try {
    text = readFileSync(path.resolve(cwd, written), 'utf8')
  } catch (cause) {
    throw new UsageError(`--ink ${written} cannot be read: ${(cause as Error).message}.`, { cause })
  }
  const read = readInkFile(text)
  if (typeof read === 'string')
    throw new UsageError(
      `--ink ${written} ${FAULTS[read]}. The bar of the pen in the lecture saves a file such as deck-ink.json.`,
    )
  if (read.unread.length > 0)
    warn(`--ink ${written}: the strokes on these slides are damaged: #${read.unread.join(', #')}.\n`)
  return read.file
}

/**
 * The strokes for the deck `name` with slides `slugs`: the file's, where it is of this deck or this is the only one. `warn`
 * is told of strokes whose slides are gone.
 */
export function inkFor(
  { deck, slides }: InkFile,
  name: string,
  slugs: readonly string[],
  isOnly: boolean,
  warn: (text: string) => void,
): InkFile['slides'] | undefined {
  if (deck !== name && !isOnly) return undefined
  const gone = Object.keys(slides).filter((slug) => slides[slug]!.slide.length > 0 && !slugs.includes(slug))
  if (gone.length > 0)
    warn(
      `--ink: ${name} has no such slides any more, so what is drawn there is left out: #${gone.join(', #')}.\n`,
    )
  return slides
}
