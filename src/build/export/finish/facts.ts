/** What the PDF says about itself: title, authors, dates; in the old dictionary and as XMP. */
import { createHash } from 'node:crypto'
import { PDFArray, PDFDict, PDFHexString, PDFName, type PDFDocument } from '@cantoo/pdf-lib'

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
export function setFacts(pdf: PDFDocument, facts: PdfFacts): void {
  const { title, authors, subject, keywords, lang, date } = facts
  pdf.setTitle(title, { showInWindowTitleBar: true })
  pdf.setAuthor(authors.join(', '))
  pdf.setSubject(subject)
  pdf.setKeywords([...keywords])
  pdf.setCreator(CREATOR)
  if (date) {
    pdf.setCreationDate(date)
    pdf.setModificationDate(date)
  } else {
    // The browser has written the clock's.
    const info = pdf.context.lookup(pdf.context.trailerInfo.Info, PDFDict)
    for (const key of ['CreationDate', 'ModDate']) info.delete(PDFName.of(key))
  }
  pdf.setLanguage(lang)
  const xmp = pdf.context.stream(new TextEncoder().encode(xmpOf(facts)), { Type: 'Metadata', Subtype: 'XML' })
  pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(xmp))
  const id = PDFHexString.of(createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 32))
  const both = PDFArray.withContext(pdf.context)
  both.push(id)
  both.push(id)
  pdf.context.trailerInfo.ID = both
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
