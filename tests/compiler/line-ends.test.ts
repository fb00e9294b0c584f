/** Old Macs' line ends are line ends, in every place that counts lines. */
import { expect, it } from 'vitest'
import { compileText } from '../support/compile-text.ts'

const deck =
  '## A\n\nText @fig-none here\n\n![x](missing.png)\n\n## B {layout=nothing}\n\n[^none] x {colour=red}\n'

it.each(['\r', '\r\n'])('gives the same messages: %j', async (end) => {
  const plain = await compileText(deck)
  const other = await compileText(deck.replaceAll('\n', end))
  expect(plain.reports.length).toBeGreaterThan(2)
  expect(other.reports).toEqual(plain.reports)
})

it('finds the place in lines that are joined without a space', async () => {
  const { reports } = await compileText(
    '---\nlang: zh\n---\n\n## A\n\n这是第一行\n第二行很长很长很长[^none]结束\n',
  )
  expect(reports).toContainEqual(expect.stringContaining('8:10 footnote-missing'))
})
