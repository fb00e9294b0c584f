/** A small network as a pictogram: what of it is trained stands out. */
import { blue, box, dot, ink, line, moved, paper, path, quiet } from './svg.ts'

/** What training moves: the last layer, every weight, every weight from a good start, or none. */
export type Trained = 'last' | 'all' | 'from start' | 'none'

const layers = [3, 4, 3, 1]

/** 132 × 84 px, its upper left corner at the origin; with a lock where nothing is trained. */
export function network(trained: Trained, background = paper): string {
  const place = (layer: number, unit: number): [number, number] => [
    8 + layer * 38.5,
    42 + (unit - (layers[layer]! - 1) / 2) * 23,
  ]
  const lit = (layer: number) =>
    trained === 'all' || trained === 'from start' || (trained === 'last' && layer === 3)
  const faint = trained === 'from start' ? 0.55 : 1
  const edges = layers.slice(1).flatMap((units, before) =>
    Array.from({ length: layers[before]! * units }, (_, index) => {
      const from = place(before, index % layers[before]!)
      const to = place(before + 1, Math.floor(index / layers[before]!))
      const on = lit(before + 1)
      return line(...from, ...to, {
        width: on ? 2 : 1.25,
        stroke: on ? blue : quiet,
        opacity: on ? 0.55 * faint : 0.4,
      })
    }),
  )
  const units = layers.flatMap((count, layer) =>
    Array.from({ length: count }, (_, unit) => {
      const at = place(layer, unit)
      if (!lit(layer)) return dot(...at, 7, quiet)
      return (
        dot(...at, 8, background) +
        (trained === 'from start'
          ? path(`M${at[0] - 8} ${at[1]}a8 8 0 1 0 16 0a8 8 0 1 0 -16 0`, {
              stroke: blue,
              fill: blue,
              width: 2.5,
              opacity: 0.6,
            })
          : dot(...at, 8, blue))
      )
    }),
  )
  return [...edges, ...units, trained === 'none' ? moved(26.5, 19, lock(background)) : ''].join('')
}

/** A closed lock, 40 × 44 px, with a rim of the background that sets it off from what it lies on. */
export function lock(background = paper): string {
  const shackle = 'M9 20v-7a11 11 0 0 1 22 0v7'
  const body = 'M3 20h34v24h-34z'
  return (
    path(shackle + body, { stroke: background, width: 12, fill: background }) +
    path(shackle, { stroke: ink, width: 4.5 }) +
    path(body, { stroke: ink, width: 4, fill: ink }) +
    dot(20, 32, 4.5, background)
  )
}

/** A prompt as a card of 38 × 60 px in the middle of 84: a line for each example, a shorter one for the question. */
export function prompt(examples: number): string {
  const rows = Array.from({ length: examples + 1 }, (_, index) => {
    const y = 42 + (index - examples / 2) * 15
    return line(9, y, index === examples ? 19 : 29, y, { width: 4.5, stroke: blue })
  })
  return box(0, 12, 38, 60, { stroke: blue, radius: 8 }) + rows.join('')
}
