/** Figures that a reader can turn: every setting is drawn when the deck is built. */
import { expect, test } from 'vitest'
import { drawFigure } from '../../src/build/figures/draw-figure.ts'
import { compileText } from '../support/compile-text.ts'
import type { FigureControl } from '../../src/figure.ts'
import { compile } from '../../src/compiler/compile.ts'
import { memoryHost } from '../../src/compiler/host.ts'

const request = { file: '/a.ts', folder: '/', options: {}, read: () => undefined }

function drawn(controls: Record<string, FigureControl>) {
  const figure = {
    title: 'Circles',
    description: ({ values }: { values: object }) => `Size ${JSON.stringify(values)}`,
    controls,
    draw: ({ values }: { values: Record<string, unknown> }) =>
      `<svg viewBox="0 0 9 9"><circle data-step="1" r="${String(values.size)}" fill="${String(values.dark)}"/></svg>`,
  }
  return drawFigure({ figure }, request, new Map())
}

const size: FigureControl = {
  label: 'Size',
  values: [1, 2, 4],
  start: 2,
  say: (value: number) => `${value} cm`,
}
const dark: FigureControl = { label: 'Dark', values: [false, true] }

test('all settings are drawn, the last control turning fastest', () => {
  const result = drawn({ size, dark })
  if (!('svg' in result)) throw new Error(result.reason)
  expect(result.svg).toContain('r="2" fill="false"')
  expect(result.controls?.list).toEqual([
    { name: 'size', label: 'Size', kind: 'slider', said: ['1 cm', '2 cm', '4 cm'], start: 1 },
    { name: 'dark', label: 'Dark', kind: 'switch', said: ['false', 'true'], start: 0 },
  ])
  const marks = result.controls?.states.map(({ svg }) =>
    /r="(\d)" fill="(\w+)"/.exec(svg)!.slice(1).join(' '),
  )
  expect(marks).toEqual(['1 false', '1 true', '2 false', '2 true', '4 false', '4 true'])
})

test.each<[string, Record<string, FigureControl>, RegExp]>([
  ['no label', { size: { ...size, label: ' ' } }, /The control `size` has no `label`/],
  ['one value', { size: { label: 'Size', values: [1] } }, /has no 2 to 100 `values`/],
  ['mixed values', { size: { label: 'Size', values: [1, 'two'] } }, /mixes kinds of values/],
  ['a start beyond', { size: { ...size, start: 3 } }, /starts at `3`, which is none of its values/],
  [
    'too many drawings',
    Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name, { label: name, values: [1, 2, 3, 4, 5] }])),
    /lead to 625 drawings/,
  ],
])('%s is told', (_, controls, reason) => {
  expect(drawn(controls)).toMatchObject({
    problem: 'figure-export',
    reason: expect.stringMatching(reason) as string,
  })
})

test('the slide has the controls and says nothing more; notes have the first drawing alone', async () => {
  const result = drawn({ size, dark })
  const host = memoryHost({}, { 'a.ts': result })
  const { slides, messages } = await compile(
    '## A\n\n::figure{src=a.ts}\n\n:::notes\n::figure{src=a.ts}\n:::\n',
    host,
    {
      name: 'deck',
      path: 'deck.md',
    },
  )
  const [slide] = slides
  expect(messages.filter(({ ruleId }) => ruleId?.startsWith('figure'))).toEqual([])
  expect(slide?.html).toContain(
    '<input type="range" data-control="0" min="0" max="2" value="1" aria-valuetext="2 cm">',
  )
  expect(slide?.html).toContain('<input type="checkbox" data-control="1" value="1">')
  expect(slide?.text).not.toMatch(/cm|Dark|counts/)
  expect(slide?.notes).not.toContain('figure-controls')
  expect(slide?.steps).toBe(1)
})

test('a drawing that has other steps when it is turned is told', async () => {
  const state = { title: 'T', svg: '<svg viewBox="0 0 9 9"><path d="M0 0"/></svg>' }
  const host = {
    'a.ts': {
      ...state,
      controls: {
        list: [{ name: 'a', label: 'A', kind: 'switch' as const, said: ['no', 'yes'], start: 0 }],
        states: [state, { title: 'T', svg: '<svg viewBox="0 0 9 9"><path data-step="1" d="M0 0"/></svg>' }],
      },
    },
  }
  const { messages } = await compile('## A\n\n::figure{src=a.ts}\n', memoryHost({}, host), {
    name: 'deck',
    path: 'deck.md',
  })
  expect(messages.map(({ reason }) => reason)).toContain(
    '`a.ts` draws 0 steps at first, and 1 when its controls are turned',
  )
  expect((await compileText('## A')).messages.length).toBeGreaterThanOrEqual(0)
})
