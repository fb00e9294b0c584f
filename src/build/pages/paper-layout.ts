/** Slides on sheets of paper: handouts with room to write, and slides with their notes. */
import type { CompiledSlide } from '../../compiler/compiled.ts'
import type { Manifest } from '../../shared/manifest.ts'
import { attributesHtml, escapeHtml, resolveSiteUrls } from './html.ts'
import type { PrintOptions } from './print-page.ts'

export const papers = {
  a4: { name: 'A4', width: 210, height: 297 },
  letter: { name: 'letter', width: 215.9, height: 279.4 },
} as const
export type Paper = keyof typeof papers

export const slidesPerPage = [1, 2, 3, 4, 6] as const
export type SlidesPerPage = (typeof slidesPerPage)[number]

/** What stands beside a slide of a handout. */
export const companions = ['lines', 'notes', 'nothing'] as const
export type Companion = (typeof companions)[number]

export interface PaperLayout {
  kind: 'handout' | 'notes'
  paper: Paper
  perPage: SlidesPerPage
  beside: Companion
  dark: boolean
}

/** Margins in mm. */
const MARGIN = { top: 20, bottom: 18, side: 16 }
const PX_PER_MM = 96 / 25.4
/** Between cells and between a slide and its notes, in px. */
const GAP = 22

/** How the slides of a deck are set on paper. `numbers` are those of the slides in the whole deck. */
export function paperLayout(
  manifest: Manifest,
  slides: readonly CompiledSlide[],
  numbers: readonly number[],
  layout: PaperLayout,
  rewrite: (html: string) => string,
  root: string,
): Pick<PrintOptions, 'look' | 'paper' | 'arrange'> {
  const { kind, dark } = layout
  const { cell, scale, beside } = geometry(manifest.stage, layout)
  const withNotes = kind === 'notes' || layout.beside === 'notes'
  const side = (slide: CompiledSlide): string => {
    if (withNotes)
      return `<div class="cell-notes">${slide.notes ? rewrite(resolveSiteUrls(slide.notes, root)) : ''}</div>`
    return layout.beside === 'lines'
      ? `<div class="cell-lines" aria-hidden="true">${'<i></i>'.repeat(40)}</div>`
      : ''
  }
  const style = `--cell-height:${cell}px;--sheet-scale:${scale}`
  return {
    look: `pdf paper ${kind}${beside ? ' beside' : ''}${layout.perPage === 6 ? ' pairs' : ''}${dark ? ' dark-sheets' : ''}`,
    paper: pageRule(manifest, layout),
    arrange: (sheets) => {
      const cells = sheets.map((sheet, at) => {
        const number = `<p class="cell-number">${numbers[at] ?? ''}</p>`
        return `<section class="cell"${attributesHtml({ style })}><div class="cell-sheet">${sheet}</div><div class="cell-side">${number}${slides[at] ? side(slides[at]) : ''}</div></section>`
      })
      return cells.join('\n')
    },
  }
}

interface Geometry {
  /** Height of a cell in px. */
  cell: number
  /** Of the sheets. */
  scale: number
  /** Whether the notes stand beside the slide, not below. */
  beside: boolean
}

function geometry(stage: Manifest['stage'], { kind, paper, perPage }: PaperLayout): Geometry {
  const width = (papers[paper].width - 2 * MARGIN.side) * PX_PER_MM
  const height = (papers[paper].height - MARGIN.top - MARGIN.bottom) * PX_PER_MM
  const columns = perPage === 6 ? 2 : 1
  const rows = kind === 'notes' ? 1 : perPage / columns
  // A little less than there is, lest rounding moves the last row to the next page.
  const cell = Math.floor((height - 1) / rows)
  const beside = kind === 'handout' && (perPage === 3 || perPage === 4)
  const room = (width - GAP * (columns - 1)) / columns
  const widest = beside ? room * (perPage === 3 ? 0.58 : 0.52) : room
  // Below a slide a few lines find room.
  const highest = beside ? cell - GAP : cell - 96
  const scale = Math.min((widest - 2) / stage.width, highest / stage.height)
  return { cell, scale: Math.round(scale * 1e4) / 1e4, beside }
}

function pageRule({ title, authors, date }: Manifest, { paper }: PaperLayout): string {
  const { name } = papers[paper]
  const by = [authors.join(', '), date].filter(Boolean).join(' · ')
  const box = (place: string, content: string): string =>
    `@${place}{content:${content};font:9.5pt var(--font-text);color:#505a6a;vertical-align:middle}`
  const rules = [
    `size:${name}`,
    `margin:${MARGIN.top}mm ${MARGIN.side}mm ${MARGIN.bottom}mm`,
    `${box('top-left', cssString(title))}${box('top-right', cssString(by))}${box('bottom-right', 'counter(page) " / " counter(pages)')}`,
  ]
  return `<style>@page{${rules.join(';')}}</style>\n`
}

/** A string of CSS inside of HTML: all but letters, digits and the plainest marks by their numbers. */
function cssString(text: string): string {
  const safe = text.replace(/[^\p{L}\p{N} .,:;·–—()-]/gu, (char) => `\\${char.codePointAt(0)!.toString(16)} `)
  return `"${escapeHtml(safe)}"`
}
