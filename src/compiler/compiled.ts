/** What the compiler gives: a slide's HTML by parts, and the deck as data. */
import type { VFileMessage } from 'vfile-message'
import type { Manifest } from '../shared/manifest.ts'
import type { DeckDefaults, DeckFacts } from './deck-facts.ts'
import type { Severities } from './diagnostics.ts'
import type { DeckStyle } from './look/deck-style.ts'
import type { CompilerPlugin } from './plugin.ts'

export interface CompiledSlide {
  slug: string
  /** Index in the manifest's sections. */
  section: number
  title: string
  /** Plain text of the slide without notes, for titles, search and tests. */
  text: string
  /** Attributes of the slide's `<section>` but for `id` and `data-source`: class, data-background-*, data-auto-animate … */
  attributes: Record<string, string>
  /** Inner HTML without notes; site URLs begin with `SITE_ROOT`. */
  html: string
  /** Inner HTML of `<aside class="notes">`, empty without notes. */
  notes: string
  steps: number
  /** `FILE:LINE`. */
  source: string
  hash: string
}

export interface Compiled {
  facts: DeckFacts
  manifest: Manifest
  slides: CompiledSlide[]
  messages: VFileMessage[]
  /** Site-relative URLs of the assets that the slides and their style sheet use. */
  assets: string[]
  /** The deck's own looks. */
  style: DeckStyle
}

export interface CompileOptions {
  /** The deck's name: its folder in the output. */
  name: string
  /** The file's path as messages and `data-source` show it. */
  path: string
  trustHtml?: boolean
  /** Hosts whose pages may stand in a slide. */
  iframeHosts?: readonly string[]
  /** What holds where the front matter says nothing else; `macros` are joined. */
  defaults?: DeckDefaults
  /** In place of the theme that front matter or `defaults` name. */
  theme?: string
  plugins?: readonly CompilerPlugin[]
  /** The project's own severity of single rules; what is off by default is reported only where it is named here. */
  rules?: Severities
}
