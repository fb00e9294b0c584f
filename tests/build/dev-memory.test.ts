/** What a preview of many hours keeps: the decks as they are, and nothing of the thousands of states before. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { DeckStore, type BuiltDeck } from '../../src/build/deck-store.ts'
import { findDecks, openProject } from '../../src/build/project.ts'
import { emptyFolder } from './run.ts'

/** A deck in a project of its own, and a way to write it anew and have it compiled. */
async function deckOf(text: string) {
  const site = emptyFolder()
  const folder = path.join(site, 'slides')
  mkdirSync(folder)
  writeFileSync(path.join(site, 'package.json'), '{}')
  const file = path.join(folder, 'deck.md')
  writeFileSync(file, text)
  const project = await openProject(site, [])
  const [source] = findDecks(project, site, [])
  const store = new DeckStore(project)
  const edit = (now: string): Promise<BuiltDeck> => {
    writeFileSync(file, now)
    return store.compile(source!)
  }
  return { folder, store, edit }
}

/** Frees what nothing holds any more. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  // References that are weak hold until the turn in which they were read ends.
  await new Promise((done) => setImmediate(done))
  collect()
}

test('a thousand edits leave one deck behind', { timeout: 300_000 }, async () => {
  const { edit } = await deckOf('## A\n')
  const states: WeakRef<BuiltDeck>[] = []
  let last: BuiltDeck | undefined
  for (let number = 0; number < 1000; number++) {
    last = await edit(
      `## A ${number}\n\nText $x_{${number}}$\n\n\`\`\`js\nconst a = ${number}\n\`\`\`\n\n- b\n`,
    )
    states.push(new WeakRef(last))
  }
  expect(last!.compiled.slides[0]!.title).toBe('A 999')
  await collectGarbage()
  const alive = states.filter((state) => state.deref() !== undefined)
  expect(alive.length).toBeLessThan(10)
  expect(last!.compiled.slides).toHaveLength(1)
})

test('a picture drawn anew again and again is served as it is now, and as open pages still ask for it', async () => {
  const { folder, store, edit } = await deckOf('## A\n')
  const picture = path.join(folder, 'a.svg')
  const addresses: string[] = []
  for (let number = 1; number <= 50; number++) {
    writeFileSync(picture, `<svg xmlns="http://www.w3.org/2000/svg" width="${number}" height="9"/>`)
    const { compiled } = await edit(`## A\n\n![A drawing](a.svg)\n\n${number}\n`)
    addresses.push(...compiled.assets)
  }
  expect(new Set(addresses).size).toBe(50)
  expect([...store.assets.files.keys()].sort()).toEqual(addresses.slice(-2).sort())
})
