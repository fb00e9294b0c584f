/** `lectern import`: a deck of another tool in Lectern's Markdown. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { importDeck, tools, type Tool } from '../../import/import-deck.ts'
import { UsageError } from '../errors.ts'
import { shortPath } from '../paths.ts'
import { didYouMean } from '../suggest.ts'
import type { Terminal } from '../terminal.ts'
import { writeWhole } from '../write-file.ts'

export interface ImportOptions {
  /** File to write; without it the text goes to standard output. */
  out?: string
  from?: string
  force?: boolean
}

/**
 * Translates `file`. What could not be translated goes to standard error, a line each. Gives 0; wrong use throws.
 */
export async function importFile(file: string, options: ImportOptions, terminal: Terminal): Promise<number> {
  const source = path.resolve(terminal.cwd, file)
  if (!existsSync(source) || !statSync(source).isFile()) throw new UsageError(`There is no file "${file}".`)
  const { from } = options
  if (from !== undefined && !(tools as string[]).includes(from)) {
    throw new UsageError(`--from takes ${tools.join(', ')}, not "${from}".${didYouMean(from, tools)}`)
  }
  const { tool, text, remarks } = importDeck(readFileSync(source, 'utf8'), from as Tool | undefined)
  if (options.out === undefined) terminal.out(text)
  else {
    const target = path.resolve(terminal.cwd, options.out)
    if (existsSync(target) && !options.force) {
      throw new UsageError(`"${options.out}" is there already. Name another file, or add --force.`)
    }
    writeWhole(target, Buffer.from(text))
  }
  const { dim, yellow } = terminal.colors
  for (const { line, reason } of remarks) {
    terminal.err(`${shortPath(terminal.cwd, source)}:${line}  ${yellow('look at')}  ${reason}\n`)
  }
  const left = remarks.length === 0 ? 'nothing left to do by hand' : `${remarks.length} places to look at`
  const where =
    options.out === undefined
      ? ''
      : ` into ${shortPath(terminal.cwd, path.resolve(terminal.cwd, options.out))}`
  terminal.err(dim(`Read as ${tool}${where}: ${left}\n`))
  return 0
}
