/** What a build says of ids since the last one, and what it makes of a folder in which no build can be read. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { BuiltDeck } from '../../src/build/deck-store.ts'
import { changesText, sinceLastBuild } from '../../src/build/last-build.ts'
import type { Manifest } from '../../src/shared/manifest.ts'
import { plainDeck, plainSlide } from '../support/plain-deck.ts'

function deck(manifest: Partial<Manifest>): BuiltDeck {
  const compiled = plainDeck([plainSlide(0, 0, 0)])
  return { compiled: { ...compiled, manifest: { ...compiled.manifest, ...manifest } } } as BuiltDeck
}

function outputWith(content: string): string {
  const out = mkdtempSync(path.join(tmpdir(), 'lectern-last-'))
  onTestFinished(() => rmSync(out, { recursive: true, force: true }))
  mkdirSync(path.join(out, 'plain'))
  writeFileSync(path.join(out, 'plain/manifest.json'), content)
  return out
}

const card = (id: string, front: string): Manifest['cards'][number] => ({
  id,
  slide: 'slide-0',
  kind: 'pair',
  front: `<p>${front}</p>`,
  back: '<p>an answer</p>',
})

test('reworded, new and gone things are told, those with numbers for names by their words', () => {
  const before = deck({ cards: [card('card-0abc123', 'What is a token?'), card('mine', 'What scales?')] })
  const out = outputWith(JSON.stringify(before.compiled.manifest))
  const { deck: after, changes } = sinceLastBuild(
    deck({
      cards: [card('card-0def456', 'What is one token?'), card('card-0aaa111', 'Who labels answers?')],
    }),
    out,
  )
  expect(changesText(changes!)).toBe(
    `    reworded card card-0abc123 is now card-0def456
    new card card-0aaa111, “Who labels answers? an answer”
    gone card mine
`,
  )
  expect(after.compiled.manifest.was).toEqual({ cards: { 'card-0abc123': 'card-0def456' } })
})

test('nothing changed: nothing is said, and the manifest is as it was', () => {
  const same = deck({ cards: [card('mine', 'What scales?')] })
  const { deck: after, changes } = sinceLastBuild(same, outputWith(JSON.stringify(same.compiled.manifest)))
  expect(changesText(changes!)).toBe('')
  expect(after).toBe(same)
})

test.each([
  ['no manifest', 'not JSON'],
  ['a manifest of another version', '{"version": 99}'],
  ['half a manifest', '{"version": 1, "slides": null}'],
])('%s: as if it were the first build', (_, content) => {
  const { changes } = sinceLastBuild(deck({}), outputWith(content))
  expect(changes).toBeUndefined()
})
