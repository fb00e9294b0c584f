/** Reads the lecture's data files. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const at = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../data/${name}`, import.meta.url)), 'utf8')

/** Splits a CSV line; quotes keep commas together. */
function cells(row: string): string[] {
  return [...row.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)].slice(0, -1).map((match) => match[2] ?? match[1] ?? '')
}

/** The rows of `data/NAME` by column name; lines that start with `#` are comments. */
export function table(name: string): Record<string, string>[] {
  const [head, ...rows] = at(name)
    .split('\n')
    .filter((row) => row && !row.startsWith('#'))
  const columns = cells(`${head}`)
  return rows.map((row) => {
    const values = cells(row)
    return Object.fromEntries(columns.map((column, index) => [column, values[index] ?? '']))
  })
}

/** `data/NAME` as JSON. */
export function json<T>(name: string): T {
  return JSON.parse(at(name)) as T
}
