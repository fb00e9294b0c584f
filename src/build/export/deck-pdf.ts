/** One deck as PDF: page, print, second pass. */
import type { Browser } from 'playwright-core'
import type { CompiledSlide } from '../../compiler/compiled.ts'
import type { BuiltDeck, DeckStore } from '../deck-store.ts'
import { renderPrintPage } from '../pages/print-page.ts'
import { shownSlides } from '../pages/slide-section.ts'
import type { RuntimeBundle } from '../vite/runtime-bundle.ts'
import { documentDate } from './document-date.ts'
import { finishPdf } from './finish/finish-pdf.ts'
import type { OutlineItem } from './finish/outline.ts'
import { markFormulas, type Formula } from './formula-marks.ts'
import { printPage, withPrintPage } from './print-pdf.ts'
import { writePrintSite } from './print-site.ts'
import { slidesInRange } from './slide-range.ts'
import { withStaticFonts } from './static-fonts.ts'

export interface PdfOptions {
  /** `5-12,#slug`; default: all slides. */
  range?: string
  scheme: 'light' | 'dark'
}

export interface MadePdf {
  bytes: Uint8Array
  pages: number
}

/** What one deck takes beside the browser. */
export interface PdfSource {
  deck: BuiltDeck
  /** The print page's bundle with the deck's theme. */
  bundle: RuntimeBundle
  assets: DeckStore['assets']['files']
  projectRoot: string
}

/** Makes the PDF of a deck. The same deck gives the same bytes. */
export async function deckPdf(
  browser: Browser,
  { deck, bundle, assets, projectRoot }: PdfSource,
  options: PdfOptions,
  tell: (what: string) => void,
): Promise<MadePdf> {
  const { compiled } = deck
  const shown = shownSlides(compiled)
  const slides = slidesInRange(shown, options.range)
  const formulas: Formula[] = []
  const fonts = await withStaticFonts(bundle, compiled, projectRoot)
  const site = writePrintSite(deck, fonts, assets, (urls) =>
    renderPrintPage(compiled, urls, {
      slides,
      scheme: options.scheme,
      look: 'pdf',
      rewrite: (html) => markFormulas(html, formulas),
    }),
  )
  try {
    tell('printing')
    const raw = await withPrintPage(browser, site.url, printPage)
    tell('adding outline and structure')
    const { facts, manifest } = compiled
    const bytes = await finishPdf(raw, {
      formulas,
      labels: slides.map((slide) => String(shown.indexOf(slide) + 1)),
      outline: outlineOf(deck, slides),
      facts: {
        title: manifest.title,
        authors: manifest.authors,
        subject: facts.description || facts.subtitle,
        keywords: facts.keywords,
        lang: manifest.lang,
        date: documentDate(facts.date),
      },
    })
    return { bytes, pages: slides.length }
  } finally {
    site.remove()
  }
}

/** Sections with their slides; the slides of a section without a title stand beside them. */
function outlineOf({ compiled }: BuiltDeck, slides: readonly CompiledSlide[]): OutlineItem[] {
  const items: OutlineItem[] = []
  for (const [at, section] of compiled.manifest.sections.entries()) {
    const own = slides.flatMap((slide, page) =>
      slide.section === at ? [{ title: slide.title, page, children: [] }] : [],
    )
    const [first] = own
    if (!first) continue
    if (section.title === '') items.push(...own)
    else {
      const children = first.title === section.title ? own.slice(1) : own
      items.push({ title: section.title, page: first.page, children })
    }
  }
  return items
}
