/** A project whose decks hold every vector, built by the command itself. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { main } from '../../src/cli.ts'
import { processTerminal } from '../../src/build/terminal.ts'
import { files, frontMatters, headings, vectors } from './xss-vectors.ts'

/** What takes all that follows it into itself, and so needs a deck of its own. */
const swallows = /^<script>alert\(\d+\)$|^<script\n/

export interface HostileProject {
  folder: string
  /** The built site. */
  site: string
  decks: string[]
  /** Deck and slug of each vector's slide. */
  slides: { deck: string; slug: string; text: string }[]
}

/** Writes and builds it; throws where the build does. */
export async function buildHostileProject(): Promise<HostileProject> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lectern-hostile-'))
  const decksIn = path.join(folder, 'slides')
  mkdirSync(decksIn)
  const decks: string[] = []
  const deck = (name: string, text: string): void => {
    decks.push(name)
    writeFileSync(path.join(decksIn, `${name}.md`), text)
  }
  writeFileSync(path.join(folder, 'lectern.config.json'), '{"iframes": ["allowed.example"]}')
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(decksIn, name), text)

  const slides: HostileProject['slides'] = []
  const together: string[] = ['---\nbibliography: [references.bib, more.json]\n---']
  for (const [index, [, written]] of vectors.entries()) {
    const text = written.replaceAll('alert(0)', `alert(${index})`)
    const alone = swallows.test(text)
    const slide = `## v${index}\n\n${text}\n`
    slides.push({ deck: alone ? `alone-${index}` : 'together', slug: `v${index}`, text })
    if (alone) deck(`alone-${index}`, slide)
    else together.push(slide)
  }
  deck('together', together.join('\n'))
  deck('headings', headings.map((words) => `# ${words}\n\n## ${words}\n\nText\n`).join('\n'))
  for (const style of ['ieee', 'apa'])
    deck(
      style,
      `---\nbibliography: [references.bib, more.json]\ncsl: ${style}\n---\n\n## A\n\n[@hostile; @data; @name] @data\n`,
    )
  for (const [index, facts] of frontMatters.entries())
    deck(`facts-${index}`, `---\n${facts}\n---\n\n## A\n\nText $\\x$ $\\y$\n`)

  const site = path.join(folder, 'dist')
  const said: string[] = []
  const say = (text: string): void => void said.push(text)
  const code = await main(['build', '--out', site], { ...processTerminal(), cwd: folder, out: say, err: say })
  // Such decks are full of errors; but they build.
  if (code > 1) throw new Error(said.join(''))
  return { folder, site, decks, slides }
}
