/** A PDF taken apart for tests: its structure, its marked content, its fonts. */
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
  decodePDFRawStream,
  type PDFObject,
} from '@cantoo/pdf-lib'

export const name = (text: string): PDFName => PDFName.of(text)

/** An element of the structure with all that tests ask of it. */
export interface Element {
  /** As the file has it: `H2`, `Formula`. */
  kind: string
  dict: PDFDict
  parent: Element | undefined
  kids: Element[]
  alt: string | undefined
  /** Marks that it holds: page or group, and number. */
  marks: { place: PDFRef | undefined; mark: number }[]
  /** Annotations that it holds. */
  objects: PDFDict[]
}

export async function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false })
}

export function textOf(object: PDFObject | undefined): string | undefined {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined
}

/** All elements, each before what lies in it. */
export function elementsOf(pdf: PDFDocument): Element[] {
  const found: Element[] = []
  const visit = (dict: PDFDict, parent: Element | undefined, page: PDFRef | undefined): Element => {
    const own = dict.get(name('Pg'))
    const here = own instanceof PDFRef ? own : page
    const element: Element = {
      kind: (dict.lookup(name('S')) as PDFName | undefined)?.decodeText() ?? '',
      dict,
      parent,
      kids: [],
      alt: textOf(dict.lookup(name('Alt'))),
      marks: [],
      objects: [],
    }
    found.push(element)
    const kids = dict.lookup(name('K'))
    for (const raw of kids instanceof PDFArray ? kids.asArray() : [dict.get(name('K'))]) {
      const kid = pdf.context.lookup(raw)
      if (kid instanceof PDFNumber) element.marks.push({ place: here, mark: kid.asNumber() })
      else if (kid instanceof PDFDict && kid.get(name('Type')) === name('OBJR'))
        element.objects.push(kid.lookup(name('Obj'), PDFDict))
      else if (kid instanceof PDFDict && kid.get(name('Type')) === name('MCR')) {
        const place = kid.get(name('Stm')) ?? kid.get(name('Pg')) ?? here
        element.marks.push({ place: place as PDFRef, mark: kid.lookup(name('MCID'), PDFNumber).asNumber() })
      } else if (kid instanceof PDFDict) element.kids.push(visit(kid, element, here))
    }
    return element
  }
  const root = pdf.catalog.lookup(name('StructTreeRoot'), PDFDict)
  visit(root, undefined, undefined)
  return found.slice(1)
}

export interface Content {
  place: PDFRef
  page: number
  /** Marks of the structure that stand in it. */
  marks: number[]
  /** Operators that paint, and whether within an element, within decoration, or bare. */
  paints: { operator: string; within: 'element' | 'artifact' | 'nothing' }[]
  /** Decoration inside of an element, or an element inside of decoration. */
  nested: number
}

/** The content of pages and of the groups that they draw. */
export function contentsOf(pdf: PDFDocument): Content[] {
  const found: Content[] = []
  const read = (
    ref: PDFRef,
    place: PDFRef,
    page: number,
    resources: PDFDict | undefined,
    around: string[],
  ): void => {
    const stream = pdf.context.lookup(ref) as PDFRawStream
    const text = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
    const content: Content = { place, page, marks: [], paints: [], nested: 0 }
    const open = [...around]
    // Strings first, so that no word in them is taken for an operator.
    const words = text.matchAll(
      /\((?:\\[^]|[^\\()])*\)|\/(\S+?)\s*<<(.*?)>>\s*BDC|\/(\w+)\s+(BMC|Do)\b|\b(EMC|Tj|TJ|f\*?|F|S|s|B\*?|b\*?|sh)(?=\s|$)/g,
    )
    for (const [, tag, properties = '', operand, bmc, operator] of words) {
      if (tag !== undefined) {
        const mark = /\/MCID (\d+)/.exec(properties)?.[1]
        // Within an element a stretch may say what its letters stand for.
        if (open.length > 0 && mark !== undefined) content.nested++
        open.push(open.at(-1) ?? 'element')
        if (mark !== undefined) content.marks.push(Number(mark))
      } else if (bmc === 'BMC') {
        if (open.length > 0) content.nested++
        open.push(operand === 'Artifact' ? 'artifact' : 'element')
      } else if (operator === 'EMC') open.pop()
      else if (bmc === 'Do') {
        const object = resources?.lookupMaybe(name('XObject'), PDFDict)?.get(name(operand!))
        const drawn = pdf.context.lookup(object)
        const isForm = drawn instanceof PDFRawStream && drawn.dict.get(name('Subtype')) === name('Form')
        if (isForm && object instanceof PDFRef)
          read(object, object, page, drawn.dict.lookupMaybe(name('Resources'), PDFDict) ?? resources, open)
        else content.paints.push({ operator: 'Do', within: within(open) })
      } else if (operator !== undefined) content.paints.push({ operator, within: within(open) })
    }
    found.push(content)
  }
  for (const [index, page] of pdf.getPages().entries())
    read(page.node.get(name('Contents')) as PDFRef, page.ref, index, page.node.Resources(), [])
  return found
}

const within = (open: readonly string[]): 'element' | 'artifact' | 'nothing' =>
  (open.at(-1) as 'element' | 'artifact' | undefined) ?? 'nothing'

export interface Font {
  name: string
  kind: string
  embedded: boolean
  unicode: boolean
}

export function fontsOf(pdf: PDFDocument): Font[] {
  return pdf.context.enumerateIndirectObjects().flatMap(([, font]) => {
    if (!(font instanceof PDFDict) || font.get(name('Type')) !== name('Font')) return []
    const kind = (font.get(name('Subtype')) as PDFName).decodeText()
    if (kind.startsWith('CIDFont')) return []
    const inner = font.lookupMaybe(name('DescendantFonts'), PDFArray)?.lookup(0, PDFDict) ?? font
    const descriptor = inner.lookupMaybe(name('FontDescriptor'), PDFDict)
    return {
      name: (font.get(name('BaseFont')) as PDFName | undefined)?.decodeText() ?? '(drawn)',
      kind,
      embedded: ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.has(name(key)) ?? false),
      unicode: font.has(name('ToUnicode')),
    }
  })
}

/** A picture in a PDF. */
export interface PdfImage {
  width: number
  height: number
  /** `DCTDecode` for a JPEG, `FlateDecode` for pixels. */
  filter: string
  /** Whether parts of it can be seen through. */
  hasMask: boolean
}

/** The pictures in a PDF, without the masks that belong to them. */
export function imagesOf(pdf: PDFDocument): PdfImage[] {
  const images = pdf.context
    .enumerateIndirectObjects()
    .flatMap(([ref, object]) =>
      object instanceof PDFRawStream && object.dict.get(name('Subtype')) === name('Image')
        ? [{ ref, dict: object.dict }]
        : [],
    )
  const masks = new Set(images.map(({ dict }) => dict.get(name('SMask'))))
  return images
    .filter(({ ref }) => !masks.has(ref))
    .map(({ dict }) => ({
      width: dict.lookup(name('Width'), PDFNumber).asNumber(),
      height: dict.lookup(name('Height'), PDFNumber).asNumber(),
      filter: dict.lookup(name('Filter'), PDFName).decodeText(),
      hasMask: dict.has(name('SMask')),
    }))
}
