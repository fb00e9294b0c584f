/** The print page: every slide in its final state, one a sheet, without a script. */
import type { Compiled, CompiledSlide } from '../../compiler/compiled.ts'
import { FIT_ATTRIBUTE } from '../../shared/fit.ts'
import { INK_ID, type SlideInk } from '../../shared/ink.ts'
import { attributesHtml, headHtml, resolveSiteUrls, scriptJson } from './html.ts'
import type { PageUrls } from './urls.ts'
import { pageSize, stageStyle } from './lecture-page.ts'
import { shownSlides, slideSection } from './slide-section.ts'

export interface PrintOptions {
  /** The slides to show; default: all that the deck shows. */
  slides?: readonly CompiledSlide[]
  /** Light or dark, whatever the reader's system prefers. */
  scheme?: 'light' | 'dark'
  /** Classes of `<html>`, for looks of single outputs. */
  look?: string
  /** Size of the paper where it is not the stage's. */
  paper?: string
  /**
   * Whether the browser is to lay out only for print what no screen needs to show before. Its fonts then have to be
   * loaded by hand.
   */
  unseen?: boolean
  /** Changes each slide's HTML. */
  rewrite?: (html: string) => string
  /** Strokes to draw over the slides, by slug. */
  ink?: Record<string, SlideInk>
  /** It has scripts in any case: the lecture may ask it to print, and to show strokes (`shared/print.ts`). */
  listens?: boolean
  /** Sets the sheets on paper; default: one after the other. */
  arrange?: (sheets: readonly string[]) => string
}

/** What a browser loads only where it shows it, or what is measured before it is printed. */
const SEEN = /<(?:img|image|picture|video|audio|iframe|embed|object|canvas|script)\b|url\(/i

/**
 * Writes `NAME/print/index.html`: what the PDF and the browser's print dialog take, and what is read where scripts
 * are off. A sheet is as large as the stage; on a screen the slides stand in a column as wide as it allows.
 */
export function renderPrintPage(compiled: Compiled, urls: PageUrls, options: PrintOptions = {}): string {
  const { facts, manifest } = compiled
  const { scheme, look, rewrite = (same) => same, arrange = (sheets) => sheets.join('\n') } = options
  const html = attributesHtml({
    lang: manifest.lang,
    dir: manifest.dir,
    class: look,
    'data-mode': 'print',
    'data-theme': manifest.theme,
    'data-scheme': scheme,
  })
  const shown = shownSlides(compiled)
  const parts = (options.slides ?? shown).map((slide) => {
    const number = `counter-set:sheet ${shown.indexOf(slide) + 1}`
    const style = backgroundStyle(slide.attributes, urls.root, number)
    const section = rewrite(slideSection(slide, { root: urls.root, notes: false }))
    return { style, section }
  })
  // Only where the compiler's guess may be bettered by a measure; without scripts the guess stands.
  const scripted =
    options.listens ||
    options.ink !== undefined ||
    shown.some(({ attributes, html }) => FIT_ATTRIBUTE in attributes || html.includes('"fit-line"'))
  // A script measures all of them.
  const unseen = options.unseen === true && !scripted
  const sheets = parts.map(({ style, section }) => {
    const name = unseen && !SEEN.test(style + section) ? 'sheet words-only' : 'sheet'
    return `<div class="${name}"${style}>${section}</div>`
  })
  const ink = options.ink
    ? `<script type="application/json" id="${INK_ID}">${scriptJson(options.ink)}</script>\n`
    : ''
  // Without the deck's script an address names an element, with no slash before it.
  return `<!doctype html>
<html${html}>
<head>
${headHtml(facts, { ...urls, scripts: scripted ? urls.scripts : [] }, { style: compiled.style.slides })}${options.paper ?? pageSize(compiled)}</head>
<body>
<main class="sheets" style="${stageStyle(compiled).replaceAll('"', '&quot;')}">
${arrange(sheets).replaceAll('href="#/', 'href="#')}
</main>
${ink}</body>
</html>
`
}

/** Reveal's background attributes as a style, behind what else it says; only the deck has a layer of its own for them. */
export function backgroundStyle(attributes: Record<string, string>, root: string, ...more: string[]): string {
  const image = attributes['data-background-image']
  const background = {
    'background-color': attributes['data-background-color'],
    'background-image':
      attributes['data-background-gradient'] ??
      (image && `url("${image.replace(/["\\\n\r\f]/g, encodeURIComponent)}")`),
    'background-size': attributes['data-background-size'],
    'background-position': attributes['data-background-position'],
    'background-repeat': attributes['data-background-repeat'],
  }
  const own = Object.entries(background).flatMap(([name, value]) => (value ? `${name}:${value}` : []))
  const style = resolveSiteUrls([...more, ...own].join(';'), root)
  return style === '' ? '' : attributesHtml({ style })
}
