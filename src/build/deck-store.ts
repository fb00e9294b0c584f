/** The decks of a run, compiled; each again only when its text or a file that it asked for has changed. */
import { readFileSync } from 'node:fs'
import type { Compiled } from '../compiler/compiled.ts'
import type { DeckFacts } from '../compiler/deck-facts.ts'
import { deckDefaults } from './config.ts'
import { EnvironmentError } from './errors.ts'
import { FigureStore } from './figures/figure-store.ts'
import { fileHost, AssetStore } from './file-host.ts'
import { HighlightThread } from './highlight-thread.ts'
import { stampOf } from './stamp.ts'
import { toWire } from './messages.ts'
import { deckNames, type DeckSource, type Project } from './project.ts'
import { DEFAULT_THEME, findTheme, themeNames, type Theme } from './themes.ts'
import { didYouMean } from './suggest.ts'
import type { WireMessage } from '../shared/markup.ts'

export interface BuiltDeck {
  source: DeckSource
  /** The text it was compiled from. */
  text: string
  compiled: Compiled
  theme: Theme
  /** Whether the project takes the deck's HTML as it is. */
  trusted: boolean
  messages: WireMessage[]
  /** The deck's file and those it asked for: absolute path → stamp (`''` where it was not there). */
  dependencies: ReadonlyMap<string, string>
}

export class DeckStore {
  readonly assets = new AssetStore()
  readonly #built = new Map<string, BuiltDeck>()
  readonly project: Project
  readonly #figures: FigureStore
  #thread: HighlightThread | undefined

  constructor(project: Project) {
    this.project = project
    this.#figures = new FigureStore(project.root)
  }

  /** The deck compiled from what its files hold now; the same object as before where nothing has changed. */
  async compile(source: DeckSource): Promise<BuiltDeck> {
    const last = this.#built.get(source.file)
    if (last && !isStale(last)) return last
    // Taken before reading, so that a write in between is found the next time.
    const stamp = stampOf(source.file)
    const text = readDeck(source).replace(/^\uFEFF/, '')
    const built = await this.#compile(source, text, stamp)
    this.#built.set(source.file, built)
    return built
  }

  /**
   * Compiles a deck once more and throws the result away: code that has run is compiled by the engine, so that the
   * first edit is shown as soon as the later ones.
   */
  async warm({ source, text }: BuiltDeck): Promise<void> {
    await this.#compile(source, text, '')
  }

  async #compile(source: DeckSource, text: string, stamp: string): Promise<BuiltDeck> {
    this.#thread ??= HighlightThread.for(text)
    this.#thread?.ahead(text)
    const { compile } = await import('../compiler/compile.ts')
    const { root, config, theme: given, themes } = this.project
    let names: Map<string, string> | undefined
    const nameOf = (file: string): string | undefined => (names ??= deckNames(this.project, source)).get(file)
    const host = fileHost(root, source.file, this.assets, this.#figures, nameOf)
    if (this.#thread) host.highlight = this.#thread.highlight
    const trust = config.trustHtml ?? false
    const trusted = Array.isArray(trust) ? trust.includes(source.name) : trust
    const compiled = await compile(text, host, {
      name: source.name,
      path: source.path,
      defaults: deckDefaults(config),
      ...(given !== undefined && { theme: given }),
      ...(config.plugins && { plugins: config.plugins }),
      ...(config.rules && { rules: config.rules }),
      iframeHosts: config.iframes ?? [],
      trustHtml: trusted,
    })
    const messages = compiled.messages.map((message) => toWire(message, source.path))
    const theme = findTheme(root, compiled.facts.theme, themes)
    if (!theme) messages.push(...unknownTheme(this.project, source, compiled.facts))
    return {
      source,
      text,
      compiled,
      theme: theme ?? findTheme(root, DEFAULT_THEME)!,
      trusted,
      messages,
      dependencies: new Map([...host.dependencies, [source.file, stamp]]),
    }
  }
}

/** Throws an environment error, with the code of the system's, where the deck cannot be read. */
function readDeck({ file, path }: DeckSource): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    if (typeof code !== 'string') throw cause
    throw Object.assign(new EnvironmentError(`${path} cannot be read: ${message}.`, { cause }), { code })
  }
}

/** Whether a file that the deck was made from is another by now. */
export function isStale(deck: BuiltDeck): boolean {
  return [...deck.dependencies].some(([file, stamp]) => stampOf(file) !== stamp)
}

function unknownTheme(
  { root, themes, config }: Project,
  source: DeckSource,
  { theme, places }: DeckFacts,
): WireMessage[] {
  const severity = config.rules?.['theme-unknown'] ?? 'error'
  if (severity === 'off') return []
  const names = themeNames(root, themes)
  const near = didYouMean(theme, names).trim()
  const { line = 1, column = 1 } = places.theme ?? {}
  return [
    {
      rule: 'theme-unknown',
      severity,
      reason: `There is no theme \`${theme}\``,
      fix: near || `Use one of: ${names.join(', ')}; or add themes/${theme}/theme.css.`,
      file: source.path,
      line,
      column,
    },
  ]
}
