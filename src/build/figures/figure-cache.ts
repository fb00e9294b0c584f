/** Drawings kept on disk, one file each. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { DrawnFigure } from '../../compiler/host.ts'

/** A drawing and the hashes of all files it was made from, by their path relative to the project. */
export interface FigureRecord {
  inputs: Record<string, string>
  figure: DrawnFigure
}

/** How many drawings are kept; the oldest go first. */
const MOST_KEPT = 500

/** The record called `name`; undefined where there is none, or none that is whole. */
export function readRecord(folder: string, name: string): FigureRecord | undefined {
  try {
    const record = JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')) as FigureRecord
    return typeof record.figure.svg === 'string' && typeof record.inputs === 'object' ? record : undefined
  } catch {
    return undefined
  }
}

/** Keeps a record by one rename, so that a reader finds it whole or not. A cache that fails is no failure. */
export function keepRecord(folder: string, name: string, record: FigureRecord): void {
  const file = path.join(folder, `${name}.json`)
  const temporary = `${file}.${process.pid}`
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(temporary, JSON.stringify(record))
    renameSync(temporary, file)
    dropOldest(folder)
  } catch {
    rmSync(temporary, { force: true })
  }
}

function dropOldest(folder: string): void {
  const names = readdirSync(folder)
  if (names.length <= MOST_KEPT) return
  const files = names.map((name) => path.join(folder, name))
  const ages = new Map(files.map((file) => [file, statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0]))
  files.sort((a, b) => ages.get(b)! - ages.get(a)!)
  for (const file of files.slice(MOST_KEPT)) rmSync(file, { force: true })
}
