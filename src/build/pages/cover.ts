/** How a link to a page looks where people post it: Open Graph's properties, https://ogp.me. */
import { escapeHtml } from './html.ts'

/** Where in the site the picture of a deck's first slide lies. */
export function coverUrl(deck: string): string {
  return `${deck}/cover.png`
}

/** Whether pages may name their picture: others fetch it, so its whole address has to be known. */
export function isWholeAddress(base: string): boolean {
  return /^https?:\/\//.test(base)
}

/** The address of a site as that of a folder: with one slash at its end. */
export function siteFolder(base: string): string {
  return base.replace(/\/*$/, '/')
}

/** What a page's head says of its address `url`, and of the picture at `cover`. */
export function addressHtml(url: string, cover: string | undefined): string {
  const href = (address: string): string => escapeHtml(encodeURI(address))
  const property = (name: string, content: string): string =>
    `<meta property="og:${name}" content="${content}">\n`
  const canonical = `<link rel="canonical" href="${href(url)}">\n`
  if (!isWholeAddress(url)) return canonical
  const picture =
    cover && `${property('image', href(cover))}<meta name="twitter:card" content="summary_large_image">\n`
  return `${canonical}${property('url', href(url))}${picture ?? ''}`
}
