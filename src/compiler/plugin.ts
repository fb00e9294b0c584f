/** What a project may add to the compiler: `plugins: [definePlugin({ … })]` in `lectern.config`. */
import type { Root as HastRoot } from 'hast'
import type { Root } from 'mdast'
import type { Handlers } from 'mdast-util-to-hast'
import type { Slide } from './deck.ts'
import type { DeckFacts } from './deck-facts.ts'
import type { Place, Severity } from './diagnostics.ts'
import type { Directive } from './directives/directive.ts'

/** What a plugin's step is given beside the tree. */
export interface PluginTools {
  /** The deck's front matter. */
  facts: DeckFacts
  /** The text of a file beside the deck, or undefined. */
  read(path: string): string | undefined
  /** Tells the author something at a place; rule `plugin-message`, a warning unless said otherwise. */
  report(place: Place, reason: string, options?: { fix?: string; severity?: Severity }): void
}

/** Changes the Markdown tree of the whole deck, before it is cut into slides. */
export type RemarkStep = (tree: Root, tools: PluginTools) => void | Promise<void>
/** Changes the HTML tree of one slide, or of its notes, before it is sanitized. */
export type RehypeStep = (
  tree: HastRoot,
  slide: Pick<Slide, 'slug' | 'title' | 'layout'>,
  tools: PluginTools,
) => void

/** The part of a plugin that the compiler runs. */
export interface CompilerPlugin {
  /** Names it in messages. */
  name: string
  /** They join the table: validation and "did you mean" come from their declarations. */
  directives?: readonly Directive[]
  remark?: readonly RemarkStep[]
  rehype?: readonly RehypeStep[]
  /** By node type; they come before Lectern's own. */
  handlers?: Handlers
}

export interface LecternPlugin extends CompilerPlugin {
  /**
   * A module for the lecture page, relative to the project (or a `file:` URL). It exports `start(lecture)`, which is
   * given the open deck; its styles are taken along.
   */
  runtime?: string | URL
  /** A folder with `theme.css`, relative to the project: decks ask for it by the folder's name. */
  theme?: string | URL
}

/** Types a plugin. Gives it back unchanged. */
export function definePlugin<T extends LecternPlugin>(plugin: T): T {
  return plugin
}
