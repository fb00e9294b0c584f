/** On which page each slide begins, from the structure. */
import { PDFArray, PDFDict, PDFName, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib'

const name = (text: string): PDFName => PDFName.of(text)

/**
 * The page on which each child of the document's main part begins, and names these children sections. Empty where the
 * PDF has no structure.
 */
export function sectionPages(pdf: PDFDocument): number[] {
  const root = pdf.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)
  const [document] = root ? kidsOf(pdf, root) : []
  const [main] = document ? kidsOf(pdf, document) : []
  if (!main) return []
  const pages = new Map(pdf.getPages().map(({ ref }, index) => [ref as PDFObject, index]))
  const firstPage = (element: PDFDict): number | undefined => {
    const own = pages.get(element.get(name('Pg')) as PDFObject)
    if (own !== undefined) return own
    for (const kid of kidsOf(pdf, element)) {
      const found = firstPage(kid)
      if (found !== undefined) return found
    }
    return undefined
  }
  return kidsOf(pdf, main).map((section) => {
    section.set(name('S'), name('Sect'))
    return firstPage(section) ?? 0
  })
}

function kidsOf(pdf: PDFDocument, element: PDFDict): PDFDict[] {
  const kids = element.lookup(name('K'))
  const list = kids instanceof PDFArray ? kids.asArray() : [element.get(name('K'))]
  return list
    .map((kid) => pdf.context.lookup(kid))
    .filter((kid): kid is PDFDict => kid instanceof PDFDict && kid.has(name('S')))
}
