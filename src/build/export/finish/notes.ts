/** Speaker notes as annotations: a small sign in the page's corner, whose text a reader opens. */
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFString,
  type PDFDocument,
  type PDFRef,
} from '@cantoo/pdf-lib'
import type { PdfFacts } from './facts.ts'
import { slideElements } from './section-pages.ts'
import type { StructureLinks } from './structure-links.ts'

export interface PageNote {
  /** Index of the slide among those printed, and of the page that shows its final state. */
  slide: number
  page: number
  text: string
}

/** Side of the sign, and how far it is from the upper right corner, in points. */
const SIGN = 20
const MARGIN = 10

const name = (text: string): PDFName => PDFName.of(text)

/** Puts each note on its page, and into the structure behind all else of its slide. */
export function addNotes(
  pdf: PDFDocument,
  links: StructureLinks,
  notes: readonly PageNote[],
  { authors, date }: PdfFacts,
): void {
  const slides = slideElements(pdf)
  for (const { slide, page: index, text } of notes) {
    const parent = slides[slide]
    if (!parent) continue
    const page = pdf.getPage(index)
    const { width, height } = page.getSize()
    const [right, top] = [width - MARGIN, height - MARGIN]
    const own = pdf.context.nextRef()
    const annotation = pdf.context.register(
      pdf.context.obj({
        Type: 'Annot',
        Subtype: 'Text',
        Name: 'Note',
        Rect: [right - SIGN, top - SIGN, right, top],
        Contents: PDFHexString.fromText(text),
        T: PDFHexString.fromText(authors.join(', ')),
        ...(date && { M: PDFString.fromDate(date) }),
        // The sign keeps its size and stays upright, however the page is shown.
        F: 8 | 16,
        P: page.ref,
        StructParent: links.keyFor(own),
      }),
    )
    append(pdf, page.node, 'Annots', annotation)
    append(pdf, pdf.context.lookup(parent, PDFDict), 'K', own)
    const held = { Type: 'OBJR', Obj: annotation, Pg: page.ref }
    pdf.context.assign(
      own,
      pdf.context.obj({ Type: 'StructElem', S: 'Annot', P: parent, Pg: page.ref, K: held }),
    )
  }
}

/** Adds to a list in `dict`, where what stands there may be none yet, or one thing alone. */
function append(pdf: PDFDocument, dict: PDFDict, key: string, added: PDFRef): void {
  const before = dict.lookup(name(key))
  const list = before instanceof PDFArray ? before.asArray() : before ? [dict.get(name(key))!] : []
  dict.set(name(key), pdf.context.obj([...list, added]))
}
