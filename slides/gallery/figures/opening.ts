/** What the title slide shows: blocks of a slide, laid out on a grid. */
import { defineFigure } from 'lectern/figure'

const tile = (x: number, y: number, inside: string): string =>
  `<g transform="translate(${x} ${y})"><rect width="220" height="140" rx="12" fill="var(--surface)"/>${inside}</g>`

const lines = (widths: readonly number[]): string =>
  widths
    .map(
      (width, index) =>
        `<rect x="26" y="${34 + index * 28}" width="${width}" height="10" rx="5" fill="var(--series-quiet)"/>`,
    )
    .join('')

const bars = [40, 72, 56, 92]
  .map(
    (height, index) =>
      `<rect x="${34 + index * 40}" y="${118 - height}" width="26" height="${height}" rx="4" fill="var(--series-${index + 1})"/>`,
  )
  .join('')

export const figure = defineFigure({
  title: 'Six small slides',
  description: 'Text, a chart, a formula, a picture, a road and a quotation.',
  draw: () => `<svg viewBox="0 0 560 640">
    ${tile(30, 60, lines([168, 140, 156]))}
    ${tile(290, 60, bars)}
    ${tile(30, 240, '<path d="M26 70C56 10 76 10 110 70S164 130 194 70" fill="none" stroke="var(--series-1)" stroke-width="7" stroke-linecap="round"/>')}
    ${tile(290, 240, '<circle cx="164" cy="42" r="18" fill="var(--series-2)"/><path d="M20 120L80 52L118 92L146 68L200 120Z" fill="var(--series-3)"/>')}
    ${tile(30, 420, '<path d="M34 70H186" stroke="var(--series-quiet)" stroke-width="5"/><circle cx="34" cy="70" r="12" fill="var(--series-1)"/><circle cx="84" cy="70" r="12" fill="var(--series-4)"/><circle cx="136" cy="70" r="12" fill="var(--series-5)"/><circle cx="186" cy="70" r="12" fill="var(--series-2)"/>')}
    ${tile(290, 420, `<path d="M34 36v68" stroke="var(--series-2)" stroke-width="7" stroke-linecap="round"/><g transform="translate(30 4)">${lines([130, 106, 60])}</g>`)}
  </svg>`,
})
