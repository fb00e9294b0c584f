/**
 * `lectern check`: all messages of the decks, and where there is a browser, what it shows of them. Nothing is written but
 * a baseline, where that is asked for.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { compare, readBaseline, renewed, writeBaseline, type Known } from '../check/baseline.ts'
import { Checker, type Checked } from '../check/run-check.ts'
import { tellCheck, type Told } from '../check/tell-check.ts'
import { watchCheck } from '../check/watch-check.ts'
import { UsageError } from '../errors.ts'
import { exitCodeOf } from '../messages.ts'
import { shortPath } from '../paths.ts'
import { findDecks, openProject, type DeckSource } from '../project.ts'
import { FORMATS, type Format } from '../report.ts'
import { didYouMean } from '../suggest.ts'
import { plural, progress, untilSignal, type Terminal } from '../terminal.ts'

export interface CheckOptions {
  format?: string
  /** Theme of all decks, whatever they name themselves. */
  theme?: string
  strict?: boolean
  /** Whether slides are laid out and measured; default true, where there is a browser. */
  browser?: boolean
  /** Whether other sites are asked for what the decks link to; default false. */
  links?: boolean
  /** With `links`: also addresses of this machine and its network. */
  near?: boolean
  /** File of what is known and not told again. */
  baseline?: string
  updateBaseline?: boolean
  watch?: boolean
  /** What ends `watch`; default a signal. */
  until?: Promise<void>
}

/** Prints the messages of the decks that `paths` name; exit code 1 where there is an error (`strict`: a warning). */
export async function check(
  paths: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<number> {
  const { browser = true, links = false, near = false, strict = false } = options
  const format = checkFormat(options.format ?? 'pretty')
  checkTogether(options, format)
  const project = await openProject(terminal.cwd, paths, options.theme)
  const decks = (): DeckSource[] => findDecks(project, terminal.cwd, paths)
  const baseline = options.baseline === undefined ? undefined : path.resolve(terminal.cwd, options.baseline)
  const known = (): Known[] => (baseline === undefined ? [] : readBaseline(baseline, terminal.cwd))
  const checker = new Checker(project, { browser, links, near })
  const told: Told = { format, root: project.root, terminal }
  try {
    if (options.watch) {
      const until = options.until ?? untilSignal()
      await watchCheck({ find: decks, look: (found) => look(checker, found, terminal), known, told, until })
      return 0
    }
    const start = performance.now()
    if (baseline !== undefined && options.updateBaseline) {
      const old = existsSync(baseline) ? known() : []
      const { messages, looked } = await look(checker, decks(), terminal)
      const fresh = renewed(messages, old, looked)
      writeBaseline(baseline, fresh)
      const count = fresh.reduce((sum, one) => sum + (one.count ?? 1), 0)
      terminal.out(`${shortPath(terminal.cwd, baseline)}: ${plural(count, 'message')} set aside.\n`)
      return 0
    }
    const old = known()
    const checked = await look(checker, decks(), terminal)
    const compared = compare(checked.messages, old, checked.looked)
    tellCheck(checked, compared, performance.now() - start, told)
    return exitCodeOf(compared.fresh, strict)
  } finally {
    await checker.close()
  }
}

async function look(checker: Checker, sources: readonly DeckSource[], terminal: Terminal): Promise<Checked> {
  const step = progress(terminal)
  try {
    return await checker.check(sources, step.show)
  } finally {
    step.done()
  }
}

function checkFormat(format: string): Format {
  if ((FORMATS as readonly string[]).includes(format)) return format as Format
  throw new UsageError(`--format takes ${FORMATS.join(', ')}, not "${format}".${didYouMean(format, FORMATS)}`)
}

function checkTogether({ watch, baseline, updateBaseline }: CheckOptions, format: Format): void {
  if (watch && format !== 'pretty') throw new UsageError(`--watch and --format ${format} exclude each other.`)
  if (watch && updateBaseline) throw new UsageError('--watch and --update-baseline exclude each other.')
  if (updateBaseline && baseline === undefined)
    throw new UsageError('--update-baseline needs --baseline FILE: the file to write.')
}
