/** What goes into a drawing, and how to tell that it has changed. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { stampOf } from '../stamp.ts'

/** A file that goes into a drawing, as it was then: its stamp, and a hash of its bytes (`''` where it was not there). */
export interface Input {
  stamp: string
  hash: string
}

/** Absolute path → what it was. */
export type Inputs = Map<string, Input>

export interface ReadFile extends Input {
  file: string
  text: string
}

export interface FigureRequest {
  /** The module, absolute. */
  file: string
  /** The deck's folder: the same module may read other files for another deck. */
  folder: string
  options: Readonly<Record<string, string>>
  /** A file by its path relative to the deck; undefined where there is none. */
  read(path: string): ReadFile | undefined
}

/** A file as it is now; its stamp is older than its bytes, so that a write in between is found the next time. */
export function inputOf(file: string): Input {
  const stamp = stampOf(file)
  return { stamp, hash: stamp === '' ? '' : hashOf(readFileSync(file)) }
}

/** The same with its text. */
export function readInput(file: string): ReadFile {
  const stamp = stampOf(file)
  const bytes = readFileSync(file)
  return { file, stamp, hash: hashOf(bytes), text: bytes.toString('utf8').replace(/^\uFEFF/, '') }
}

/** A short name for content. */
export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 22)
}
