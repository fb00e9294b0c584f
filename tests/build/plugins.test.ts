/** Plugins of a project's config: what is taken, what is refused, and a theme that one brings. */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { lectern, siteCopy } from './run.ts'

/** A site with this config; `countdown` is at hand. */
function siteWith(plugins: string): string {
  const site = siteCopy('two-decks')
  writeFileSync(path.join(site, 'lectern.config.mjs'), `export default { plugins: ${plugins} }\n`)
  return site
}

test.for([
  ['{}', '"plugins" takes a list of plugins'],
  ['[3]', 'plugin 1 is no object'],
  ['[{}]', 'plugin 1 has no name'],
  ['[{ name: "a" }, { name: "a" }]', 'plugin "a" is there twice'],
  ['[{ name: "a", directive: [] }]', 'plugin "a": unknown key "directive". Did you mean "directives"?'],
  ['[{ name: "a", directives: [{ name: "b" }] }]', '"directives" takes a list of directives'],
  ['[{ name: "a", remark: [1] }]', '"remark" takes a list of functions'],
  ['[{ name: "a", runtime: "./no.ts" }]', '"runtime" is not there'],
  ['[{ name: "a", theme: "./no" }]', '"theme" is not there'],
])('%s: %s', async ([plugins = '', says]) => {
  const { code, err } = await lectern(siteWith(plugins), 'check', '--no-browser')
  expect(code).toBe(2)
  expect(err).toContain(says)
})

test('a plugin that throws is named, and the pages are written', async () => {
  const site = siteWith('[{ name: "sad", remark: [() => { throw new Error("no luck") }] }]')
  const { code, err } = await lectern(site, 'build')
  expect(code).toBe(1)
  expect(err).toContain('The plugin `sad` failed in a `remark` step: Error: no luck')
  expect(readFileSync(path.join(site, 'dist/first/index.html'), 'utf8')).toContain('Text.')
})

test('a theme of a plugin can be asked for', async () => {
  const site = siteWith('[{ name: "dress", theme: "./dress/velvet" }]')
  mkdirSync(path.join(site, 'dress/velvet'), { recursive: true })
  writeFileSync(path.join(site, 'dress/velvet/theme.css'), '.velvet-mark { color: rebeccapurple }\n')
  writeFileSync(path.join(site, 'slides/first.md'), '---\ntheme: velvet\n---\n\n## One\n')
  const { code, err } = await lectern(site, 'build', 'slides/first.md')
  expect(err).toBe('')
  expect(code).toBe(0)
  const styles = readdirSync(path.join(site, 'dist/assets')).filter((name) => name.endsWith('.css'))
  const text = styles.map((name) => readFileSync(path.join(site, 'dist/assets', name), 'utf8')).join('')
  expect(text).toContain('.velvet-mark')
})

test('its runtime module comes into the lecture page alone, in a single file, too', async () => {
  const site = siteWith('[{ name: "wave", runtime: "./wave.js" }]')
  writeFileSync(path.join(site, 'wave.js'), 'export function start() { document.title = "waving" }\n')
  expect((await lectern(site, 'build', 'slides/first.md', '--single-file')).code).toBe(0)
  const read = (page: string): string => readFileSync(path.join(site, 'dist', page), 'utf8')
  expect(read('first/index.html')).toContain('waving')
  expect(read('first/print/index.html')).not.toContain('waving')
  // A change of the module is a change of the page.
  writeFileSync(path.join(site, 'wave.js'), 'export function start() { document.title = "parting" }\n')
  await lectern(site, 'build', 'slides/first.md', '--single-file')
  expect(read('first/index.html')).toContain('parting')
})

test('a config in TypeScript can bring plugins whose files lie beside it', async () => {
  const site = siteCopy('two-decks')
  writeFileSync(
    path.join(site, 'lectern.config.ts'),
    `interface Named { name: string }
const wave: Named & { runtime: URL } = { name: 'wave', runtime: new URL('./parts/wave.ts', import.meta.url) }
export default { plugins: [wave] }
`,
  )
  mkdirSync(path.join(site, 'parts'))
  writeFileSync(
    path.join(site, 'parts/wave.ts'),
    'export function start(): void { document.title = "waving" }',
  )
  const { code, err } = await lectern(site, 'build', 'slides/first.md', '--single-file')
  expect(err).toBe('')
  expect(code).toBe(0)
  expect(readFileSync(path.join(site, 'dist/first/index.html'), 'utf8')).toContain('waving')
})
