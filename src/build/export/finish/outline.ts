/** The outline ("bookmarks"): sections, and in them slides. */
import { PDFHexString, PDFName, PDFNumber, type PDFDocument, type PDFRef } from '@cantoo/pdf-lib'

export interface OutlineItem {
  /** Plain text. */
  title: string
  /** Index of the page that it leads to. */
  page: number
  children: readonly OutlineItem[]
}

/** Sets the outline, its sections open or, where there are many slides, closed; the reader shows it at first. */
export function setOutline(pdf: PDFDocument, items: readonly OutlineItem[]): void {
  const pages = pdf.getPages().map(({ ref }) => ref)
  const { context } = pdf
  /** Gives the refs of first and last, and how many entries show while all are open. */
  const add = (level: readonly OutlineItem[], parent: PDFRef): [PDFRef, PDFRef, number] | undefined => {
    const refs = level.map(() => context.nextRef())
    let count = 0
    for (const [at, item] of level.entries()) {
      const inner = add(item.children, refs[at]!)
      const page = pages[Math.min(item.page, pages.length - 1)]!
      const entry = context.obj({
        Title: PDFHexString.fromText(item.title),
        Parent: parent,
        Dest: [page, 'Fit'],
      })
      if (at > 0) entry.set(PDFName.of('Prev'), refs[at - 1]!)
      if (at < level.length - 1) entry.set(PDFName.of('Next'), refs[at + 1]!)
      if (inner) {
        entry.set(PDFName.of('First'), inner[0])
        entry.set(PDFName.of('Last'), inner[1])
        entry.set(PDFName.of('Count'), PDFNumber.of(inner[2]))
      }
      count += 1 + (inner?.[2] ?? 0)
      context.assign(refs[at]!, entry)
    }
    return level.length > 0 ? [refs[0]!, refs.at(-1)!, count] : undefined
  }
  const root = context.nextRef()
  const made = add(items, root)
  if (!made) return
  const [First, Last, Count] = made
  context.assign(root, context.obj({ Type: 'Outlines', First, Last, Count }))
  pdf.catalog.set(PDFName.of('Outlines'), root)
  pdf.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
}
