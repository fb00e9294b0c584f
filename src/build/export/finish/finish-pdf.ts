/** Second pass over the browser's PDF: what makes it a document, and the same bytes every time. */
import { PDFDocument } from '@cantoo/pdf-lib'
import type { Formula } from '../formula-marks.ts'
import { setFacts, type PdfFacts } from './facts.ts'
import { setOutline, type OutlineItem } from './outline.ts'
import { setPageLabels } from './page-labels.ts'
import { mendStructure } from './structure.ts'

export interface FinishOptions {
  facts: PdfFacts
  /** What each page is called. */
  labels: readonly string[]
  outline: readonly OutlineItem[]
  /** By the numbers that the page's labels name. */
  formulas: readonly Formula[]
}

/** Gives `raw` its facts, outline, page labels and the structure that the browser cannot write. */
export async function finishPdf(raw: Uint8Array, options: FinishOptions): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(raw, { updateMetadata: false, parseSpeed: Infinity })
  mendStructure(pdf, options.formulas)
  setOutline(pdf, options.outline)
  setPageLabels(pdf, options.labels)
  setFacts(pdf, options.facts)
  return pdf.save({ objectsPerTick: Infinity, updateFieldAppearances: false })
}
