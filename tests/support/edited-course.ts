/** A course of one deck that is edited and built anew while a student reviews it, at the same address. */
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { main } from '../../src/cli.ts'
import { processTerminal } from '../../src/build/terminal.ts'
import { serveFolder } from './site.ts'

export interface EditedCourse {
  /** Address of the review page. */
  url: string
  /** Writes the deck and builds; returns what the command said. */
  build(markdown: string): Promise<string>
  close(): Promise<void>
}

/** Starts a course with nothing in it. */
export async function editedCourse(): Promise<EditedCourse> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'lectern-course-')))
  const dist = join(folder, 'dist')
  await mkdir(join(folder, 'slides'))
  await mkdir(dist)
  const server = await serveFolder(dist)
  return {
    url: `${server.url}deck/review/index.html`,
    async build(markdown) {
      await writeFile(join(folder, 'slides/deck.md'), markdown)
      const said: string[] = []
      const say = (text: string): void => void said.push(text)
      const code = await main(['build'], { ...processTerminal(), cwd: folder, out: say, err: say })
      if (code !== 0) throw new Error(said.join(''))
      return said.join('')
    },
    async close() {
      await server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
