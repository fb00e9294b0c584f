/** Links: in the order of the structure, and each says where it leads. */
import { asDict, listIn, resolved, type Dict } from './objects.ts'
import type { PdfFile } from './pdf-file.ts'
import { PdfText } from './text.ts'

/** What links to files of the page's own folder, from which it was printed, become. */
export interface SiteLinks {
  /** Address of the folder. */
  from: string
  /** Address of the site, or the way to it. */
  to: string
}

/** Leads links into the site, and gives each a description: its address, or for a place in the document what `titleOf` says of it. */
export function describeLinks(
  pdf: PdfFile,
  titleOf: (id: string) => string | undefined,
  site: SiteLinks | undefined,
): void {
  for (const ref of pdf.pages()) {
    const page = asDict(ref)!
    const links = listIn(page, 'Annots')
    if (links.length > 0) page.set('Tabs', '/S')
    for (const held of links) {
      const link = asDict(held)
      if (!link || link.has('Contents')) continue
      if (site) leadIntoSite(link, site)
      const address = addressOf(link)
      const text = address.startsWith('#') ? (titleOf(address.slice(1)) ?? address) : address
      if (text !== '') link.set('Contents', PdfText.of(text))
    }
  }
}

function leadIntoSite(link: Dict, { from, to }: SiteLinks): void {
  const action = asDict(link.get('A'))
  const address = addressOf(link)
  if (action && address.startsWith(from)) action.set('URI', PdfText.plain(to + address.slice(from.length)))
}

/** `https://…`, or `#id` for a place in the document. */
function addressOf(link: Dict): string {
  const uri = resolved(asDict(link.get('A'))?.get('URI'))
  if (uri instanceof PdfText) return uri.toString()
  const place = resolved(link.get('Dest'))
  return typeof place === 'string' ? `#${unescaped(place.slice(1))}` : ''
}

/** A name without the escapes that it is written with. */
function unescaped(name: string): string {
  return name.replace(/#([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
}
