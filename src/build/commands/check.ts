/** `lectern check`: all messages of the decks, nothing written. */
import { DeckStore } from '../deck-store.ts'
import { UsageError } from '../errors.ts'
import { exitCodeOf } from '../messages.ts'
import { findDecks, openProject } from '../project.ts'
import { FORMATS, formatMessages, summarize, type Format } from '../report.ts'
import { didYouMean } from '../suggest.ts'
import { duration, plural, progress, type Terminal } from '../terminal.ts'
import type { WireMessage } from '../../shared/markup.ts'

export interface CheckOptions {
  format?: string
  strict?: boolean
}

/** Prints the messages of the decks that `paths` name; exit code 1 where there is an error (`strict`: a warning). */
export async function check(
  paths: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<number> {
  const start = performance.now()
  const format = checkFormat(options.format ?? 'pretty')
  const project = await openProject(terminal.cwd, paths)
  const store = new DeckStore(project)
  const sources = findDecks(project, terminal.cwd, paths)
  const messages: WireMessage[] = []
  let slides = 0
  const step = progress(terminal)
  for (const source of sources) {
    step.show(`Checking ${source.path}`)
    const deck = await store.compile(source)
    messages.push(...deck.messages)
    slides += deck.compiled.slides.length
  }
  step.done()
  terminal.out(formatMessages(messages, format, { root: project.root, colors: terminal.colors }))
  if (format === 'pretty') {
    const what = `${plural(sources.length, 'deck')}, ${plural(slides, 'slide')}`
    terminal.out(`Checked ${what} in ${duration(performance.now() - start)}: ${summarize(messages)}\n`)
  }
  return exitCodeOf(messages, options.strict ?? false)
}

function checkFormat(format: string): Format {
  if ((FORMATS as readonly string[]).includes(format)) return format as Format
  throw new UsageError(`--format takes ${FORMATS.join(', ')}, not "${format}".${didYouMean(format, FORMATS)}`)
}
