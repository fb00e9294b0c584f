import { blue, dot, ink, rule, svg, text, warm } from './kit/svg.ts'

const scene = (title: string, ...marks: string[]) =>
  svg(
    540,
    230,
    title,
    ...(
      [
        ['river', 70, 60],
        ['water', 130, 190],
        ['money', 440, 50],
        ['loan', 446, 196],
      ] as const
    ).map(([word, x, y]) => dot(x, y, 7, rule) + text(x + 14, y + 8, word, { anchor: 'start', fill: ink })),
    ...marks,
  )

/** One dot for every use of the word. */
export function bankStatic(): string {
  return scene(
    'One vector for bank',
    dot(270, 118, 11, warm),
    text(270, 164, 'bank', { fill: warm, weight: 700, size: 24 }),
  )
}

/** One dot for each occurrence. */
export function bankContextual(): string {
  return scene(
    'One vector for each occurrence of bank',
    dot(128, 108, 11, blue),
    text(148, 117, 'bank of the river', { anchor: 'start', fill: blue, weight: 700 }),
    dot(404, 142, 11, blue),
    text(386, 176, 'bank that lends', { anchor: 'end', fill: blue, weight: 700 }),
  )
}
