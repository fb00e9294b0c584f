/** `lectern check`: all messages of the decks, and where there is a browser, what it shows of them. Nothing is written. */
import { Checker, type Checked } from '../check/run-check.ts'
import { UsageError } from '../errors.ts'
import { exitCodeOf } from '../messages.ts'
import { findDecks, openProject } from '../project.ts'
import { FORMATS, formatMessages, summarize, type Format } from '../report.ts'
import { didYouMean } from '../suggest.ts'
import { duration, plural, progress, type Terminal } from '../terminal.ts'

export interface CheckOptions {
  format?: string
  strict?: boolean
  /** Whether slides are laid out and measured; default true, where there is a browser. */
  browser?: boolean
  /** Whether other sites are asked for what the decks link to; default false. */
  links?: boolean
  /** With `links`: also addresses of this machine and its network. */
  near?: boolean
}

/** Prints the messages of the decks that `paths` name; exit code 1 where there is an error (`strict`: a warning). */
export async function check(
  paths: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<number> {
  const start = performance.now()
  const { browser = true, links = false, near = false, strict = false } = options
  const format = checkFormat(options.format ?? 'pretty')
  const project = await openProject(terminal.cwd, paths)
  const sources = findDecks(project, terminal.cwd, paths)
  const step = progress(terminal)
  const checker = new Checker(project, { browser, links, near })
  let checked: Checked
  try {
    checked = await checker.check(sources, step.show)
  } finally {
    step.done()
    await checker.close()
  }
  const { messages, decks, notMeasured } = checked
  if (notMeasured)
    terminal.err(`Slides were not measured, for want of a browser ("lectern doctor" says more).\n`)
  terminal.out(formatMessages(messages, format, { root: project.root, colors: terminal.colors }))
  if (format === 'pretty') {
    const slides = decks.reduce((sum, { compiled }) => sum + compiled.slides.length, 0)
    const what = `${plural(decks.length, 'deck')}, ${plural(slides, 'slide')}`
    const how = notMeasured ? ', not measured' : ''
    terminal.out(`Checked ${what} in ${duration(performance.now() - start)}${how}: ${summarize(messages)}\n`)
  }
  return exitCodeOf(messages, strict)
}

function checkFormat(format: string): Format {
  if ((FORMATS as readonly string[]).includes(format)) return format as Format
  throw new UsageError(`--format takes ${FORMATS.join(', ')}, not "${format}".${didYouMean(format, FORMATS)}`)
}
