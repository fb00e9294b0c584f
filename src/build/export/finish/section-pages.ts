/** On which page each slide begins, from the structure. */
import { Ref, asDict, listIn, type Dict, type PdfObject } from './objects.ts'
import type { PdfFile } from './pdf-file.ts'

/** The elements of the slides: the children of the document's main part. Empty where the PDF has no structure. */
export function slideElements(pdf: PdfFile): Ref[] {
  const [document] = pdf.structure ? kidsOf(pdf.structure) : []
  const [main] = document ? kidsOf(document) : []
  return main
    ? (listIn(main, 'K').filter((kid) => kid instanceof Ref && isElement(asDict(kid))) as Ref[])
    : []
}

/** The page on which each slide's element begins; names these elements sections. */
export function sectionPages(pdf: PdfFile): number[] {
  const pages = new Map<PdfObject | undefined, number>(pdf.pages().map((ref, index) => [ref, index]))
  const firstPage = (element: Dict): number | undefined => {
    const own = pages.get(element.get('Pg'))
    if (own !== undefined) return own
    for (const kid of kidsOf(element)) {
      const found = firstPage(kid)
      if (found !== undefined) return found
    }
    return undefined
  }
  return slideElements(pdf).map((ref) => {
    const section = asDict(ref)!
    section.set('S', '/Sect')
    return firstPage(section) ?? 0
  })
}

/** Child elements; what an element marks on a page is left out. */
export function kidsOf(element: Dict): Dict[] {
  return listIn(element, 'K').map(asDict).filter(isElement)
}

function isElement(dict: Dict | undefined): dict is Dict {
  return dict?.has('S') ?? false
}
