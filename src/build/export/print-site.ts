/** The print page of one deck in a folder of its own, ready to be opened from disk. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { SITE_ROOT } from '../../compiler/deck.ts'
import type { Compiled } from '../../compiler/compiled.ts'
import type { DeckStore } from '../deck-store.ts'
import { EnvironmentError } from '../errors.ts'
import { ASSETS, type PageUrls } from '../pages/urls.ts'
import { inlineStyle } from '../single-file.ts'
import type { RuntimeBundle } from '../vite/runtime-bundle.ts'

export interface PrintSite {
  url: string
  /** Takes the folder away. */
  remove(): void
}

/** Writes the page that `render` gives, with the deck's assets, into a folder that goes away with the process. */
export function writePrintSite(
  compiled: Compiled,
  bundle: RuntimeBundle,
  assets: DeckStore['assets']['files'],
  render: (urls: PageUrls) => string,
): PrintSite {
  const folder = makeFolder()
  const remove = (): void => {
    process.removeListener('exit', remove)
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', remove)
  try {
    const root = './'
    const at = (name: string): string => root + ASSETS + name
    const html = render({ root, scripts: bundle.scripts.map(at), styles: bundle.styles.map(at) })
    const page = path.join(folder, 'index.html')
    writeFileSync(page, html.replaceAll(SITE_ROOT, root))
    for (const name of bundle.scripts) writeFileSync(inside(folder, ASSETS + name), bundle.files.get(name)!)
    // With the fonts in them: the browser takes a millisecond for each file.
    for (const name of bundle.styles) writeFileSync(inside(folder, ASSETS + name), inlineStyle(name, bundle))
    for (const url of compiled.assets) {
      const copy = assets.get(url)
      if (copy !== undefined) copyFileSync(copy, inside(folder, url))
    }
    return { url: pathToFileURL(page).href, remove }
  } catch (error) {
    remove()
    throw cannotWrite(error)
  }
}

function makeFolder(): string {
  try {
    return mkdtempSync(path.join(tmpdir(), `lectern-pdf-${process.pid}-`))
  } catch (error) {
    throw cannotWrite(error)
  }
}

/** Where the disk is full and the like; a bug of ours stays what it is. */
function cannotWrite(error: unknown): unknown {
  if (typeof (error as NodeJS.ErrnoException).code !== 'string') return error
  return new EnvironmentError(
    `The page to print cannot be written into ${tmpdir()}: ${(error as Error).message}. Nothing was written.`,
    { cause: error },
  )
}

function inside(folder: string, name: string): string {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  return file
}
