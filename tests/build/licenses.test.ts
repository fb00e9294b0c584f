/** A site says under which licences its fonts and libraries stand. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { licensesText } from '../../src/build/licenses.ts'
import { packageRoot } from '../../src/build/paths.ts'
import { emptyFolder, lectern } from './run.ts'

test.each(['lecture', 'chalk', 'paper', 'poster', 'contrast'])(
  'every font of a site in %s has its licence',
  async (theme) => {
    const out = path.join(emptyFolder(), 'dist')
    const { code } = await lectern(
      packageRoot,
      'build',
      'tests/sites/chinese/chinese.md',
      '--theme',
      theme,
      '--out',
      out,
    )
    expect(code).toBe(0)
    const assets = path.join(out, 'assets')
    const text = readFileSync(path.join(assets, 'LICENSES.txt'), 'utf8')
    expect(text).toContain('SIL OPEN FONT LICENSE')
    expect(text).toMatch(/^reveal\.js [\d.]+ \(MIT\)$/m)
    expect(text).toMatch(/^@fontsource-variable\/noto-sans-sc [\d.]+ \(OFL-1\.1\)$/m)
    expect(text).not.toContain('not installed')
    // A font of ours that no package is named for would be taken for the project's own.
    expect(text).not.toContain('own themes')
    expect(readdirSync(assets).some((name) => name.endsWith('.woff2'))).toBe(true)
  },
)

test('fonts of a theme of the project are its own', () => {
  expect(licensesText(['inter-latin-x1.woff2'])).toContain(
    'own themes, under the licences that it has for them:\n\ninter-latin-x1.woff2',
  )
})
