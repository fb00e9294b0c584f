/** What every transform and handler is given beside the tree. */
import type { Root } from 'mdast'
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import type { DeckFacts } from './deck-facts.ts'
import type { Host } from './host.ts'
import type { Included } from './include.ts'
import type { Place, RuleId, Severity } from './diagnostics.ts'

export interface Context {
  file: VFile
  host: Host
  /** The deck's parts, where it is made of several files. */
  included: Included
  facts: DeckFacts
  /** Whether the project's own config trusts the deck's raw HTML. */
  trustHtml: boolean
  /** Hosts whose pages may stand in a slide: `www.geogebra.org`. */
  iframeHosts: readonly string[]
  report(
    rule: RuleId,
    place: Place,
    reason: string,
    options?: { fix?: string; severity?: Severity; cause?: unknown },
  ): void
  /** Reads another file beside the deck; what is wrong with it is told at its own lines. */
  parsePart(path: string, text: string): { root: Root; report: Context['report'] }
  /** For what is wrong in a file that is no Markdown: `at` gives the place of a character in its text. */
  reportIn(path: string, text: string): { report: Context['report']; at(offset: number): Point }
  /** Keeps HTML that we made ourselves (KaTeX, Shiki) out of the sanitizer; gives a hast text node that stands for it. */
  trusted(html: string): { type: 'text'; value: string }
}

/** A step of stage 3: changes the deck in place. */
export type Transform = (deck: import('./deck.ts').Deck, context: Context) => void | Promise<void>
