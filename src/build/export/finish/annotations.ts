/** Links: in the order of the structure, and each says where it leads. */
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString, type PDFDocument } from '@cantoo/pdf-lib'

const name = (text: string): PDFName => PDFName.of(text)

/** What links to files of the page's own folder, from which it was printed, become. */
export interface SiteLinks {
  /** Address of the folder. */
  from: string
  /** Address of the site, or the way to it. */
  to: string
}

/** Leads links into the site, and gives each a description: its address, or for a place in the document what `titleOf` says of it. */
export function describeLinks(
  pdf: PDFDocument,
  titleOf: (id: string) => string | undefined,
  site: SiteLinks | undefined,
): void {
  for (const { node } of pdf.getPages()) {
    const links = node.lookupMaybe(name('Annots'), PDFArray)?.asArray() ?? []
    if (links.length > 0) node.set(name('Tabs'), name('S'))
    for (const ref of links) {
      const link = pdf.context.lookup(ref)
      if (!(link instanceof PDFDict) || link.has(name('Contents'))) continue
      if (site) leadIntoSite(link, site)
      const address = addressOf(link)
      const text = address.startsWith('#') ? (titleOf(address.slice(1)) ?? address) : address
      if (text !== '') link.set(name('Contents'), PDFHexString.fromText(text))
    }
  }
}

function leadIntoSite(link: PDFDict, { from, to }: SiteLinks): void {
  const action = link.lookupMaybe(name('A'), PDFDict)
  const address = addressOf(link)
  if (action && address.startsWith(from))
    action.set(name('URI'), PDFString.of(to + address.slice(from.length)))
}

/** `https://…`, or `#id` for a place in the document. */
function addressOf(link: PDFDict): string {
  const uri = link.lookupMaybe(name('A'), PDFDict)?.lookup(name('URI'))
  if (uri instanceof PDFString || uri instanceof PDFHexString) return uri.decodeText()
  const place = link.lookup(name('Dest'))
  return place instanceof PDFName ? `#${place.decodeText()}` : ''
}
