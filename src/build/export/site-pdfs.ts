/** The PDFs of a site, all with one browser. */
import { launchBrowser, NO_SANDBOX } from '../browser/launch.ts'
import type { BuiltDeck, DeckStore } from '../deck-store.ts'
import type { OutputFile } from '../output.ts'
import type { RuntimeBundle } from '../vite/runtime-bundle.ts'
import { printDeck } from './deck-pdf.ts'

/** `NAME/NAME.pdf` of each deck. `bundleOf` gives the print page's bundle by the name of a theme; `warn` takes what the author should know. */
export async function sitePdfs(
  decks: readonly BuiltDeck[],
  bundleOf: (theme: string) => RuntimeBundle,
  store: DeckStore,
  tell: (what: string) => void,
  warn: (text: string) => void,
): Promise<Map<string, OutputFile>> {
  const files = new Map<string, OutputFile>()
  const { browser, noSandbox } = await launchBrowser()
  if (noSandbox === 'unavailable') warn(NO_SANDBOX)
  try {
    for (const deck of decks) {
      const { deck: name } = deck.compiled.manifest
      const source = {
        deck,
        bundle: bundleOf(deck.theme.name),
        assets: store.assets.files,
        projectRoot: store.project.root,
      }
      const options = { dark: false, answers: false, steps: 'final' } as const
      const finish = await printDeck(browser, source, options, (what) => tell(`${name}.pdf: ${what}`))
      const { bytes } = await finish()
      files.set(`${name}/${name}.pdf`, { content: bytes })
    }
  } finally {
    await browser.close()
  }
  return files
}
