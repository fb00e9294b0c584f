/** The guide's tables are those of the declarations. `npx vitest run tests/guide -u` writes them anew. */
import { describe, expect, test } from 'vitest'
import { guideTables } from '../support/guide-tables.ts'

describe('the tables of the guide', () => {
  test.for(Object.entries(guideTables()))('%s is what the declarations say', async ([name, text]) => {
    await expect(text).toMatchFileSnapshot(`../../slides/guide/tables/${name}`)
  })
})
