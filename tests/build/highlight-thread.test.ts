/** Code that is highlighted in a thread of its own comes out as it does without one, also where the thread fails. */
import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { HighlightThread } from '../../src/build/highlight-thread.ts'
import { packageRoot } from '../../src/build/paths.ts'
import { highlight } from '../../src/compiler/highlight.ts'
import { emptyFolder } from './run.ts'

const source = '## Code\n\n```ts {1}\nconst a = 1 // [!code ++]\n```\n\n~~~py\nprint(f"{a}")\n~~~\n'
const asked = [
  ['const a = 1 // [!code ++]', 'ts'],
  ['print(f"{a}")', 'py'],
  ['int main() { return 0; }', 'c++17'],
  ['a < b', 'no-such-language'],
  ['a < b', ''],
] as const

const built = pathToFileURL(path.join(packageRoot, 'lib', 'highlight-worker.js'))
const several = test.skipIf(availableParallelism() < 2)

function brokenProgram(text: string): URL {
  const file = path.join(emptyFolder(), 'worker.mjs')
  writeFileSync(file, text)
  return pathToFileURL(file)
}

several.each([
  ['the built one', () => built],
  ['one that fails at once', () => brokenProgram("throw new Error('no')")],
  ['one that ends', () => brokenProgram('')],
  [
    'one that cannot do it',
    () =>
      brokenProgram(
        "import { parentPort as port } from 'node:worker_threads'\nport.on('message', ({ id }) => id && port.postMessage({ id, error: 'no' }))",
      ),
  ],
])('a thread: %s', async (_, program) => {
  const thread = HighlightThread.for(source, program())!
  thread.ahead(source)
  const own = await Promise.all(asked.map(([text, language]) => highlight(text, language)))
  expect(own.map(({ known }) => known)).toEqual([true, true, true, false, true])
  for (const [at, [text, language]] of asked.entries())
    expect(await thread.highlight(text, language)).toEqual(own[at])
  // The same again, at once.
  expect(await Promise.all(asked.map(([text, language]) => thread.highlight(text, language)))).toEqual(own)
})

test('a deck without code has none', () => {
  expect(HighlightThread.for('## Slide\n\nText with `code`\n', built)).toBeUndefined()
})
