/** The print page of one deck, made without the rest of the site. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DeckStore, type BuiltDeck } from '../../src/build/deck-store.ts'
import { hanType, withHanType } from '../../src/build/han-type.ts'
import { renderPrintPage } from '../../src/build/pages/print-page.ts'
import { findDecks, openProject } from '../../src/build/project.ts'
import { runtimeBundle } from '../../src/build/vite/runtime-bundle.ts'
import { SITE_ROOT } from '../../src/compiler/deck.ts'
import { fileUrl } from './site.ts'

/** Compiles `deck`, writes its print page below `folder` and gives the page's address. */
export async function builtPrintPage(
  deck: string,
  folder: string,
): Promise<{ url: string; built: BuiltDeck }> {
  const project = await openProject(dirname(deck), [deck])
  const store = new DeckStore(project)
  const [source] = findDecks(project, dirname(deck), [deck])
  const built = await store.compile(source!)
  const bundle = withHanType(
    await runtimeBundle('print', built.theme, process.cwd()),
    await hanType([built.compiled], process.cwd()),
  )
  const out = join(folder, 'page')
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(out, path)), { recursive: true })
    writeFileSync(join(out, path), content)
  }
  for (const [name, bytes] of bundle.files) write(`assets/${name}`, bytes)
  for (const url of built.compiled.assets) {
    const copy = store.assets.files.get(url)
    if (copy === undefined) continue
    mkdirSync(dirname(join(out, url)), { recursive: true })
    copyFileSync(copy, join(out, url))
  }
  const at = (name: string) => `${SITE_ROOT}assets/${name}`
  const urls = { root: SITE_ROOT, scripts: bundle.scripts.map(at), styles: bundle.styles.map(at) }
  write(
    `${source!.name}/print/index.html`,
    renderPrintPage(built.compiled, urls).replaceAll(SITE_ROOT, '../../'),
  )
  return { url: `${fileUrl(out)}${source!.name}/print/index.html`, built }
}
