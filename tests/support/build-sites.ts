/** Builds, once per test run, the site that the browser tests look at. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { generateDeck } from '../../bench/gen.mjs'
import { main } from '../../src/cli.ts'
import { processTerminal } from '../../src/build/terminal.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Absolute folder of the built site. */
    site: string
    /** The same for a deck of `LONG_DECK` slides. */
    longSite: string
    /** What the builds said, where one ended with an error. */
    siteMessages: string
    /** All that the builds said. */
    siteReport: string
  }
}

/** More slides than stay in a page whole. */
export const LONG_DECK = 80

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-sites-'))
  const out = join(folder, 'dist')
  const long = join(folder, 'long.md')
  await writeFile(long, generateDeck(LONG_DECK))
  const said: string[] = []
  const codes: number[] = []
  const say = (text: string): void => void said.push(text)
  const terminal = { ...processTerminal(), out: say, err: say }
  for (const [paths, to] of [
    [
      [
        'slides',
        'tests/sites/small/small.md',
        'tests/sites/room/room.md',
        'tests/sites/morph/morph.md',
        'tests/sites/media/media.md',
        'tests/sites/references/references.md',
        'tests/sites/hebrew/hebrew.md',
        'tests/sites/chinese/chinese.md',
        'tests/sites/practice/index.md',
      ],
      out,
    ],
    [[long], join(folder, 'long')],
  ] as const) {
    const code = await main(['build', ...paths, '--out', to, '--strict'], terminal)
    // A deck with errors is still a site; that these have none is a test of its own.
    if (code > 1) throw new Error(`The site of the browser tests does not build:\n${said.join('')}`)
    codes.push(code)
  }
  project.provide('site', out)
  project.provide('longSite', join(folder, 'long'))
  project.provide('siteReport', said.join(''))
  project.provide('siteMessages', codes.some(Boolean) ? said.join('') : '')
  return () => rm(folder, { recursive: true, force: true })
}
