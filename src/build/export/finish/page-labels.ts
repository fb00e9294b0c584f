/** What a reader calls each page: the slide's number, with a letter for its steps. */
import { dictOf, type PdfObject } from './objects.ts'
import type { PdfFile } from './pdf-file.ts'
import { PdfText } from './text.ts'

/** Sets the labels of all pages; those that simply count on are written as one range. */
export function setPageLabels(pdf: PdfFile, labels: readonly string[]): void {
  const numbers: PdfObject[] = []
  let expected: number | undefined
  for (const [page, label] of labels.entries()) {
    const number = /^[1-9]\d*$/.test(label) ? Number(label) : undefined
    if (number === undefined || number !== expected) {
      const range = number === undefined ? { P: PdfText.of(label) } : { S: '/D', St: number }
      numbers.push(page, dictOf(range))
    }
    expected = number === undefined ? undefined : number + 1
  }
  pdf.catalog.set('PageLabels', dictOf({ Nums: numbers }))
}
