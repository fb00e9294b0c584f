/** On which page each slide begins, from the structure. */
import { PDFArray, PDFDict, PDFName, PDFRef, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib'

const name = (text: string): PDFName => PDFName.of(text)

/** The elements of the slides: the children of the document's main part. Empty where the PDF has no structure. */
export function slideElements(pdf: PDFDocument): PDFRef[] {
  const root = pdf.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)
  const [document] = root ? kidsOf(pdf, root) : []
  const [main] = document ? kidsOf(pdf, document) : []
  const kids = main?.lookup(name('K'))
  const list = kids instanceof PDFArray ? kids.asArray() : [main?.get(name('K'))]
  return list.filter((kid): kid is PDFRef => {
    const element = kid instanceof PDFRef ? pdf.context.lookup(kid) : undefined
    return element instanceof PDFDict && element.has(name('S'))
  })
}

/** The page on which each slide's element begins; names these elements sections. */
export function sectionPages(pdf: PDFDocument): number[] {
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
  return slideElements(pdf).map((ref) => {
    const section = pdf.context.lookup(ref, PDFDict)
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
