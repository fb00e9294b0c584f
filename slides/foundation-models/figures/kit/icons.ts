/** Small line pictograms in one hand: each is drawn in a square of 48 around its middle. */
import { ink } from './svg.ts'

const shapes = {
  bubble:
    'M-14-18h28a8 8 0 0 1 8 8v12a8 8 0 0 1-8 8H-3l-11 10v-10a8 8 0 0 1-8-8v-12a8 8 0 0 1 8-8zM-11-8h22M-11 1h13',
  document: 'M-17-22h21l13 13v31h-34zM4-22v13h13M-8 0h16M-8 8h16M-8 16h8',
  code: 'M-11-14l-12 14l12 14M11-14l12 14l-12 14M5-20l-10 40',
  picture:
    'M-18-18h36a5 5 0 0 1 5 5v26a5 5 0 0 1-5 5h-36a5 5 0 0 1-5-5v-26a5 5 0 0 1 5-5zM-23 11l13-11l9 8l10-12l14 14M-13-7a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0',
  flask:
    'M-8-22h16M-5.500-22v15l-13 22a4.500 4.500 0 0 0 4 7h29a4.500 4.500 0 0 0 4-7l-13-22v-15M-12.500 6h25',
  sound: 'M-21-4v8M-12.600-12v24M-4.200-20v40M4.200-9v18M12.600-15v30M21-5v10',
  translate:
    'M-23 16l10.500-28l10.500 28M-19.500 7h14M3-8h21M13.500-15v7M20-8c-2 10-8 18-17 24M7-8c2 10 8 18 17 24',
  search: 'M-20-5a15 15 0 1 0 30 0a15 15 0 1 0-30 0M6 6l15 15',
  pulse: 'M-23 2h11l6-15l9 28l7-19l4 6h9',
  grade: 'M-17-22h34v44h-34zM-8 2l6 7l11-15',
  film: 'M-22-16h44v32h-44zM-11-16v32M11-16v32M-22-5.500h11M-22 5.500h11M11-5.500h11M11 5.500h11',
  eye: 'M-23 0c8-12 16-16 23-16s15 4 23 16c-8 12-16 16-23 16s-15-4-23-16zM-6.500 0a6.500 6.500 0 1 0 13 0a6.500 6.500 0 1 0-13 0',
  robot:
    'M-15-9h30a5 5 0 0 1 5 5v19a5 5 0 0 1-5 5h-30a5 5 0 0 1-5-5v-19a5 5 0 0 1 5-5zM0-9v-8M-2.500-19.500a2.500 2.500 0 1 0 5 0a2.500 2.500 0 1 0-5 0M-9 1v4M9 1v4M-7 13h14',
} as const

/** The pictograms that can be drawn. */
export type IconName = keyof typeof shapes

/** A pictogram of `size` px around a place; the line is `width` px at every size. */
export function icon(
  name: IconName,
  x: number,
  y: number,
  size: number,
  options: { stroke?: string; width?: number } = {},
): string {
  const { stroke = ink, width = 3 } = options
  const scale = size / 48
  return `<path d="${shapes[name]}" transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${scale.toFixed(3)})" fill="none" stroke="${stroke}" stroke-width="${(width / scale).toFixed(2)}" stroke-linecap="round" stroke-linejoin="round"/>`
}
