/** A PDF as a second reader sees it: pdf.js, the one in Firefox. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface ReadOutline {
  title: string
  /** Label of the page that it leads to. */
  label: string
  items: ReadOutline[]
}

export interface ReadPdf {
  pages: number
  labels: string[]
  info: Record<string, unknown>
  outline: ReadOutline[]
  /** The text of each page without any space. */
  texts: string[]
  /** All kinds of elements of the structure, and their texts, by page. */
  elements: { role: string; alt?: string; mathML?: string }[][]
}

interface Node {
  role?: string
  alt?: string
  mathML?: string
  children?: Node[]
}

interface Item {
  title: string
  dest: unknown[] | string | null
  items: Item[]
}

/** Reads all of it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const pdf = await task.promise
  const labels =
    (await pdf.getPageLabels()) ?? Array.from({ length: pdf.numPages }, (_, at) => String(at + 1))
  const outlineOf = async (items: Item[]): Promise<ReadOutline[]> => {
    const read: ReadOutline[] = []
    for (const { title, dest, items: inner } of items) {
      const page = await pdf.getPageIndex((dest as never[])[0]!)
      read.push({ title, label: labels[page]!, items: await outlineOf(inner) })
    }
    return read
  }
  const texts: string[] = []
  const elements: ReadPdf['elements'] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    texts.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replace(/\s/g, ''),
    )
    const found: ReadPdf['elements'][number] = []
    const visit = ({ role, alt, mathML, children = [] }: Node): void => {
      if (role)
        found.push({ role, ...(alt !== undefined && { alt }), ...(mathML !== undefined && { mathML }) })
      children.forEach(visit)
    }
    visit(((await page.getStructTree()) ?? {}) as Node)
    elements.push(found)
  }
  const { info } = await pdf.getMetadata()
  const outline = await outlineOf(((await pdf.getOutline()) ?? []) as never)
  await task.destroy()
  return { pages: texts.length, labels, info: info as Record<string, unknown>, outline, texts, elements }
}
