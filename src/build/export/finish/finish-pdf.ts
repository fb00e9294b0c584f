/** Second pass over the browser's PDF: what makes it a document, and the same bytes every time. */
import type { Formula } from '../formula-marks.ts'
import { describeLinks, type SiteLinks } from './annotations.ts'
import { mendContent } from './content.ts'
import { setFacts, type PdfFacts } from './facts.ts'
import { addNotes, type PageNote } from './notes.ts'
import { setOutline, type OutlineItem } from './outline.ts'
import { setPageLabels } from './page-labels.ts'
import type { PdfFile } from './pdf-file.ts'
import { readPdf } from './read-pdf.ts'
import { mendStructure } from './structure.ts'
import { structureLinks } from './structure-links.ts'
import { sectionPages } from './section-pages.ts'
import { writePdf } from './write-pdf.ts'

export interface FinishOptions {
  facts: PdfFacts
  /** What each page is called; where it is left out, they are counted. */
  labels?: readonly string[]
  /** The outline, from the pages on which the slides begin; these are empty where the PDF does not say. */
  outline: (starts: readonly number[]) => readonly OutlineItem[]
  /** Where links to files of the site lead. */
  site?: SiteLinks | undefined
  /** The title of the slide with this id. */
  titleOf: (id: string) => string | undefined
  /** What the lecturer says, on the pages of the slides. */
  notes?: readonly PageNote[]
  /** By the numbers that the page's labels name. */
  formulas: readonly Formula[]
}

export interface FinishedPdf {
  bytes: Uint8Array
  pages: number
}

/** Gives `raw` its facts, outline, page labels and the structure that the browser cannot write. */
export async function finishPdf(raw: Uint8Array, options: FinishOptions): Promise<FinishedPdf> {
  const pdf = await opened(raw)
  const links = structureLinks(pdf)
  if (links) {
    mendContent(pdf, links)
    addNotes(pdf, links, options.notes ?? [], options.facts)
    links.write()
  }
  mendStructure(pdf, options.formulas)
  describeLinks(pdf, options.titleOf, options.site)
  setOutline(pdf, options.outline(sectionPages(pdf)))
  if (options.labels) setPageLabels(pdf, options.labels)
  setFacts(pdf, options.facts)
  return { bytes: writePdf(pdf), pages: pdf.pages().length }
}

/** Another browser may write its PDFs in another way: the library knows them all, and writes one that we can read. */
async function opened(raw: Uint8Array): Promise<PdfFile> {
  try {
    return readPdf(raw)
  } catch {
    const { PDFDocument } = await import('@cantoo/pdf-lib')
    const pdf = await PDFDocument.load(raw, { updateMetadata: false, parseSpeed: Infinity })
    return readPdf(await pdf.save({ useObjectStreams: false, addDefaultPage: false }))
  }
}
