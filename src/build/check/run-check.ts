/** Everything that `lectern check` looks at, for the decks that it is given; nothing is written or printed. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { shownRules } from '../../compiler/diagnostics.ts'
import type { WireMessage } from '../../shared/markup.ts'
import { DeckStore, type BuiltDeck } from '../deck-store.ts'
import type { Browser } from '../browser/browser.ts'
import { launchBrowser } from '../browser/launch.ts'
import { EnvironmentError } from '../errors.ts'
import { pluginRuntimes } from '../plugins.ts'
import { findDecks, type DeckSource, type Project } from '../project.ts'
import type { Runtimes } from '../site.ts'
import { runtimeBundles, withPlugins } from '../vite/runtime-bundle.ts'
import type { Answer } from './ask-address.ts'
import type { Looked } from './baseline.ts'
import { externalLinks } from './external-links.ts'
import { messagesOf, type Finding } from './finding.ts'
import { internalLinks } from './internal-links.ts'
import { locator, slideAt } from './locate.ts'
import { measureSlides } from './measure-slides.ts'

/** How long (ms) a site has to answer for a link to it. */
const LINK_TIMEOUT = 10_000

export interface Looks {
  /** Whether slides are laid out and measured, where there is a browser. */
  browser: boolean
  /** Whether other sites are asked for what the decks link to. */
  links: boolean
  /** Whether addresses of this machine and its network are asked, too. */
  near?: boolean
}

export interface Checked {
  messages: WireMessage[]
  decks: BuiltDeck[]
  looked: Looked
  /** Why nothing was measured, where that was wished for. */
  notMeasured?: EnvironmentError
}

/** What only a browser tells, or it too. */
const BROWSER_RULES = new Set(['slide-overflow', 'type-small', ...Object.keys(shownRules)])
BROWSER_RULES.delete('link-external')

/** Keeps what it has seen from one look to the next: only a deck that has changed is compiled and measured again. */
export class Checker {
  readonly #project: Project
  readonly #looks: Looks
  readonly #store: DeckStore
  readonly #runtimes = new Map<string, Runtimes>()
  readonly #measured = new WeakMap<BuiltDeck, Finding[]>()
  readonly #answers = new Map<string, Answer>()
  #browser: Promise<Browser> | undefined
  #closed = false

  constructor(project: Project, looks: Looks) {
    this.#project = project
    this.#looks = looks
    this.#store = new DeckStore(project)
  }

  /** Compiles `sources` and looks at them; `tell` hears what is being done. */
  async check(sources: readonly DeckSource[], tell: (what: string) => void): Promise<Checked> {
    // Starting the browser takes about as long as compiling; what goes wrong with it is told when it is needed.
    if (this.#looks.browser) this.#open().catch(() => undefined)
    const decks: BuiltDeck[] = []
    for (const source of sources) {
      tell(`Checking ${source.path}`)
      decks.push(await this.#store.compile(source))
    }
    const names = this.#names(decks)
    const assets = this.#store.assets.files
    const found = decks.map((deck) => internalLinks(deck, { decks, names, assets }))
    if (this.#looks.links) {
      const options = { timeout: LINK_TIMEOUT, ...(this.#looks.near && { near: true }) }
      add(found, await externalLinks(decks, options, this.#answers, (what) => tell(`Asking for ${what}`)))
    }
    let notMeasured: EnvironmentError | undefined
    if (this.#looks.browser && decks.length > 0) {
      try {
        const fresh = decks.filter((deck) => !this.#measured.has(deck))
        const measured = fresh.length > 0 ? await this.#measure(fresh, tell) : []
        for (const [at, deck] of fresh.entries()) this.#measured.set(deck, measured[at]!)
        add(
          found,
          decks.map((deck) => this.#measured.get(deck)!),
        )
      } catch (error) {
        if (!(error instanceof EnvironmentError)) throw error
        notMeasured = error
      }
    }
    const messages = decks.flatMap((deck, at) => this.#messages(deck, found[at]!))
    const looked = this.#looked(decks, this.#looks.browser && !notMeasured)
    return { messages, decks, looked, ...(notMeasured && { notMeasured }) }
  }

  #looked(decks: readonly BuiltDeck[], measured: boolean): Looked {
    const { root } = this.#project
    const files = new Set(decks.flatMap((deck) => [...deck.dependencies.keys()]))
    return {
      file: (written) => {
        const file = path.resolve(root, written)
        return files.has(file) || !existsSync(file)
      },
      rule: (rule) =>
        (measured || !BROWSER_RULES.has(rule)) && (this.#looks.links || rule !== 'link-external'),
    }
  }

  /** Ends the browser, and with it a look that is under way. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#browser?.then((browser) => browser.close()).catch(() => undefined)
  }

  #messages(deck: BuiltDeck, found: readonly Finding[]): WireMessage[] {
    const { root, config } = this.#project
    const own = deck.messages.map((message) => {
      const slide = slideAt(deck, message)
      return slide === undefined ? message : { ...message, slide }
    })
    return [...own, ...messagesOf(found, locator(deck, root), config.rules ?? {})]
  }

  /** The project's decks and those at hand, which may lie elsewhere. */
  #names(decks: readonly BuiltDeck[]): string[] {
    const own = decks.map(({ source }) => source.name)
    try {
      return [
        ...new Set([...own, ...findDecks(this.#project, this.#project.root, []).map(({ name }) => name)]),
      ]
    } catch {
      // A project without a folder of decks: those at hand are all.
      return own
    }
  }

  /** The browser, started where there is none or it has ended. */
  async #open(): Promise<Browser> {
    const last = await this.#browser?.catch(() => undefined)
    if (!last?.isConnected())
      this.#browser = this.#closed ? undefined : launchBrowser().then(({ browser }) => browser)
    if (!this.#browser) throw new Error('The check has been closed')
    return this.#browser
  }

  async #measure(decks: readonly BuiltDeck[], tell: (what: string) => void): Promise<Finding[][]> {
    const { root, config } = this.#project
    tell('Measuring slides')
    const parts = pluginRuntimes(root, config.plugins)
    for (const { theme } of decks) {
      if (this.#runtimes.has(theme.name)) continue
      const all = await runtimeBundles(theme, root)
      this.#runtimes.set(theme.name, { ...all, lecture: await withPlugins(all.lecture, parts, root) })
    }
    const browser = await this.#open()
    const measured = {
      decks,
      runtimes: this.#runtimes,
      assets: this.#store.assets.files,
      plugins: parts.length > 0,
      projectRoot: root,
    }
    return measureSlides(browser, measured, (what) => tell(`Measuring ${what}`))
  }
}

function add(to: Finding[][], more: readonly Finding[][]): void {
  for (const [at, findings] of more.entries()) to[at]!.push(...findings)
}
