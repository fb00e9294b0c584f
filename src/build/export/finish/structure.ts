/** The tree of the PDF's structure: what the browser leaves out or names wrongly. */
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFString,
  type PDFContext,
  type PDFDocument,
  type PDFObject,
  type PDFRef,
} from '@cantoo/pdf-lib'
import { packedStream } from './packed-stream.ts'
import { formulaNumber, type Formula } from '../formula-marks.ts'

const name = (text: string): PDFName => PDFName.of(text)
const [ALT, K, PARENT, S] = [name('Alt'), name('K'), name('P'), name('S')]
// The same name is the same object.
const [FIGURE, NON_STRUCT, LI] = [name('Figure'), name('NonStruct'), name('LI')]
const [LBL, LBODY]: (PDFObject | undefined)[] = [name('Lbl'), name('LBody')]

/** Names formulas, slides and the bodies of list items as what they are. */
export function mendStructure(pdf: PDFDocument, formulas: readonly Formula[]): void {
  const root = pdf.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)
  if (!root) return
  root.set(name('RoleMap'), pdf.context.obj({ Em: 'Span', Strong: 'Span' }))
  const fileOf = mathFiles(pdf.context)
  for (const child of kidsOf(pdf, root)) mendElement(pdf, child, formulas, fileOf)
}

function mendElement(
  pdf: PDFDocument,
  element: PDFDict,
  formulas: readonly Formula[],
  fileOf: (mathml: string) => PDFRef,
): void {
  const kind = element.get(S)
  const alt = element.lookup(ALT)
  const label = alt instanceof PDFString || alt instanceof PDFHexString ? alt.decodeText() : undefined
  const number = label === undefined ? undefined : formulaNumber(label)
  if (number !== undefined && formulas[number]) {
    const { tex, mathml } = formulas[number]
    element.set(S, name('Formula'))
    element.set(ALT, PDFHexString.fromText(tex))
    element.set(name('AF'), pdf.context.obj([fileOf(mathml)]))
  }
  const kids = kidsOf(pdf, element)
  // A figure around its drawing and its caption, or around a list: what lies inside says what it is.
  if (kind === FIGURE && label === undefined && kids.length > 0) element.set(S, name('Div'))
  // Links with a role of their own, such as citations.
  if (kind === NON_STRUCT && holdsLink(pdf, element)) element.set(S, name('Link'))
  if (kind === LI) giveBody(pdf, element)
  for (const kid of kids) mendElement(pdf, kid, formulas, fileOf)
}

/** MathML as files in the PDF; the same formula is there once. */
function mathFiles(context: PDFContext): (mathml: string) => PDFRef {
  const files = new Map<string, PDFRef>()
  return (mathml) => {
    let ref = files.get(mathml)
    if (!ref) {
      const file = packedStream(context, new TextEncoder().encode(mathml), {
        Type: 'EmbeddedFile',
        Subtype: 'application/mathml+xml',
      })
      const spec = context.obj({
        Type: 'Filespec',
        F: PDFString.of('formula.mml'),
        UF: PDFHexString.fromText('formula.mml'),
        AFRelationship: 'Supplement',
        EF: { F: context.register(file) },
      })
      files.set(mathml, (ref = context.register(spec)))
    }
    return ref
  }
}

/** The browser puts an item's label and its content side by side; the content needs a body around it. */
function giveBody(pdf: PDFDocument, item: PDFDict): void {
  const kids = rawKids(pdf, item)
  const isLabel = (kid: PDFObject): boolean => {
    const element = pdf.context.lookup(kid)
    return element instanceof PDFDict && [LBL, LBODY].includes(element.get(S))
  }
  const content = kids.filter((kid) => !isLabel(kid))
  const own = refOf(pdf, item)
  if (content.length === 0 || !own) return
  const body = pdf.context.obj({ Type: 'StructElem', S: 'LBody', P: own, K: content })
  const page = item.get(name('Pg'))
  if (page) body.set(name('Pg'), page)
  const ref = pdf.context.register(body)
  for (const kid of content) {
    const element = pdf.context.lookup(kid)
    if (element instanceof PDFDict && element.get(S)) element.set(PARENT, ref)
  }
  item.set(K, pdf.context.obj([...kids.filter(isLabel), ref]))
}

function holdsLink(pdf: PDFDocument, element: PDFDict): boolean {
  return rawKids(pdf, element).some((kid) => {
    const held = pdf.context.lookup(kid)
    return held instanceof PDFDict && held.get(name('Type')) === name('OBJR')
  })
}

/** An element's own reference, as its children name it. */
function refOf(pdf: PDFDocument, element: PDFDict): PDFRef | undefined {
  for (const kid of kidsOf(pdf, element)) {
    const parent = kid.get(PARENT)
    if (parent && pdf.context.lookup(parent) === element) return parent as PDFRef
  }
  return undefined
}

function rawKids(pdf: PDFDocument, element: PDFDict): PDFObject[] {
  const kids = element.lookup(K)
  if (kids instanceof PDFArray) return kids.asArray()
  const one = element.get(K)
  return one ? [one] : []
}

/** Child elements; what they mark on a page is left out. */
function kidsOf(pdf: PDFDocument, element: PDFDict): PDFDict[] {
  return rawKids(pdf, element)
    .map((kid) => pdf.context.lookup(kid))
    .filter((kid): kid is PDFDict => kid instanceof PDFDict && kid.get(S) instanceof PDFName)
}
