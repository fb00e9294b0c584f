/** The tree of the PDF's structure: what the browser leaves out or names wrongly. */
import { formulaNumber, type Formula } from '../formula-marks.ts'
import { packedStream } from './flate.ts'
import { asDict, dictOf, listIn, resolved, type Dict, type PdfObject, type Ref } from './objects.ts'
import type { PdfFile } from './pdf-file.ts'
import { kidsOf } from './section-pages.ts'
import { PdfText } from './text.ts'

/** Names formulas, slides and the bodies of list items as what they are. */
export function mendStructure(pdf: PdfFile, formulas: readonly Formula[]): void {
  const root = pdf.structure
  if (!root) return
  root.set('RoleMap', dictOf({ Em: '/Span', Strong: '/Span' }))
  const fileOf = mathFiles(pdf)
  for (const child of kidsOf(root)) mendElement(pdf, child, formulas, fileOf)
}

function mendElement(
  pdf: PdfFile,
  element: Dict,
  formulas: readonly Formula[],
  fileOf: (mathml: string) => Ref,
): void {
  const kind = element.get('S')
  const alt = resolved(element.get('Alt'))
  const label = alt instanceof PdfText ? alt.toString() : undefined
  const number = label === undefined ? undefined : formulaNumber(label)
  if (number !== undefined && formulas[number]) {
    const { tex, mathml } = formulas[number]
    element.set('S', '/Formula')
    element.set('Alt', PdfText.of(tex))
    element.set('AF', [fileOf(mathml)])
  }
  const kids = kidsOf(element)
  // A figure around its drawing and its caption, or around a list: what lies inside says what it is.
  if (kind === '/Figure' && label === undefined && kids.length > 0) element.set('S', '/Div')
  // Links with a role of their own, such as citations.
  if (kind === '/NonStruct' && holdsLink(element)) element.set('S', '/Link')
  if (kind === '/LI') giveBody(pdf, element, kids)
  for (const kid of kids) mendElement(pdf, kid, formulas, fileOf)
}

/** MathML as files in the PDF; the same formula is there once. */
function mathFiles(pdf: PdfFile): (mathml: string) => Ref {
  const files = new Map<string, Ref>()
  return (mathml) => {
    let ref = files.get(mathml)
    if (!ref) {
      const file = packedStream(Buffer.from(mathml), {
        Type: '/EmbeddedFile',
        Subtype: '/application#2Fmathml+xml',
      })
      const spec = dictOf({
        Type: '/Filespec',
        F: PdfText.plain('formula.mml'),
        UF: PdfText.of('formula.mml'),
        AFRelationship: '/Supplement',
        EF: dictOf({ F: pdf.add(file) }),
      })
      files.set(mathml, (ref = pdf.add(spec)))
    }
    return ref
  }
}

/** The browser puts an item's label and its content side by side; the content needs a body around it. */
function giveBody(pdf: PdfFile, item: Dict, kids: readonly Dict[]): void {
  const held = listIn(item, 'K')
  const isLabel = (kid: PdfObject): boolean => {
    const kind = asDict(kid)?.get('S')
    return kind === '/Lbl' || kind === '/LBody'
  }
  const content = held.filter((kid) => !isLabel(kid))
  // The item's own reference, as its children name it.
  const own = kids.map((kid) => kid.get('P')).find((parent) => asDict(parent) === item)
  if (content.length === 0 || !own) return
  const body = pdf.add(dictOf({ Type: '/StructElem', S: '/LBody', P: own, K: content, Pg: item.get('Pg') }))
  for (const kid of content) {
    const element = asDict(kid)
    if (element?.has('S')) element.set('P', body)
  }
  item.set('K', [...held.filter(isLabel), body])
}

function holdsLink(element: Dict): boolean {
  return listIn(element, 'K').some((kid) => asDict(kid)?.get('Type') === '/OBJR')
}
