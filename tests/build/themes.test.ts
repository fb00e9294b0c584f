/** A theme builds on another: style sheets in order, type measured by the nearest, circles end. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { packageRoot } from '../../src/build/paths.ts'
import { findTheme, themeMetrics, themeNames } from '../../src/build/themes.ts'
import { emptyFolder, lectern } from './run.ts'

let project: string
beforeEach(() => {
  project = mkdtempSync(path.join(tmpdir(), 'lectern-themes-'))
})
afterEach(() => rmSync(project, { recursive: true, force: true }))

function writeTheme(name: string, facts: object, metrics?: object): void {
  const folder = path.join(project, 'themes', name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'theme.css'), '')
  writeFileSync(path.join(folder, 'theme.json'), JSON.stringify(facts))
  if (metrics) writeFileSync(path.join(folder, 'metrics.json'), JSON.stringify(metrics))
}

const sheetsOf = (name: string): string[] =>
  findTheme(project, name)!.sheets.map((sheet) =>
    path.relative(sheet.startsWith(packageRoot) ? packageRoot : project, sheet).replaceAll(path.sep, '/'),
  )

test('the themes that come with Lectern', () => {
  expect(themeNames(project)).toEqual(['chalk', 'contrast', 'lecture', 'paper', 'poster'])
})

test('style sheets: the extended theme before the one that extends it', () => {
  writeTheme('faculty', { extends: 'paper' })
  expect(sheetsOf('faculty')).toEqual([
    'themes/lecture/theme.css',
    'themes/paper/theme.css',
    'themes/faculty/theme.css',
  ])
})

test('a theme that extends none stands alone', () => {
  writeTheme('plain', { name: 'plain' })
  expect(sheetsOf('plain')).toEqual(['themes/plain/theme.css'])
})

test('a theme may extend one of its own name, and a circle ends', () => {
  writeTheme('paper', { extends: 'paper' })
  expect(findTheme(project, 'paper')!.sheets).toHaveLength(3)
  writeTheme('a', { extends: 'b' })
  writeTheme('b', { extends: 'a' })
  expect(sheetsOf('a')).toEqual(['themes/b/theme.css', 'themes/a/theme.css'])
})

test('type is measured by the nearest theme that says so', () => {
  writeTheme('base', {}, { type: 40 })
  writeTheme('faculty', { extends: 'base' })
  expect(themeMetrics(project, 'faculty')?.type).toBe(40)
  writeTheme('plain', {})
  expect(themeMetrics(project, 'plain')).toEqual(themeMetrics(project, 'lecture'))
})

test('a new project has the theme that is asked for', async () => {
  const folder = emptyFolder()
  expect((await lectern(folder, 'new', 'course', '--theme', 'paper')).code).toBe(0)
  const config = JSON.parse(readFileSync(path.join(folder, 'course/lectern.config.json'), 'utf8'))
  expect(config.theme).toBe('paper')
  expect((await lectern(folder, 'new', 'other')).code).toBe(0)
  expect(readFileSync(path.join(folder, 'other/lectern.config.json'), 'utf8')).not.toContain('theme')
})
