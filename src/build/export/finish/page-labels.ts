/** What a reader calls each page: the slide's number, with a letter for its steps. */
import { PDFHexString, PDFName, PDFNumber, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib'

/** Sets the labels of all pages; those that simply count on are written as one range. */
export function setPageLabels(pdf: PDFDocument, labels: readonly string[]): void {
  const { context } = pdf
  const numbers: PDFObject[] = []
  let expected: number | undefined
  for (const [page, label] of labels.entries()) {
    const number = /^[1-9]\d*$/.test(label) ? Number(label) : undefined
    if (number === undefined || number !== expected) {
      const range = number === undefined ? { P: PDFHexString.fromText(label) } : { S: 'D', St: number }
      numbers.push(PDFNumber.of(page), context.obj(range))
    }
    expected = number === undefined ? undefined : number + 1
  }
  pdf.catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: numbers }))
}
