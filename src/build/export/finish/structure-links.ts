/** The ways between marks on pages and elements of the structure, which a PDF keeps in both directions. */
import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFRef,
  type PDFDocument,
  type PDFObject,
} from '@cantoo/pdf-lib'

const name = (text: string): PDFName => PDFName.of(text)

export interface StructureLinks {
  /**
   * Whether the mark of this number on the page belongs to an element that may hold content. The lines of a table or a
   * list that hang on the whole of it do not.
   */
  has(page: PDFRef, mark: number): boolean
  /** Says where marks are: not on the page itself but in the group that it draws. */
  moveToForm(page: PDFRef, form: PDFRef, marks: readonly number[]): void
  /** The key by which an annotation that this element holds names it. */
  keyFor(element: PDFRef): number
  /** Writes what has changed. */
  write(): void
}

/** Reads the links of a PDF; undefined where it has no structure. */
export function structureLinks(pdf: PDFDocument): StructureLinks | undefined {
  const root = pdf.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)
  const tree = root?.lookupMaybe(name('ParentTree'), PDFDict)
  if (!root || !tree) return undefined
  const parents = new Map<number, PDFObject>()
  readNumbers(tree, parents)
  let next = Math.max(-1, ...parents.keys()) + 1

  const marksOn = (page: PDFRef): PDFArray | undefined => {
    const key = pdf.context.lookup(page, PDFDict).lookupMaybe(name('StructParents'), PDFNumber)
    const marks = key && pdf.context.lookup(parents.get(key.asNumber()))
    return marks instanceof PDFArray ? marks : undefined
  }
  const elementOf = (page: PDFRef, mark: number): PDFDict | undefined => {
    const marks = marksOn(page)
    const element = marks && mark < marks.size() ? marks.lookup(mark) : undefined
    return element instanceof PDFDict ? element : undefined
  }

  return {
    has(page, mark) {
      const element = elementOf(page, mark)
      if (!element || !isFrame(element)) return element !== undefined
      marksOn(page)?.set(mark, PDFNull)
      replaceMark(pdf, element, page, mark, undefined)
      return false
    },
    moveToForm(page, form, marks) {
      const onPage = marksOn(page)
      if (!onPage) return
      const inForm: PDFObject[] = Array.from({ length: Math.max(...marks) + 1 }, () => PDFNull)
      for (const mark of marks) {
        const element = elementOf(page, mark)
        if (!element) continue
        inForm[mark] = onPage.get(mark)
        onPage.set(mark, PDFNull)
        const reference = pdf.context.obj({ Type: 'MCR', Pg: page, Stm: form, MCID: mark })
        replaceMark(pdf, element, page, mark, reference)
      }
      const key = next++
      parents.set(key, pdf.context.obj(inForm))
      const { dict } = pdf.context.lookup(form) as unknown as { dict: PDFDict }
      dict.set(name('StructParents'), PDFNumber.of(key))
    },
    keyFor(element) {
      parents.set(next, element)
      return next++
    },
    write() {
      const numbers = [...parents].toSorted(([a], [b]) => a - b)
      const Nums = numbers.flatMap(([key, value]) => [PDFNumber.of(key), value])
      root.set(name('ParentTree'), pdf.context.register(pdf.context.obj({ Nums })))
      root.set(name('ParentTreeNextKey'), PDFNumber.of(next))
    },
  }
}

function readNumbers(tree: PDFDict, into: Map<number, PDFObject>): void {
  const numbers = tree.lookupMaybe(name('Nums'), PDFArray)?.asArray() ?? []
  for (let at = 0; at + 1 < numbers.length; at += 2)
    into.set((numbers[at] as PDFNumber).asNumber(), numbers[at + 1]!)
  for (const kid of tree.lookupMaybe(name('Kids'), PDFArray)?.asArray() ?? [])
    readNumbers(tree.context.lookup(kid, PDFDict), into)
}

const FRAMES = new Set(['Table', 'THead', 'TBody', 'TFoot', 'TR', 'L', 'LI'])

function isFrame(element: PDFDict): boolean {
  const kind = element.lookup(name('S'))
  return (
    kind instanceof PDFName && FRAMES.has(kind.decodeText()) && element.lookup(name('K')) instanceof PDFArray
  )
}

/** In the element's list of what it holds, the mark gives way to `by`. */
function replaceMark(
  pdf: PDFDocument,
  element: PDFDict,
  page: PDFRef,
  mark: number,
  by: PDFObject | undefined,
): void {
  const key = name('K')
  const kids = element.lookup(key)
  const list = kids instanceof PDFArray ? kids.asArray() : [element.get(key)!]
  const isMark = (kid: PDFObject): boolean => {
    if (kid instanceof PDFNumber) return kid.asNumber() === mark && element.get(name('Pg')) === page
    const dict = pdf.context.lookup(kid)
    if (!(dict instanceof PDFDict) || dict.get(name('Stm'))) return false
    return (
      dict.lookupMaybe(name('MCID'), PDFNumber)?.asNumber() === mark &&
      (dict.get(name('Pg')) ?? element.get(name('Pg'))) === page
    )
  }
  element.set(key, pdf.context.obj(list.flatMap((kid) => (isMark(kid) ? (by ?? []) : kid))))
}
