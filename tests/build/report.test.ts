/** Messages as people, programs and code hosts read them. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pico from 'picocolors'
import { expect, test } from 'vitest'
import { formatMessages, type Format } from '../../src/build/report.ts'
import { rules } from '../../src/compiler/diagnostics.ts'
import type { WireMessage } from '../../src/shared/markup.ts'
import { emptyFolder, lectern, siteCopy } from './run.ts'

const format = (messages: WireMessage[], as: Format, root = '/nowhere'): string =>
  formatMessages(messages, as, { root, colors: pico.createColors(false) })

const odd: WireMessage = {
  rule: 'asset-missing',
  severity: 'error',
  reason: '100% of `a,b:c`\nare gone',
  fix: 'Look again.',
  file: 'slides/häuser, alt/a:b.md',
  line: 3,
  column: 7,
}

test('pretty shows the line between its neighbours and a mark under the column, wide characters too', () => {
  const root = emptyFolder()
  writeFileSync(path.join(root, 'a.md'), 'one\n\t中文 here\nthree\nfour\n')
  const message: WireMessage = { ...odd, reason: 'Wrong', file: 'a.md', line: 2, column: 5 }
  expect(format([message], 'pretty', root)).toBe(
    [
      'a.md:2:5  error  Wrong  asset-missing',
      '    1 | one',
      '  > 2 | \t中文 here',
      '      | \t     ^',
      '    3 | three',
      '  fix: Look again.',
      '',
    ].join('\n'),
  )
})

test('json says which version it is, and where the manual speaks of each rule', () => {
  const data = JSON.parse(format([odd], 'json'))
  expect(data).toMatchObject({
    version: 1,
    lectern: expect.stringMatching(/^\d+\.\d+\.\d+/),
    counts: { error: 1, warning: 0, info: 0 },
  })
  expect(data.messages).toEqual([{ ...odd, guide: 'guide#message-asset-missing' }])
})

test('workflow commands are escaped as their reader undoes it', () => {
  expect(format([odd], 'github')).toBe(
    '::error file=slides/häuser%2C alt/a%3Ab.md,line=3,col=7,title=asset-missing::100%25 of `a,b:c`%0Aare gone%0ALook again.\n',
  )
})

test('sarif has what the standard asks for', () => {
  const plain: WireMessage = { rule: 'html-unsafe', severity: 'info', reason: 'Hm', file: 'a.md' }
  const log = JSON.parse(format([odd, plain], 'sarif'))
  expect(log.version).toBe('2.1.0')
  expect(log.$schema).toMatch(/^https:.*sarif.*2\.1\.0/)
  const [run] = log.runs
  const { driver } = run.tool
  expect(driver.name).toBe('Lectern')
  expect(driver.rules.map(({ id }: { id: string }) => id)).toEqual(['asset-missing', 'html-unsafe'])
  for (const rule of driver.rules) {
    expect(['none', 'note', 'warning', 'error']).toContain(rule.defaultConfiguration.level)
    expect(rule.shortDescription.text).toBe(rules[rule.id as keyof typeof rules].what)
    expect(rule.help.text).not.toBe('')
  }
  expect(run.results).toHaveLength(2)
  for (const result of run.results) {
    expect(driver.rules[result.ruleIndex].id).toBe(result.ruleId)
    expect(result.message.text).not.toBe('')
    const { artifactLocation, region } = result.locations[0].physicalLocation
    // A relative URI reference, whose base the reader knows.
    expect(new URL(artifactLocation.uri, 'file:///root/').pathname).toBe(`/root/${artifactLocation.uri}`)
    if (region) expect(region.startLine).toBeGreaterThan(0)
  }
  expect(run.results.map(({ level }: { level: string }) => level).toSorted()).toEqual(['error', 'note'])
})

test('check gives sarif, and an empty run where all is well', async () => {
  const wrong = await lectern(siteCopy('errors'), 'check', '--no-browser', '--format', 'sarif')
  expect(wrong.code).toBe(1)
  expect(JSON.parse(wrong.out).runs[0].results).toHaveLength(2)
  const fine = await lectern(siteCopy('two-decks'), 'check', '--no-browser', '--format', 'sarif')
  expect(fine.code).toBe(0)
  expect(JSON.parse(fine.out).runs[0].results).toEqual([])
})

test('a project sets the severity of a rule, or silences it, in what check and build say', async () => {
  const site = siteCopy('errors')
  const set = (severities: object): void =>
    writeFileSync(path.join(site, 'lectern.config.json'), JSON.stringify({ rules: severities }))
  set({ 'asset-missing': 'warning', 'front-matter-unknown': 'off' })
  const check = await lectern(site, 'check', '--no-browser', '--format', 'json')
  expect(JSON.parse(check.out).counts).toEqual({ error: 0, warning: 1, info: 0 })
  expect(check.code).toBe(0)
  expect((await lectern(site, 'check', '--strict')).code).toBe(1)
  set({ 'asset-missing': 'off', 'front-matter-unknown': 'error' })
  expect((await lectern(site, 'build')).code).toBe(1)
  set({ 'asset-missing': 'off', 'front-matter-unknown': 'info' })
  expect((await lectern(site, 'build', '--strict')).code).toBe(0)
})

test('a rule that is off by default speaks where the project asks for it', async () => {
  const site = emptyFolder()
  mkdirSync(path.join(site, 'slides'))
  writeFileSync(path.join(site, 'slides/a.md'), '## A\n\ntext\n')
  expect((await lectern(site, 'check')).out).toContain('no messages')
  writeFileSync(path.join(site, 'lectern.config.json'), '{"rules":{"notes-missing":"warning"}}')
  expect((await lectern(site, 'check')).out).toContain('slides/a.md:1:1  warning')
})

test.for([
  ['{"rules":{"asset-mising":"off"}}', 'unknown rule "asset-mising". Did you mean "asset-missing"?'],
  ['{"rules":{"asset-missing":"loud"}}', 'takes error, warning, info or off'],
])('%s is refused', async ([config = '', says]) => {
  const site = siteCopy('errors')
  writeFileSync(path.join(site, 'lectern.config.json'), config)
  const { code, err } = await lectern(site, 'check')
  expect(code).toBe(2)
  expect(err).toContain(says)
})

test('every rule says what it is about and how to mend it, in sentences', () => {
  for (const [id, { what, fix }] of Object.entries(rules)) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(what, id).toMatch(/^[A-Z`:].*[^.]$/)
    expect(fix, id).toMatch(/^[A-Z`].*\.$/)
  }
})

test('a deck that would steer the terminal, or the server that builds it, only shows what it is', async () => {
  const site = emptyFolder()
  mkdirSync(path.join(site, 'slides'))
  const steer = '\u001B[2J\u001B]0;owned\u0007\u009B31m\u202E'
  writeFileSync(
    path.join(site, 'slides/a.md'),
    `---\ntitle: A\nthme: "x\\n::set-env name=A::b"\n---\n\n## A\n\n![x](${steer}.png)\n\n:::${steer}no\n:::\n`,
  )
  const { out } = await lectern(site, 'check', '--no-browser')
  // eslint-disable-next-line no-control-regex
  expect(out).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202E]/)
  expect(out).toContain('\\u{1b}[2J')
  expect(out.split('\n').filter((line) => /^\s*::/.test(line))).toEqual([])
  const build = await lectern(site, 'build')
  expect(build.err).not.toContain('\u001B')
  const github = await lectern(site, 'check', '--no-browser', '--format', 'github')
  for (const line of github.out.trimEnd().split('\n'))
    expect(line).toMatch(/^::(?:error|warning|notice) file=slides\/a\.md/)
})
