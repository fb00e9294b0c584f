/** `lectern build`: the static site of the decks. */
import path from 'node:path'
import { DeckStore, type BuiltDeck } from '../deck-store.ts'
import { changesText, sinceLastBuild, type DeckChanges } from '../last-build.ts'
import { exitCodeOf, sortMessages } from '../messages.ts'
import { checkOutput, writeOutput, type OutputFile } from '../output.ts'
import { isWholeAddress } from '../pages/cover.ts'
import { shortPath } from '../paths.ts'
import { pluginRuntimes } from '../plugins.ts'
import { findDecks, openProject } from '../project.ts'
import { formatMessages, summarize } from '../report.ts'
import { siteFiles, type Runtimes } from '../site.ts'
import { duration, plural, progress, type Terminal } from '../terminal.ts'
import { DEFAULT_THEME, findTheme } from '../themes.ts'
import { UsageError } from '../errors.ts'
import { runtimeBundles, withPlugins, type RuntimeBundle } from '../vite/runtime-bundle.ts'

/** How many messages a build prints. */
const MOST_MESSAGES = 30

export interface BuildOptions {
  /** Output folder relative to the working folder. */
  out?: string
  /** The address that the site will have, for canonical links. */
  base?: string
  singleFile?: boolean
  /** Each deck's PDF beside its pages. */
  pdf?: boolean
  strict?: boolean
  /** Theme of all decks, whatever they name themselves. */
  theme?: string
}

/**
 * Builds the decks that `paths` name. The pages are written even where a deck has errors, with something visible in
 * place; the exit code then is 1 (with `strict`, for warnings too).
 */
export async function build(
  paths: readonly string[],
  options: BuildOptions,
  terminal: Terminal,
): Promise<number> {
  const start = performance.now()
  const project = await openProject(terminal.cwd, paths, options.theme)
  const sources = findDecks(project, terminal.cwd, paths)
  const out = options.out === undefined ? project.out : path.resolve(terminal.cwd, options.out)
  checkOutput(out, [project.root, ...sources.map(({ file }) => file)])
  const base = checkBase(options.base)

  const store = new DeckStore(project)
  const bundles = new Map<string, Promise<Runtimes>>()
  const bundleFor = (name: string): void => {
    const theme = findTheme(project.root, name, project.themes)
    if (theme && !bundles.has(name)) bundles.set(name, runtimeBundles(theme, project.root))
  }
  // Vite works in threads of its own while the decks are compiled.
  bundleFor(DEFAULT_THEME)

  const step = progress(terminal)
  const decks: BuiltDeck[] = []
  for (const [at, source] of sources.entries()) {
    step.show(`Compiling ${source.path} (${at + 1} of ${sources.length})`)
    const deck = await store.compile(source)
    bundleFor(deck.theme.name)
    decks.push(deck)
  }
  step.show('Bundling the runtime')
  const made = new Map<string, Runtimes>()
  const parts = pluginRuntimes(project.root, project.config.plugins)
  for (const { theme } of decks) {
    if (made.has(theme.name)) continue
    const all = await bundles.get(theme.name)!
    made.set(theme.name, { ...all, lecture: await withPlugins(all.lecture, parts, project.root) })
  }
  let prints: ReadonlyMap<string, OutputFile> = new Map()
  const wanted = { pdfs: options.pdf ?? false, covers: isWholeAddress(base), base }
  if (wanted.pdfs || wanted.covers) {
    const { sitePrints } = await import('../export/site-prints.ts')
    const bundleOf = (theme: string): RuntimeBundle => made.get(theme)!.print
    prints = await sitePrints(decks, bundleOf, store, wanted, step.show, terminal.err)
  }
  const singleFile = options.singleFile ?? false
  const named = decks.map((deck) => sinceLastBuild(deck, out))
  const files = await siteFiles(
    named.map(({ deck }) => deck),
    made,
    store.assets.files,
    { singleFile, base, prints, projectRoot: project.root },
  )
  step.show('Writing')
  writeOutput(out, files)
  step.done()

  const messages = decks.flatMap((deck) => deck.messages)
  const first = sortMessages(messages).slice(0, MOST_MESSAGES)
  terminal.err(formatMessages(first, 'pretty', { root: project.root, colors: terminal.colors }))
  const more = messages.length - first.length
  if (more > 0) terminal.err(`\n… and ${plural(more, 'more message')}: "lectern check" prints all.\n`)
  tellOutput(named, out, performance.now() - start, summarize(messages), options.pdf ?? false, terminal)
  return exitCodeOf(messages, options.strict ?? false)
}

function checkBase(base = ''): string {
  if (base === '' || base.startsWith('/')) return base
  if (URL.canParse(base) && /^https?:/.test(base)) return base
  throw new UsageError(
    `--base takes an address such as https://example.org/course/ or a path such as /course/, not "${base}".`,
  )
}

function tellOutput(
  built: readonly { deck: BuiltDeck; changes?: DeckChanges }[],
  out: string,
  ms: number,
  summary: string,
  pdf: boolean,
  terminal: Terminal,
): void {
  const { colors } = terminal
  const shown = (...parts: string[]): string => shortPath(terminal.cwd, path.join(out, ...parts))
  const decks = built.map(({ deck }) => deck)
  const slides = decks.reduce((sum, { compiled }) => sum + compiled.slides.length, 0)
  terminal.out(`${shown('index.html')}\n`)
  for (const {
    deck: { compiled },
    changes,
  } of built) {
    const file = shown(compiled.manifest.deck, 'index.html')
    terminal.out(`${file}  ${colors.dim(plural(compiled.slides.length, 'slide'))}\n`)
    if (pdf) terminal.out(`${shown(compiled.manifest.deck, `${compiled.manifest.deck}.pdf`)}\n`)
    const since = changes && changesText(changes)
    if (since) terminal.out(colors.dim(`  since the last build:\n${since}`))
  }
  terminal.out(
    `${colors.green('Built')} ${plural(decks.length, 'deck')}, ${plural(slides, 'slide')} in ${duration(ms)}: ${summary}\n`,
  )
  const command = { darwin: 'open', win32: 'start' }[process.platform as string] ?? 'xdg-open'
  terminal.out(`Look at it: ${command} ${shown('index.html')}\n`)
}
