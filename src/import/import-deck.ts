/** Decks of other tools into Lectern's Markdown. Text in, text out. */
import { rankHeadings } from './headings.ts'
import { fromMarp } from './marp.ts'
import { fromQuarto } from './quarto.ts'
import { fromRemark } from './remark.ts'
import { fromRevealMd } from './reveal-md.ts'
import { fromSlidev } from './slidev.ts'
import { type Remark, type SourceDeck, writeDeck } from './source-deck.ts'

const importers = {
  marp: fromMarp,
  slidev: fromSlidev,
  'reveal-md': fromRevealMd,
  quarto: fromQuarto,
  remark: fromRemark,
} satisfies Record<string, (source: string) => SourceDeck>

export type Tool = keyof typeof importers

export const tools = Object.keys(importers) as Tool[]

export interface Imported {
  tool: Tool
  text: string
  /** What could not be translated, by its line in the source. */
  remarks: Remark[]
}

/** Translates a deck that was written for `tool`, or for the one that its text speaks of most. */
export function importDeck(source: string, tool: Tool = detectTool(source)): Imported {
  const deck = importers[tool](source)
  if (tool !== 'quarto') rankHeadings(deck)
  return { tool, text: writeDeck(deck), remarks: deck.remarks.sort((a, b) => a.line - b.line) }
}

const signs: Record<Tool, readonly RegExp[]> = {
  marp: [
    /^marp:\s*true/m,
    /!\[[^\]]*\bbg\b[^\]]*\]\(/,
    /<!--\s*_?(?:class|paginate|backgroundColor)\s*:/,
    /^headingDivider:/m,
  ],
  slidev: [
    /<\/?v-clicks?\b/,
    /^---\n(?:[\w-]+:.*\n)*layout:/m,
    /^(?:drawings|mdc|highlighter|fonts):/m,
    /^::(?:right|left)::$/m,
  ],
  'reveal-md': [
    /^(?:revealOptions|separator|verticalSeparator|highlightTheme):/m,
    /<!--\s*\.(?:slide|element)\s*:/,
    /^Notes?:/m,
    /^(?:----|---v|<!--\s*[sv]\s*-->)\s*$/m,
  ],
  quarto: [
    /^format:/m,
    /^```\{(?:r|python|julia|ojs)\b/m,
    /\{\{<\s*\w/,
    /^:{3,}\s*\{?\.?(?:columns|incremental|notes|callout)/m,
    /^#\|/m,
  ],
  remark: [
    /^(?:class|name|layout|count|template):\s*\S.*$/m,
    /^\?\?\?\s*$/m,
    /^--\s*$/m,
    /(?:^|\s)\.[a-z][\w-]*\[/m,
  ],
}

/** The tool with most of its signs in the text; where there are none `reveal-md`, the plainest, or `quarto` for headings alone. */
export function detectTool(source: string): Tool {
  if (/^\s*<\/section>\s*<section\b/m.test(source)) return 'reveal-md'
  const body = source.replace(/^---\n[^]*?\n---\n/, '')
  const cut = /^(?:-{3,}v?|<!--\s*[sv]\s*-->)\s*$/m.test(body)
  // Slides by headings alone: reveal-md and remark know none.
  const candidates = cut ? tools : tools.filter((tool) => tool !== 'reveal-md' && tool !== 'remark')
  const counts = candidates.map((tool) => signs[tool].filter((sign) => sign.test(source)).length)
  const most = Math.max(...counts)
  if (most === 0) return cut ? 'reveal-md' : 'quarto'
  return candidates[counts.indexOf(most)]!
}
