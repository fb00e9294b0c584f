/** A PDF while it is mended. */
import { Ref, asArray, asDict, type Dict, type PdfObject } from './objects.ts'

/** All objects of a PDF, by their numbers, and what leads to them. */
export class PdfFile {
  /** Each at its number. */
  readonly refs: Ref[] = []
  /** Where reading begins: `Root`, `Info`. */
  trailer: Dict = new Map()

  /** The object of this number, which need not be there yet. */
  ref(number: number): Ref {
    for (let next = this.refs.length; next <= number; next++) this.refs.push(new Ref(next))
    return this.refs[number]!
  }

  /** Gives an object a number of its own; what it is may follow. */
  add(object?: PdfObject): Ref {
    const ref = new Ref(this.refs.length, object)
    this.refs.push(ref)
    return ref
  }

  get catalog(): Dict {
    const catalog = asDict(this.trailer.get('Root'))
    if (!catalog) throw new Error('The PDF has no catalog')
    return catalog
  }

  /** The root of the structure; undefined where the PDF has none. */
  get structure(): Dict | undefined {
    return asDict(this.catalog.get('StructTreeRoot'))
  }

  /** The pages in their order. */
  pages(): Ref[] {
    return pagesBelow(this.catalog.get('Pages'))
  }
}

function pagesBelow(node: PdfObject | undefined): Ref[] {
  const dict = asDict(node)
  if (dict?.get('Type') === '/Pages') return asArray(dict.get('Kids'))?.flatMap(pagesBelow) ?? []
  return dict && node instanceof Ref ? [node] : []
}

/** What a page has of this name, itself or from the nodes that it hangs on. */
export function inherited(page: PdfObject | undefined, key: string): PdfObject | undefined {
  for (let node = asDict(page); node; node = asDict(node.get('Parent')))
    if (node.has(key)) return node.get(key)
  return undefined
}
