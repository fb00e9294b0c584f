/** One deck as PDF: page, print, second pass. The same deck gives the same bytes. */
import type { Compiled, CompiledSlide } from '../../compiler/compiled.ts'
import type { InkFile } from '../../shared/ink.ts'
import { slideWordsIn } from '../../shared/words/slide-words.ts'
import type { Browser } from '../browser/browser.ts'
import type { Page } from '../browser/page.ts'
import type { BuiltDeck, DeckStore } from '../deck-store.ts'
import { paperLayout, type PaperLayout } from '../pages/paper-layout.ts'
import { renderPrintPage } from '../pages/print-page.ts'
import { shownSlides } from '../pages/slide-section.ts'
import type { RuntimeBundle } from '../vite/runtime-bundle.ts'
import { documentDate } from './document-date.ts'
import type { FinishedPdf } from './finish/finish-pdf.ts'
import { markFormulas, type Formula } from './formula-marks.ts'
import {
  addAnswers,
  hideAnswers,
  loadFonts,
  notesAsText,
  spreadSteps,
  stillMedia,
  unlinkFiles,
  type StepPages,
} from './in-page.ts'
import { outlineOf, pageLabels } from './page-names.ts'
import { withPrintPage } from './print-pdf.ts'
import { writePrintSite } from './print-site.ts'
import { fitPictures } from './pictures/fit-pictures.ts'
import { slidesInRange } from './slide-range.ts'
import { withStaticFonts } from './static-fonts.ts'

export type Images = 'print' | 'original'

export interface PdfOptions {
  /** `5-12,#slug`; default: all slides. */
  range?: string
  dark: boolean
  /** Whether the answers to questions follow the slides. */
  answers: boolean
  /** One page a slide, or one a step. */
  steps: StepPages
  /** Whether each page has its slide's notes as an annotation. */
  annotations?: boolean
  /** Pictures as they are, or (default) re-coded and made smaller where that takes nothing from them. */
  images?: Images
  /** What was drawn in the lecture, by slug. */
  ink?: InkFile['slides']
  /**
   * Where links to other decks and to files lead: the address of the site, or the way to it from a PDF that lies in it.
   * Undefined: they are text. It ends with a slash.
   */
  site?: string
  /** Slides on paper; undefined: each slide is a page of its own size. */
  paper?: Omit<PaperLayout, 'dark'>
}

/** What one deck takes beside the browser. */
export interface PdfSource {
  deck: BuiltDeck
  /** The print page's bundle with the deck's theme. */
  bundle: RuntimeBundle
  assets: DeckStore['assets']['files']
  projectRoot: string
}

/** The opened print page of a deck. */
export interface OpenedDeck {
  page: Page
  /** The address of the folder in which it lies. */
  folder: string
  slides: CompiledSlide[]
  /** The numbers of `slides` in the whole deck. */
  numbers: number[]
  formulas: Formula[]
  /** How many pages each sheet has become, those with answers at the end. */
  pages: number[]
}

/** Prints a deck. What it gives makes the PDF of it, for which the browser is not needed any more. */
export async function printDeck(
  browser: Browser,
  source: PdfSource,
  options: PdfOptions,
  tell: (what: string) => void,
): Promise<() => Promise<FinishedPdf>> {
  const { facts, manifest } = source.deck.compiled
  const { raw, finishPdf, ...opened } = await withDeckPage(browser, source, options, async (deckPage) => {
    if (options.images !== 'original')
      await fitPictures(deckPage.page, options.paper ? undefined : manifest.stage.width)
    tell(`printing ${deckPage.slides.length} slides`)
    const printing = deckPage.page.pdf()
    // While the browser prints, there is time to load what comes after.
    const { finishPdf } = await import('./finish/finish-pdf.ts')
    const raw = await printing
    const spoken = options.annotations ? deckPage.slides.map(({ notes }) => notes) : []
    const notes = await deckPage.page.evaluate(notesAsText, spoken)
    const site = options.site === undefined ? undefined : { from: deckPage.folder, to: options.site }
    return { ...deckPage, raw, notes, site, finishPdf }
  })
  const answers = options.answers ? slideWordsIn(manifest.lang).answer : undefined
  return () => {
    tell('adding outline and structure')
    return finishPdf(raw, {
      formulas: opened.formulas,
      notes: opened.notes.flatMap((text, slide) => {
        const page = opened.pages.slice(0, slide + 1).reduce((sum, count) => sum + count, -1)
        return text === '' ? [] : { slide, page, text }
      }),
      site: opened.site,
      titleOf: (id) => opened.slides.find(({ slug }) => slug === id)?.title,
      ...(options.paper ? {} : { labels: pageLabels(opened.numbers, opened.pages) }),
      outline: (starts) =>
        outlineOf(manifest, opened.slides, options.paper ? starts : startsOf(opened.pages), answers),
      facts: {
        title: manifest.title,
        authors: manifest.authors,
        subject: facts.description || facts.subtitle,
        keywords: facts.keywords,
        lang: manifest.lang,
        date: documentDate(facts.date),
      },
    })
  }
}

/** Opens the deck's print page in the browser, its steps spread and its answers where they belong. */
export async function withDeckPage<T>(
  browser: Browser,
  { deck: { compiled }, ...source }: PdfSource,
  options: PdfOptions,
  use: (opened: OpenedDeck) => Promise<T>,
  scale = 1,
): Promise<T> {
  const { manifest } = compiled
  const shown = shownSlides(compiled)
  const slides = slidesInRange(shown, options.range)
  const numbers = slides.map((slide) => shown.indexOf(slide) + 1)
  const formulas: Formula[] = []
  const rewrite = (html: string): string => markFormulas(html, formulas)
  const { paper, dark } = options
  const fonts = await withStaticFonts(source.bundle, compiled, source.projectRoot)
  const site = writePrintSite(compiled, fonts, source.assets, (urls) =>
    renderPrintPage(compiled, urls, {
      slides,
      scheme: dark && !paper ? 'dark' : 'light',
      look: 'pdf',
      unseen: !hasPictures(compiled, fonts),
      rewrite,
      ...(options.ink && { ink: options.ink }),
      ...(paper && paperLayout(manifest, slides, numbers, { ...paper, dark }, rewrite, urls.root)),
    }),
  )
  try {
    return await withPrintPage(
      browser,
      site.url,
      async (page) => {
        await page.evaluate(loadFonts, fonts.marks)
        await page.evaluate(stillMedia)
        if (options.site === undefined) await page.evaluate(unlinkFiles)
        if (options.answers) await page.evaluate(addAnswers, slideWordsIn(manifest.lang).answer)
        await page.evaluate(hideAnswers)
        const pages = await page.evaluate(spreadSteps, paper ? 'none' : options.steps)
        return use({ page, folder: new URL('.', site.url).href, slides, numbers, formulas, pages })
      },
      // A long deck may take longer.
      {
        scale,
        patience: { loading: 60_000 + 100 * slides.length, printing: 120_000 + 1000 * slides.length },
      },
    )
  } finally {
    site.remove()
  }
}

/** Whether the styles show pictures, which a browser loads only where it shows what they are of. */
function hasPictures({ style }: Compiled, { files }: RuntimeBundle): boolean {
  return (
    style.slides.includes('url(') ||
    [...files.keys()].some((name) => !/\.(css|js|woff2?|ttf|otf)$/.test(name))
  )
}

/** The page on which each sheet's pages begin. */
function startsOf(pages: readonly number[]): number[] {
  let next = 0
  return pages.map((count) => (next += count) - count)
}
