/** Takes away what nothing in the PDF leads to any more. */
import { PDFArray, PDFDict, PDFRef, PDFStream, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib'

/** Deletes all objects that cannot be reached from the catalog and the facts. */
export function sweep(pdf: PDFDocument): void {
  const { context } = pdf
  const reached = new Set<PDFRef>()
  const waiting: (PDFObject | undefined)[] = Object.values(context.trailerInfo)
  while (waiting.length > 0) {
    const object = waiting.pop()
    if (object instanceof PDFRef) {
      if (reached.has(object)) continue
      reached.add(object)
      waiting.push(context.lookup(object))
    } else if (object instanceof PDFArray) waiting.push(...object.asArray())
    else if (object instanceof PDFDict) waiting.push(...object.values())
    else if (object instanceof PDFStream) waiting.push(...object.dict.values())
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref)
}
