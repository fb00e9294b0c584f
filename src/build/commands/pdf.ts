/**
 * `lectern pdf`: decks as PDF or as pictures, printed by a browser of the machine and made accessible afterwards. What is
 * not needed for starting the browser is loaded while it starts.
 */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from '../browser/browser.ts'
import { launchBrowser, NO_SANDBOX } from '../browser/launch.ts'
import { DeckStore, type BuiltDeck } from '../deck-store.ts'
import { EnvironmentError, UsageError } from '../errors.ts'
import type { PdfOptions, PdfSource } from '../export/deck-pdf.ts'
import { inkFor, readInk } from '../export/read-ink.ts'
import { checkWritable, writeWhole } from '../write-file.ts'
import { exitCodeOf } from '../messages.ts'
import { shortPath } from '../paths.ts'
import { findDecks, openProject } from '../project.ts'
import { formatMessages } from '../report.ts'
import { duration, plural, progress, type Terminal } from '../terminal.ts'
import { runtimeBundle } from '../vite/runtime-bundle.ts'
import { checkPdfOptions, type PdfCommandOptions } from './pdf-options.ts'

export type { PdfCommandOptions } from './pdf-options.ts'

/** Writes a PDF for each deck that `paths` name. Exit code 1 where a deck has errors; its PDF is written even so. */
export async function pdf(
  paths: readonly string[],
  options: PdfCommandOptions,
  terminal: Terminal,
): Promise<number> {
  const checked = checkPdfOptions(options)
  const project = await openProject(terminal.cwd, paths, options.theme)
  const sources = findDecks(project, terminal.cwd, paths)
  const placeOf = outputPlaces(options, sources.length, terminal.cwd)
  for (const { name } of sources) checkWritable(placeOf(name))
  const ink = options.ink === undefined ? undefined : readInk(options.ink, terminal.cwd, terminal.err)
  if (ink && sources.length > 1 && !sources.some(({ name }) => name === ink.deck))
    throw new UsageError(`--ink ${options.ink} holds strokes of "${ink.deck}", which is none of these decks.`)
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
    if (noSandbox === 'unavailable') terminal.err(NO_SANDBOX)
    for (const [at, deck] of decks.entries()) {
      const start = performance.now()
      const { name } = deck.source
      const bundle = await runtimeBundle('print', deck.theme, project.root)
      const source: PdfSource = { deck, bundle, assets: store.assets.files, projectRoot: project.root }
      const tell = (what: string): void => step.show(`${name}: ${what}`)
      const slugs = deck.compiled.slides.map(({ slug }) => slug)
      const strokes = ink && inkFor(ink, name, slugs, decks.length === 1, terminal.err)
      const wanted = { ...checked, ...(strokes && { ink: strokes }) }
      const made = options.png
        ? await writePictures(browser, source, placeOf(name), wanted, tell)
        : await writeOne(browser, source, placeOf(name), wanted, tell, at === decks.length - 1)
      step.done()
      const place = shortPath(terminal.cwd, placeOf(name))
      terminal.out(`${place}  ${terminal.colors.dim(`${made}, ${duration(performance.now() - start)}`)}\n`)
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

/** Gives what was made, in words. With the last deck the browser ends while the rest is done. */
async function writeOne(
  browser: Browser,
  source: PdfSource,
  place: string,
  options: PdfOptions,
  tell: (what: string) => void,
  isLast: boolean,
): Promise<string> {
  const { printDeck } = await import('../export/deck-pdf.ts')
  const finish = await printDeck(browser, source, options, tell)
  const closing = isLast ? browser.close() : undefined
  const { bytes, pages } = await finish()
  writeWhole(place, bytes)
  await closing
  return `${plural(pages, 'page')}, ${(bytes.length / 1e6).toFixed(2)} MB`
}

async function writePictures(
  browser: Browser,
  source: PdfSource,
  place: string,
  options: PdfOptions & { scale: number },
  tell: (what: string) => void,
): Promise<string> {
  try {
    mkdirSync(place, { recursive: true })
  } catch (cause) {
    throw new EnvironmentError(`${place} cannot be written: ${(cause as Error).message}.`, { cause })
  }
  const { deckImages } = await import('../export/deck-images.ts')
  const pictures = await deckImages(browser, source, options, ({ name, bytes }) => {
    tell(name)
    writeWhole(path.join(place, name), bytes)
  })
  return plural(pictures, 'picture')
}

/** Where each deck's PDF, or the folder with its pictures, goes. */
function outputPlaces(
  { output, png = false }: PdfCommandOptions,
  decks: number,
  cwd: string,
): (name: string) => string {
  const ending = png ? '' : '.pdf'
  if (output === undefined) return (name) => path.resolve(cwd, `${name}${ending}`)
  const one = png ? decks === 1 : /\.pdf$/i.test(output)
  if (one && decks > 1)
    throw new UsageError(`--output names one file, and there are ${decks} decks. Name a folder.`)
  return one ? () => path.resolve(cwd, output) : (name) => path.resolve(cwd, output, `${name}${ending}`)
}
