/** What a picture's file tells of its way into a PDF; that the browser does so, `e2e/pdf-pictures.test.ts` sees. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { embeddingOf } from '../../src/build/export/pictures/picture-file.ts'
import { photo, turned } from '../support/test-pictures.ts'
import { emptyFolder } from './run.ts'

const jpeg = async (): Promise<Buffer> => (await photo(64, 48)).encode('jpeg', 90)

/** As for a press: four inks in the frame's header. */
async function inInks(): Promise<Buffer> {
  const bytes = await jpeg()
  bytes[bytes.indexOf(Buffer.from([0xff, 0xc0])) + 9] = 4
  return bytes
}

test.each([
  ['a JPEG', jpeg, 'jpeg'],
  ['a JPEG whose camera was held level', async () => turned(await jpeg(), 1), 'jpeg'],
  ['a JPEG whose camera was held on its side', async () => turned(await jpeg(), 6), 'pixels'],
  ['a JPEG whose camera was held upside down', async () => turned(await jpeg(), 3), 'pixels'],
  ['a JPEG in four inks', inInks, 'pixels'],
  ['a WebP', async () => (await photo(64, 48)).encode('webp'), 'pixels'],
  ['a PNG', async () => (await photo(64, 48)).encode('png'), 'pixels'],
  ['a drawing', async () => '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', 'other'],
  ['no picture', async () => 'no picture', 'other'],
])('%s', async (_, content, embedding) => {
  const file = path.join(emptyFolder(), 'picture')
  writeFileSync(file, await content())
  expect(embeddingOf(file)).toBe(embedding)
})
