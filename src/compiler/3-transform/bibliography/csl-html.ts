/** HTML as a citation processor gives it, cut down to what may stand on a slide. */

const TAG = /<(\/?)([a-z][a-z0-9]*)([^<>]*)>/gi
const kept = new Set(['i', 'b', 'em', 'strong', 'sup', 'sub'])

/**
 * Keeps italics, bold, raised and lowered text, small capitals and the parts of a numbered entry; other tags go.
 * Addresses and DOIs become links: the processor's own are not safe against a quote in an address.
 */
export function cleanHtml(html: string): string {
  let result = ''
  let end = 0
  const open: string[] = []
  for (const match of html.matchAll(TAG)) {
    result += linked(html.slice(end, match.index))
    end = match.index + match[0].length
    result += tag(match[1] === '/', (match[2] as string).toLowerCase(), match[3] as string, open)
  }
  result += linked(html.slice(end))
  while (open.length > 0) result += open.pop()
  return result.trim()
}

function tag(closes: boolean, name: string, attributes: string, open: string[]): string {
  if (closes) return name === 'a' ? '' : (open.pop() ?? '')
  if (name === 'a') return ''
  if (kept.has(name)) {
    open.push(`</${name}>`)
    return `<${name}>`
  }
  const part = /class="csl-(left-margin|right-inline)"/.exec(attributes)?.[1]
  const style =
    /style="(font-variant:\s*small-caps|font-style:\s*normal|text-decoration:\s*underline);?"/.exec(
      attributes,
    )?.[1]
  if (!part && !style) {
    open.push('')
    return ''
  }
  open.push('</span>')
  return part ? `<span class="csl-${part}">` : `<span style="${style}">`
}

/** Text with its addresses as links; entities stay as they are. */
function linked(text: string): string {
  const plain = text
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\s+/g, ' ')
  return plain.replace(
    /https?:\/\/(?:(?!&(?:quot|lt|gt|#34|#60|#62);)[^\s“”])+|(?<=\bdoi:?\s*)10\.\d{1,9}\/[^\s;]+/gi,
    (found) => {
      const address = found.replace(/[.,;)]+$/, '')
      const href = address.startsWith('10.') ? `https://doi.org/${address}` : address
      return `<a href="${href}" target="_blank" rel="noopener">${address}</a>${found.slice(address.length)}`
    },
  )
}
