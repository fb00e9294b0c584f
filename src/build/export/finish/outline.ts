/** The outline ("bookmarks"): sections, and in them slides. */
import { dictOf, type Ref } from './objects.ts'
import type { PdfFile } from './pdf-file.ts'
import { PdfText } from './text.ts'

export interface OutlineItem {
  /** Plain text. */
  title: string
  /** Index of the page that it leads to. */
  page: number
  children: readonly OutlineItem[]
}

/** Sets the outline, its sections open or, where there are many slides, closed; the reader shows it at first. */
export function setOutline(pdf: PdfFile, items: readonly OutlineItem[]): void {
  const pages = pdf.pages()
  /** Gives the refs of first and last, and how many entries show while all are open. */
  const add = (level: readonly OutlineItem[], parent: Ref): [Ref, Ref, number] | undefined => {
    const refs = level.map(() => pdf.add())
    let count = 0
    for (const [at, item] of level.entries()) {
      const inner = add(item.children, refs[at]!)
      const page = pages[Math.min(item.page, pages.length - 1)]!
      refs[at]!.object = dictOf({
        Title: PdfText.of(item.title),
        Parent: parent,
        Dest: [page, '/Fit'],
        Prev: refs[at - 1],
        Next: refs[at + 1],
        First: inner?.[0],
        Last: inner?.[1],
        Count: inner?.[2],
      })
      count += 1 + (inner?.[2] ?? 0)
    }
    return level.length > 0 ? [refs[0]!, refs.at(-1)!, count] : undefined
  }
  const root = pdf.add()
  const made = add(items, root)
  if (!made) return
  const [First, Last, Count] = made
  root.object = dictOf({ Type: '/Outlines', First, Last, Count })
  pdf.catalog.set('Outlines', root)
  pdf.catalog.set('PageMode', '/UseOutlines')
}
