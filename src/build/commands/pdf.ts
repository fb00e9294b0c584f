/** `lectern pdf`: decks as PDF, printed by a browser of the machine and made accessible afterwards. */
import path from 'node:path'
import { launchBrowser } from '../browser/launch.ts'
import { DeckStore, type BuiltDeck } from '../deck-store.ts'
import { UsageError } from '../errors.ts'
import { deckPdf } from '../export/deck-pdf.ts'
import { writeWhole } from '../export/write-file.ts'
import { exitCodeOf } from '../messages.ts'
import { shortPath } from '../paths.ts'
import { findDecks, openProject } from '../project.ts'
import { formatMessages } from '../report.ts'
import { duration, plural, progress, type Terminal } from '../terminal.ts'
import { runtimeBundle } from '../vite/runtime-bundle.ts'

export interface PdfCommandOptions {
  /** File to write; with several decks a folder. */
  output?: string
  browser?: string
  range?: string
  dark?: boolean
}

/** Writes a PDF for each deck that `paths` name. Exit code 1 where a deck has errors; its PDF is written even so. */
export async function pdf(
  paths: readonly string[],
  options: PdfCommandOptions,
  terminal: Terminal,
): Promise<number> {
  const project = await openProject(terminal.cwd, paths)
  const sources = findDecks(project, terminal.cwd, paths)
  const fileFor = outputFor(options.output, sources.length, terminal.cwd)
  const step = progress(terminal)
  step.show('Starting the browser')
  const starting = launchBrowser(options.browser)
  // Heard below; until then a browser that is missing must not end the process.
  starting.catch(() => undefined)
  const store = new DeckStore(project)
  const decks: BuiltDeck[] = []
  try {
    for (const source of sources) {
      step.show(`Compiling ${source.path}`)
      decks.push(await store.compile(source))
    }
    const { browser, noSandbox } = await starting
    if (noSandbox === 'unavailable')
      terminal.err('This system has no sandbox for browsers: the browser runs without one.\n')
    for (const deck of decks) {
      const start = performance.now()
      const { name } = deck.source
      const bundle = await runtimeBundle('print', deck.theme, project.root)
      const made = await deckPdf(
        browser,
        { deck, bundle, assets: store.assets.files, projectRoot: project.root },
        { range: options.range, scheme: options.dark ? 'dark' : 'light' },
        (what) => step.show(`${name}: ${what}`),
      )
      const file = fileFor(name)
      writeWhole(file, made.bytes)
      step.done()
      const size = `${(made.bytes.length / 1e6).toFixed(2)} MB`
      const facts = `${plural(made.pages, 'page')}, ${size}, ${duration(performance.now() - start)}`
      terminal.out(`${shortPath(terminal.cwd, file)}  ${terminal.colors.dim(facts)}\n`)
    }
  } finally {
    step.done()
    await starting.then(
      ({ browser }) => browser.close(),
      () => undefined,
    )
  }
  const messages = decks.flatMap((deck) => deck.messages)
  terminal.err(formatMessages(messages, 'pretty', { root: project.root, colors: terminal.colors }))
  return exitCodeOf(messages, false)
}

/** Where each deck's PDF goes. */
function outputFor(output: string | undefined, decks: number, cwd: string): (name: string) => string {
  if (output === undefined) return (name) => path.resolve(cwd, `${name}.pdf`)
  if (/\.pdf$/i.test(output)) {
    if (decks > 1)
      throw new UsageError(`--output names one file, and there are ${decks} decks. Name a folder.`)
    return () => path.resolve(cwd, output)
  }
  return (name) => path.resolve(cwd, output, `${name}.pdf`)
}
