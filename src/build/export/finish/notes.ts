/** Speaker notes as annotations: a small sign in the page's corner, whose text a reader opens. */
import type { PdfFacts } from './facts.ts'
import { asDict, dictOf, listIn, numbersIn, type Dict, type Ref } from './objects.ts'
import { inherited, type PdfFile } from './pdf-file.ts'
import { slideElements } from './section-pages.ts'
import type { StructureLinks } from './structure-links.ts'
import { PdfText } from './text.ts'

export interface PageNote {
  /** Index of the slide among those printed, and of the page that shows its final state. */
  slide: number
  page: number
  text: string
}

/** Side of the sign, and how far it is from the upper right corner, in points. */
const SIGN = 20
const MARGIN = 10

/** Puts each note on its page, and into the structure behind all else of its slide. */
export function addNotes(
  pdf: PdfFile,
  links: StructureLinks,
  notes: readonly PageNote[],
  { authors, date }: PdfFacts,
): void {
  const slides = slideElements(pdf)
  const pages = pdf.pages()
  for (const { slide, page: index, text } of notes) {
    const parent = slides[slide]
    const page = pages[index]
    if (!parent || !page) continue
    const [left = 0, bottom = 0, farRight = 0, farTop = 0] = numbersIn(inherited(page, 'MediaBox'))
    const [right, top] = [farRight - left - MARGIN, farTop - bottom - MARGIN]
    const own = pdf.add()
    const annotation = pdf.add(
      dictOf({
        Type: '/Annot',
        Subtype: '/Text',
        Name: '/Note',
        Rect: [right - SIGN, top - SIGN, right, top],
        Contents: PdfText.of(text),
        T: PdfText.of(authors.join(', ')),
        M: date && PdfText.date(date),
        // The sign keeps its size and stays upright, however the page is shown.
        F: 8 | 16,
        P: page,
        StructParent: links.keyFor(own),
      }),
    )
    append(asDict(page)!, 'Annots', annotation)
    append(asDict(parent)!, 'K', own)
    const held = dictOf({ Type: '/OBJR', Obj: annotation, Pg: page })
    own.object = dictOf({ Type: '/StructElem', S: '/Annot', P: parent, Pg: page, K: held })
  }
}

/** Adds to a list in `dict`, where what stands there may be none yet, or one thing alone. */
function append(dict: Dict, key: string, added: Ref): void {
  dict.set(key, [...listIn(dict, key), added])
}
