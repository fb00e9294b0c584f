/** `lectern check`: all messages of the decks, and where there is a browser, what it shows of them. Nothing is written. */
import { launchBrowser } from '../browser/launch.ts'
import { measureSlides } from '../check/measure-slides.ts'
import { DeckStore, type BuiltDeck } from '../deck-store.ts'
import { EnvironmentError, UsageError } from '../errors.ts'
import { exitCodeOf } from '../messages.ts'
import { pluginRuntimes } from '../plugins.ts'
import { findDecks, openProject, type Project } from '../project.ts'
import { FORMATS, formatMessages, summarize, type Format } from '../report.ts'
import { didYouMean } from '../suggest.ts'
import { duration, plural, progress, type Terminal } from '../terminal.ts'
import type { Runtimes } from '../site.ts'
import { runtimeBundles, withPlugins } from '../vite/runtime-bundle.ts'
import type { WireMessage } from '../../shared/markup.ts'

export interface CheckOptions {
  format?: string
  strict?: boolean
  /** Whether slides are laid out and measured; default true, where there is a browser. */
  browser?: boolean
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
  const decks: BuiltDeck[] = []
  let slides = 0
  const step = progress(terminal)
  for (const source of sources) {
    step.show(`Checking ${source.path}`)
    const deck = await store.compile(source)
    messages.push(...deck.messages)
    slides += deck.compiled.slides.length
    decks.push(deck)
  }
  let measured = false
  if (options.browser ?? true) {
    try {
      messages.push(...(await measure(project, store, decks, (what) => step.show(`Measuring ${what}`))))
      measured = true
    } catch (error) {
      if (!(error instanceof EnvironmentError)) throw error
      step.done()
      terminal.err(`Slides were not measured, for want of a browser ("lectern doctor" says more).\n`)
    }
  }
  step.done()
  terminal.out(formatMessages(messages, format, { root: project.root, colors: terminal.colors }))
  if (format === 'pretty') {
    const what = `${plural(sources.length, 'deck')}, ${plural(slides, 'slide')}`
    const how = measured ? '' : ', not measured'
    terminal.out(`Checked ${what} in ${duration(performance.now() - start)}${how}: ${summarize(messages)}\n`)
  }
  return exitCodeOf(messages, options.strict ?? false)
}

function checkFormat(format: string): Format {
  if ((FORMATS as readonly string[]).includes(format)) return format as Format
  throw new UsageError(`--format takes ${FORMATS.join(', ')}, not "${format}".${didYouMean(format, FORMATS)}`)
}

async function measure(
  project: Project,
  store: DeckStore,
  decks: readonly BuiltDeck[],
  tell: (what: string) => void,
): Promise<WireMessage[]> {
  if (decks.length === 0) return []
  tell('slides')
  const { browser } = await launchBrowser()
  try {
    const runtimes = new Map<string, Runtimes>()
    const parts = pluginRuntimes(project.root, project.config.plugins)
    for (const { theme } of decks) {
      if (runtimes.has(theme.name)) continue
      const all = await runtimeBundles(theme, project.root)
      runtimes.set(theme.name, { ...all, lecture: await withPlugins(all.lecture, parts, project.root) })
    }
    const severities = project.config.rules ?? {}
    return await measureSlides(browser, { decks, runtimes, assets: store.assets.files, severities }, tell)
  } finally {
    await browser.close()
  }
}
