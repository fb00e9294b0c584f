import { defineFigure } from 'lectern/figure'
import {
  blue,
  box,
  dot,
  drawing,
  line,
  lines,
  paper,
  path,
  quiet,
  rule,
  soft,
  step,
  text,
  warm,
} from './kit/svg.ts'

const panel = (index: number) => index * 392

/** A lens over a black box: behind the glass a little shows, the rest stays dark. */
function read(x: number): string {
  const [cx, cy] = [x + 192, 104]
  return [
    box(x + 1, 12, 204, 160, { stroke: quiet, fill: '#0b0e14', tint: 0.94, radius: 14, width: 2 }),
    `<circle cx="${cx}" cy="${cy}" r="60" fill="${paper}" stroke="${blue}" stroke-width="5"/>`,
    path(`M${cx + 45} ${cy + 45}l40 38`, { stroke: blue, width: 9 }),
    path(`M${cx - 32} ${cy - 22}L${cx} ${cy}L${cx - 32} ${cy + 24}M${cx} ${cy}L${cx + 32} ${cy - 22}`, {
      stroke: blue,
      width: 2.5,
    }),
    path(`M${cx} ${cy}l32 26`, { stroke: quiet, width: 2.5, dash: '2 7' }),
    dot(cx - 32, cy - 22, 8, blue),
    dot(cx - 32, cy + 24, 8, blue),
    dot(cx, cy, 8, blue),
    dot(cx + 32, cy - 22, 8, blue),
    dot(cx + 32, cy + 26, 7, quiet, { hollow: true }),
  ].join('')
}

/** A steering wheel, and a road that does not quite follow it. */
function steer(x: number): string {
  const [cx, cy] = [x + 84, 94]
  return [
    `<circle cx="${cx}" cy="${cy}" r="78" fill="${blue}" fill-opacity="0.1" stroke="${blue}" stroke-width="7"/>`,
    `<circle cx="${cx}" cy="${cy}" r="20" fill="${blue}"/>`,
    line(cx - 74, cy - 10, cx - 18, cy - 4, { stroke: blue, width: 7 }),
    line(cx + 18, cy - 4, cx + 74, cy - 10, { stroke: blue, width: 7 }),
    line(cx, cy + 18, cx, cy + 74, { stroke: blue, width: 7 }),
    path(`M${x + 216} 176C${x + 216} 120 ${x + 232} 92 ${x + 232} 22`, {
      stroke: quiet,
      width: 3,
      dash: '2 11',
      arrow: true,
    }),
    path(`M${x + 216} 176C${x + 216} 118 ${x + 258} 108 ${x + 292} 66`, {
      stroke: warm,
      width: 4,
      arrow: true,
    }),
  ].join('')
}

/** An eraser has gone over a page; the text is still there. */
function clear(x: number): string {
  const tint = `fill="${blue}" fill-opacity="0.1" stroke="${blue}" stroke-width="3.5" stroke-linejoin="round"`
  return [
    `<path d="M${x + 2} 12h112l36 36v130h-148z" ${tint}/><path d="M${x + 114} 12v36h36" ${tint}/>`,
    ...[0, 1, 2, 3, 4].map((row) =>
      line(x + 26, 56 + row * 24, x + (row === 0 ? 90 : 126), 56 + row * 24, {
        stroke: row === 2 || row === 3 ? warm : soft,
        width: 5,
      }),
    ),
    `<g transform="translate(${x + 204} 108) rotate(-38)">`,
    `<rect x="-62" y="-30" width="124" height="60" rx="12" fill="${paper}" stroke="${blue}" stroke-width="3.5"/>`,
    `<path d="M-22-30h-28a12 12 0 0 0-12 12v36a12 12 0 0 0 12 12h28z" fill="${blue}" fill-opacity="0.24" stroke="${blue}" stroke-width="3.5"/>`,
    '</g>',
  ].join('')
}

const panels: [(x: number) => string, string, string[]][] = [
  [read, 'Read', ['largely black boxes,', 'some partial tools']],
  [steer, 'Steer', ['safety and alignment:', 'open problems']],
  [clear, 'Clear', ['privacy and copyright:', 'training text can return']],
]

/** What we cannot fully do with these models: look inside, direct them, take something out. */
export const figure = defineFigure({
  title: 'Three open problems: to read, to steer and to clear a model',
  description:
    'Read: a lens over a black box shows a little of it; interpretability has partial tools. Steer: a wheel whose road bends another way; safety and alignment are open problems. Clear: an eraser over a page whose text stays; privacy and copyright suffer when training text comes back.',
  draw: () =>
    drawing(
      1128,
      330,
      ...panels.map(([picture, name, words], index) => {
        const x = panel(index)
        const said = lines(x, 284, words, { anchor: 'start', size: 28, leading: 36 })
        return [
          index > 0 ? line(x - 34, 12, x - 34, 322, { stroke: rule, width: 2 }) : '',
          text(x, 240, name, { anchor: 'start', size: 40, weight: 700, fill: blue, display: true }),
          index === 0
            ? picture(x) + said
            : step(index, `<g opacity="0.22">${picture(x)}</g>`, 'fade-out') +
              step(index, [picture(x), said]),
        ].join('')
      }),
    ),
})
