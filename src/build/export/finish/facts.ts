/** What the PDF says about itself: title, authors, dates; in the old dictionary and as XMP. */
import { createHash } from 'node:crypto'
import { Stream, asDict, dictOf, type Dict } from './objects.ts'
import type { PdfFile } from './pdf-file.ts'
import { PdfText } from './text.ts'

export interface PdfFacts {
  title: string
  authors: readonly string[]
  subject: string
  keywords: readonly string[]
  /** BCP 47. */
  lang: string
  /** Creation and last change; undefined where the source names none: a PDF need not have them. */
  date: Date | undefined
}

const CREATOR = 'Lectern'

/** Sets the facts, and an identifier made of them: nothing depends on when or where the file was made. */
export function setFacts(pdf: PdfFile, facts: PdfFacts): void {
  const { title, authors, subject, keywords, lang, date } = facts
  const { catalog } = pdf
  const info = dictIn(pdf, pdf.trailer, 'Info')
  info.set('Title', PdfText.of(title))
  dictIn(pdf, catalog, 'ViewerPreferences').set('DisplayDocTitle', true)
  info.set('Author', PdfText.of(authors.join(', ')))
  info.set('Subject', PdfText.of(subject))
  info.set('Keywords', PdfText.of(keywords.join(' ')))
  info.set('Creator', PdfText.of(CREATOR))
  for (const key of ['CreationDate', 'ModDate']) {
    if (date) info.set(key, PdfText.date(date))
    // The browser has written the clock's.
    else info.delete(key)
  }
  catalog.set('Lang', PdfText.plain(lang))
  const xmp = new Stream(
    dictOf({ Type: '/Metadata', Subtype: '/XML' }),
    new TextEncoder().encode(xmpOf(facts)),
  )
  catalog.set('Metadata', pdf.add(xmp))
  const digest = createHash('sha256').update(JSON.stringify(facts)).digest('hex')
  const id = new PdfText(`<${digest.slice(0, 32)}>`)
  pdf.trailer.set('ID', [id, id])
}

/** The dictionary of this name; where there is none, a new one. */
function dictIn(pdf: PdfFile, parent: Dict, key: string): Dict {
  let found = asDict(parent.get(key))
  if (!found) parent.set(key, pdf.add((found = new Map())))
  return found
}

function xmpOf({ title, authors, subject, keywords, lang, date }: PdfFacts): string {
  const list = (kind: string, items: readonly string[], attributes = ''): string =>
    `<rdf:${kind}>${items.map((item) => `<rdf:li${attributes}>${xml(item)}</rdf:li>`).join('')}</rdf:${kind}>`
  const when = date?.toISOString().replace(/\.\d+Z$/, 'Z')
  const dates = when
    ? `<xmp:CreateDate>${when}</xmp:CreateDate>\n<xmp:ModifyDate>${when}</xmp:ModifyDate>\n`
    : ''
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title>${list('Alt', [title], ' xml:lang="x-default"')}</dc:title>
<dc:creator>${list('Seq', authors)}</dc:creator>
<dc:description>${list('Alt', [subject], ' xml:lang="x-default"')}</dc:description>
<dc:subject>${list('Bag', keywords)}</dc:subject>
<dc:language>${list('Bag', [lang])}</dc:language>
<xmp:CreatorTool>${CREATOR}</xmp:CreatorTool>
${dates}<pdf:Keywords>${xml(keywords.join(' '))}</pdf:Keywords>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
