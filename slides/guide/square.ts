import { defineFigure } from 'lectern/figure'

const times = Array.from({ length: 301 }, (_, index) => index / 150)

export const figure = defineFigure({
  title: 'Sine waves that add up to a square wave',
  controls: {
    waves: { label: 'Waves', values: [1, 2, 3, 5, 10, 30], start: 3 },
    square: { label: 'Show the square', values: [false, true] },
  },
  draw({ values }) {
    const odd = Array.from({ length: Number(values.waves) }, (_, k) => 2 * k + 1)
    const sum = (t: number) => odd.reduce((y, k) => y + Math.sin(k * Math.PI * t) / k, 0)
    const points = times.map((t) => `${290 * t},${130 - (400 / Math.PI) * sum(t)}`)
    const square = '<path d="M0 30H290V230H580" fill="none" stroke="var(--series-2)"/>'
    return `<svg viewBox="0 0 580 260">${values.square ? square : ''}
      <polyline points="${points}" fill="none" stroke="var(--series-1)" stroke-width="4"/></svg>`
  },
})
