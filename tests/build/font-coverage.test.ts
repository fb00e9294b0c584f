/** Which characters fonts have is read from the files, packed as they are, however many are read at once. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { fontCoverage } from '../../src/build/check/font-coverage.ts'
import { fontFaces } from '../../src/build/font-faces.ts'

const sheet = createRequire(import.meta.url).resolve('@fontsource/source-sans-3/400.css')
const coverage = () =>
  fontCoverage(fontFaces(readFileSync(sheet, 'utf8')), (url) => readFileSync(new URL(url, `file://${sheet}`)))

test('signs that Lectern brings for paper are known, each from its own font', async () => {
  const { has } = coverage()
  // Source Sans, Noto Sans Math, Noto Sans Symbols 2.
  for (const sign of ['→', '𝔸', '∮', '★', '☎']) expect(await has([], sign), sign).toBe(true)
})

test('characters of several files that are asked for at once', async () => {
  const { has } = coverage()
  const asked = [...'ałжαạ한'].map((letter) => has(['Source Sans 3'], letter))
  expect(await Promise.all(asked)).toEqual([true, true, true, true, true, false])
})
