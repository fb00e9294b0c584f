/** The ways between marks on pages and elements of the structure, which a PDF keeps in both directions. */
import {
  Ref,
  Stream,
  asArray,
  asDict,
  asNumber,
  dictOf,
  listIn,
  resolved,
  type Dict,
  type PdfObject,
} from './objects.ts'
import type { PdfFile } from './pdf-file.ts'

export interface StructureLinks {
  /**
   * Whether the mark of this number on the page belongs to an element that may hold content. The lines of a table or a
   * list that hang on the whole of it do not.
   */
  has(page: Ref, mark: number): boolean
  /** Says where marks are: not on the page itself but in the group that it draws. */
  moveToForm(page: Ref, form: Ref, marks: readonly number[]): void
  /** The key by which an annotation that this element holds names it. */
  keyFor(element: Ref): number
  /** Writes what has changed. */
  write(): void
}

/** Reads the links of a PDF; undefined where it has no structure. */
export function structureLinks(pdf: PdfFile): StructureLinks | undefined {
  const root = pdf.structure
  const tree = asDict(root?.get('ParentTree'))
  if (!root || !tree) return undefined
  const parents = new Map<number, PdfObject>()
  readNumbers(tree, parents)
  let next = Math.max(-1, ...parents.keys()) + 1

  const marksOn = (page: Ref): PdfObject[] | undefined => {
    const key = asNumber(asDict(page)?.get('StructParents'))
    return key === undefined ? undefined : asArray(parents.get(key))
  }

  return {
    has(page, mark) {
      const marks = marksOn(page)
      const element = asDict(marks?.[mark])
      if (!marks || !element || !isFrame(element)) return element !== undefined
      marks[mark] = null
      replaceMark(element, page, mark, undefined)
      return false
    },
    moveToForm(page, form, marks) {
      const onPage = marksOn(page)
      if (!onPage) return
      const inForm: PdfObject[] = Array.from({ length: Math.max(...marks) + 1 }, () => null)
      for (const mark of marks) {
        const element = asDict(onPage[mark])
        if (!element) continue
        inForm[mark] = onPage[mark]!
        onPage[mark] = null
        const reference = dictOf({ Type: '/MCR', Pg: page, Stm: form, MCID: mark })
        replaceMark(element, page, mark, reference)
      }
      const key = next++
      parents.set(key, inForm)
      if (form.object instanceof Stream) form.object.dict.set('StructParents', key)
    },
    keyFor(element) {
      parents.set(next, element)
      return next++
    },
    write() {
      const Nums = [...parents].toSorted(([a], [b]) => a - b).flat()
      root.set('ParentTree', pdf.add(dictOf({ Nums })))
      root.set('ParentTreeNextKey', next)
    },
  }
}

function readNumbers(tree: Dict, into: Map<number, PdfObject>): void {
  const numbers = asArray(tree.get('Nums')) ?? []
  for (let at = 0; at + 1 < numbers.length; at += 2) into.set(numbers[at] as number, numbers[at + 1]!)
  for (const kid of listIn(tree, 'Kids')) {
    const below = asDict(kid)
    if (below) readNumbers(below, into)
  }
}

const FRAMES = new Set(['/Table', '/THead', '/TBody', '/TFoot', '/TR', '/L', '/LI'])

function isFrame(element: Dict): boolean {
  return FRAMES.has(resolved(element.get('S')) as string) && asArray(element.get('K')) !== undefined
}

/** In the element's list of what it holds, the mark gives way to `by`. */
function replaceMark(element: Dict, page: Ref, mark: number, by: PdfObject | undefined): void {
  const isMark = (kid: PdfObject): boolean => {
    if (typeof kid === 'number') return kid === mark && element.get('Pg') === page
    const dict = asDict(kid)
    if (!dict || dict.has('Stm')) return false
    return asNumber(dict.get('MCID')) === mark && (dict.get('Pg') ?? element.get('Pg')) === page
  }
  element.set(
    'K',
    listIn(element, 'K').flatMap((kid) => (isMark(kid) ? (by ?? []) : kid)),
  )
}
