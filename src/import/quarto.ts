/** Pandoc and Quarto: most of it is Lectern's own spelling; cells that run code, shortcodes and settings are not. */
import { cutDeck, factsOf, mapLines, takeFact, type SourceDeck } from './source-deck.ts'

const settings = [
  'format',
  'execute',
  'engine',
  'knitr',
  'jupyter',
  'output',
  'editor',
  'params',
  'filters',
  'toc',
  'toc-depth',
  'slide-level',
  'documentclass',
  'classoption',
  'header-includes',
  'include-before',
  'theme',
  'css',
  'fontsize',
  'geometry',
  'link-citations',
  'echo',
  'revealjs-plugins',
  'section-titles',
  'highlight-style',
  'aspectratio',
  'pagetitle',
]

/** Reads a deck of Pandoc or Quarto. */
export function fromQuarto(source: string): SourceDeck {
  const deck = cutDeck(source, () => false)
  const { aspectratio, format } = factsOf(deck)
  for (const key of settings) takeFact(deck, key)
  if (String(aspectratio) === '43') deck.facts.set('aspect-ratio', '4:3')
  if (JSON.stringify(format ?? '').includes('"incremental":true')) deck.facts.set('incremental', true)
  for (const slide of deck.slides) slide.lines = lowered(slide.lines)
  for (const slide of deck.slides) {
    let cell = false
    slide.lines = mapLines(slide.lines, (line, index, fenced) => {
      const at = slide.first + index
      if (fenced) {
        // Settings of a cell, not code.
        if (cell && /^\s*(?:#|\/\/|%%)\|/.test(line)) return []
        return undefined
      }
      const run = /^(\s*`{3,})\s*\{(\w+)([^}]*)\}\s*$/.exec(line)
      cell = run !== null && !['mermaid', 'dot'].includes(run[2]!)
      if (run) {
        if (cell)
          deck.remarks.push({
            line: at,
            reason: `Code in \`${run[2]}\` is shown and not run: add what it prints`,
          })
        return `${run[1]}${run[2]}`
      }
      if (/^\s*`{3,}/.test(line)) return undefined
      return shortcodes(line, at, deck)
    })
  }
  return deck
}

function shortcodes(line: string, at: number, deck: SourceDeck): string | undefined {
  const changed = line.replace(
    /\{\{<\s*(\w[\w-]*)\s*([^>]*?)\s*>\}\}/g,
    (whole, name: string, rest: string) => {
      const [target = ''] = rest.split(/\s+/)
      if (name === 'include') return `::include{file="${target}"}`
      if (name === 'video') return /^https?:/.test(target) ? `[${target}](${target})` : `![](${target})`
      if (name === 'pagebreak') return '---'
      deck.remarks.push({ line: at, reason: `The shortcode \`${name}\` means nothing here` })
      return whole
    },
  )
  if (/`r [^`]+`/.test(changed))
    deck.remarks.push({ line: at, reason: 'A value is worked out here: write the value itself' })
  return changed === line ? undefined : changed
}

/** Where slides begin with `#`, as Pandoc has it, they go one rank down; what is marked `.section` opens one. */
function lowered(lines: string[]): string[] {
  const counts = [0, 0]
  mapLines(lines, (line, _index, fenced) => {
    const depth = fenced ? 0 : (/^(#{1,2})\s/.exec(line)?.[1]!.length ?? 0)
    if (depth > 0) counts[depth - 1]! += 1
    return undefined
  })
  if (counts[0]! <= counts[1]! || counts[0]! < 4) return lines
  return mapLines(lines, (line, _index, fenced) => {
    const match = fenced ? null : /^(#{1,5})(\s.*)$/.exec(line)
    if (!match || (match[1] === '#' && /\{[^}]*\.(?:section|title-slide)\b/.test(match[2]!))) return undefined
    return `#${line}`
  })
}
