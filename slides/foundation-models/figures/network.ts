import { defineFigure } from 'lectern/figure'
import { icon, type IconName } from './kit/icons.ts'
import { network } from './kit/layers.ts'
import { blue, dot, drawing, line, link, path, quiet, warm } from './kit/svg.ts'

const uses: IconName[] = ['bubble', 'translate', 'document', 'code', 'picture', 'sound', 'flask']
const [centreX, centreY, reach] = [318, 360, 252]

/** The right half of the title slide: one network whose single output serves many uses. */
export const figure = defineFigure({
  title: 'One trained network fans out into many uses',
  description:
    'The layers of one network meet in a single point. From there lines lead to conversation, translation, writing, code, pictures, sound and science, and on beyond the edge.',
  draw() {
    const { drawn, nodes } = network([20, 150, 216, 420], [5, 7, 7, 4], { radius: 8, seed: 23, gap: 62 })
    return drawing(
      640,
      720,
      ...nodes[3]!.map(([x, y]) => link(x, y, centreX, centreY, { stroke: blue, width: 2.2, opacity: 0.8 })),
      drawn,
      ...uses.map((use, index) => {
        const angle = ((index - 3) * 25.5 * Math.PI) / 180
        const [sin, cos] = [Math.sin(angle), Math.cos(angle)]
        const [x, y] = [centreX + reach * cos, centreY + reach * 1.06 * sin]
        const near = [centreX + 90 * cos ** 2, centreY + 120 * sin]
        return [
          path(
            `M${centreX} ${centreY}Q${near.map((value) => value.toFixed(1)).join(' ')} ${(x - 43 * cos).toFixed(1)} ${(y - 43 * sin).toFixed(1)}`,
            { stroke: blue, width: 2.2, opacity: 0.8 },
          ),
          `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="43" fill="${blue}" fill-opacity="0.1" stroke="${blue}" stroke-width="2.5"/>`,
          icon(use, x, y, 46, { stroke: blue, width: 2.6 }),
          line(x + 54 * cos, y + 54 * sin, x + 170 * cos, y + 170 * sin, {
            stroke: quiet,
            width: 1.6,
            dash: '1 9',
            opacity: 0.8,
          }),
        ].join('')
      }),
      `<circle cx="${centreX}" cy="${centreY}" r="26" fill="${warm}" fill-opacity="0.14"/>`,
      dot(centreX, centreY, 13, warm),
    )
  },
})
