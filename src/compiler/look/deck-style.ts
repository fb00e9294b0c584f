/** What a deck changes of its theme's looks: tokens of its front matter, and the style sheet beside it. */
import type { Context } from '../context.ts'
import { SITE_ROOT } from '../deck.ts'
import { didYouMean } from '../suggest.ts'
import { lookTokens } from './look.ts'
import { readSheet } from './style-sheet.ts'

/** Style sheets for the pages of one deck, each empty or whole; site URLs in them begin with `SITE_ROOT`. */
export interface DeckStyle {
  /** For the pages that show slides as they are: lecture and print. */
  slides: string
  /** For the pages with a layout of their own, review and speaker view: custom properties only. */
  tokens: string
}

/** The order of all layers, since the sheet may come before those of the page. */
const LAYERS = '@layer reset,reveal,base,components,theme,review,deck;\n'

/**
 * The deck's own looks, in the last layer. A sheet is `NAME.css` beside `NAME.md`, `style.css` beside `index.md`. Gives
 * the URLs of the files that it uses, too. Reports `look-contrast`, `style-refused`, `style-syntax` and `asset-missing`.
 */
export function deckStyle(context: Context): { style: DeckStyle; assets: string[] } {
  const tokens = [...lookTokens(context)].map(([name, value]) => `${name}:${value}`).join(';')
  const own = tokens && `:root{${tokens}}\n`
  const assets: string[] = []
  const path = sheetBeside(context.file.path)
  const text = path === undefined ? undefined : context.host.read(path)
  if (path === undefined || text === undefined)
    return { style: { slides: layer(own), tokens: layer(own) }, assets }
  const part = context.reportIn(path, text)
  const sheet = readSheet(text, {
    trusted: context.trustHtml,
    address(written, offset) {
      const bare = written.replace(/[?#].*$/, '')
      const asset = context.host.asset(bare)
      if (asset) {
        assets.push(asset.url)
        return SITE_ROOT + asset.url + written.slice(bare.length)
      }
      const fix = didYouMean(
        bare,
        context.host.siblings(),
        'Correct the path or add the file beside the deck.',
      )
      part.report('asset-missing', part.at(offset), `There is no file \`${bare}\` beside the deck`, { fix })
      return undefined
    },
    report: (rule, offset, reason, fix) =>
      part.report(rule, part.at(offset), reason, fix === undefined ? {} : { fix }),
  })
  return { style: { slides: layer(own + sheet.css), tokens: layer(own + sheet.tokens) }, assets }
}

function layer(css: string): string {
  return css.trim() === '' ? '' : `${LAYERS}@layer deck{\n${css}}`
}

/** The sheet's name, relative to the deck. */
function sheetBeside(deck: string | undefined): string | undefined {
  const name = /([^/]+)\.md$/i.exec(deck ?? '')?.[1]
  return name === undefined ? undefined : name.toLowerCase() === 'index' ? 'style.css' : `${name}.css`
}
