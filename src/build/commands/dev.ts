/** `lectern dev`: the preview on the command line. */
import { EnvironmentError } from '../errors.ts'
import { formatMessages, summarize } from '../report.ts'
import { startPreview, type Preview, type PreviewOptions } from '../dev/preview.ts'
import { duration, plural, untilSignal, type Terminal } from '../terminal.ts'
import type { WireMessage } from '../../shared/markup.ts'

/** Runs the dev server until a signal ends it; then gives 0. */
export async function dev(
  paths: readonly string[],
  options: PreviewOptions,
  terminal: Terminal,
): Promise<number> {
  const { colors } = terminal
  let preview: Preview | undefined
  const tell = (messages: readonly WireMessage[]): void =>
    terminal.err(formatMessages(messages, 'pretty', { root: preview?.root ?? terminal.cwd, colors }))
  try {
    preview = await startPreview(terminal.cwd, paths, options, {
      opened: ({ messages }) => tell(messages),
      updated({ source, messages }, ms) {
        terminal.out(`${source.path} updated in ${duration(ms)}: ${summarize(messages)}\n`)
        tell(messages)
      },
      failed: (source, error) => terminal.err(`${source.path}: ${(error as Error).stack ?? String(error)}\n`),
    })
  } catch (error) {
    const port = /Port (\d+) is already in use/.exec((error as Error).message)?.[1]
    if (port) throw new EnvironmentError(`Port ${port} is taken. Name another by --port.`, { cause: error })
    throw error
  }
  const ended = untilSignal()
  terminal.out(`Preview of ${plural(preview.decks.length, 'deck')}: ${colors.cyan(preview.urls[0] ?? '')}\n`)
  for (const url of preview.urls.slice(1)) terminal.out(`  also ${url}\n`)
  for (const { name, path } of preview.decks)
    terminal.out(`  ${preview.urls[0]}${encodeURIComponent(name)}/  ${colors.dim(path)}\n`)
  terminal.out('Ctrl-C ends it.\n')
  await ended
  await preview.close()
  return 0
}
