import { defineFigure } from 'lectern/figure'

const steps = Array.from({ length: 201 }, (_, index) => index / 200)

export const figure = defineFigure({
  title: 'Beats of two tones',
  description: 'The sum of two waves grows and fades.',
  draw({ options }) {
    const f = Number(options.f ?? 4)
    const points = steps.map((t) => {
      const y = Math.sin(20 * f * t) + Math.sin(17 * f * t)
      return `${10 + 580 * t},${130 - 50 * y}`
    })
    return `<svg viewBox="0 0 600 260">
      <line x1="10" x2="590" y1="130" y2="130" stroke="var(--rule)"/>
      <polyline points="${points.join(' ')}" fill="none"
        stroke="var(--series-1)" stroke-width="4"/></svg>`
  },
})
