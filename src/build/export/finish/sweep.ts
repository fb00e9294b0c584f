/** Takes away what nothing in the PDF leads to any more. */
import { Ref, Stream, type PdfObject } from './objects.ts'
import type { PdfFile } from './pdf-file.ts'

/** Deletes all objects that cannot be reached from the catalog and the facts. */
export function sweep(pdf: PdfFile): void {
  const reached = new Set<Ref>()
  const visit = (object: PdfObject | undefined): void => {
    if (object instanceof Map) for (const value of object.values()) visit(value)
    else if (object instanceof Ref) {
      if (reached.has(object)) return
      reached.add(object)
      visit(object.object)
    } else if (Array.isArray(object)) for (const item of object) visit(item)
    else if (object instanceof Stream) visit(object.dict)
  }
  visit(pdf.trailer)
  for (const ref of pdf.refs) if (!reached.has(ref)) ref.object = undefined
}
