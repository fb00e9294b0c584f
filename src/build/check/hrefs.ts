/** Addresses in the HTML of slides. */

const LINK = /<a\b(?:[^>"]|"[^"]*")*?\shref="([^"]*)"/gi
const IMAGE = /<img\b(?:[^>"]|"[^"]*")*?\ssrc="([^"]*)"/gi

/** Where the links of a slide lead, as its author wrote it, each once. */
export function hrefsOf(html: string): string[] {
  return addresses(html, LINK)
}

/** Where the pictures of a slide come from, each once. */
export function imageSources(html: string): string[] {
  return addresses(html, IMAGE)
}

function addresses(html: string, pattern: RegExp): string[] {
  return [...new Set([...html.matchAll(pattern)].map(([, written = '']) => unescapeHtml(written)))]
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescapeHtml(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name as string] ?? whole
    const code = hex === undefined ? Number(decimal) : parseInt(hex as string, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
