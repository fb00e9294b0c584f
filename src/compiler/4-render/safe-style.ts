/** The `style` attribute: declarations of known, harmless properties pass, the rest goes. */

const allowed = new Set(
  `accent-color align-content align-items align-self aspect-ratio background background-color background-position
  background-repeat background-size border-collapse border-radius border-spacing bottom box-shadow box-sizing break-after
  break-before break-inside caption-side clear color column-count column-gap column-rule columns direction display fill flex
  flex-basis flex-direction flex-flow flex-grow flex-shrink flex-wrap float font font-family font-size font-style
  font-variant font-variant-numeric font-weight gap grid grid-area grid-auto-columns grid-auto-flow grid-column-gap grid-gap grid-row-gap page-break-after page-break-before
  page-break-inside grid-auto-rows grid-column grid-row grid-template
  grid-template-areas grid-template-columns grid-template-rows height hyphens inline-size inset justify-content
  justify-items justify-self left letter-spacing line-height list-style list-style-position list-style-type mask-border
  max-height max-width min-height min-width mix-blend-mode object-fit object-position opacity order outline outline-color
  outline-offset outline-style outline-width overflow overflow-wrap overflow-x overflow-y place-content place-items
  place-self position right rotate row-gap scale stroke stroke-dasharray stroke-linecap stroke-linejoin stroke-opacity
  stroke-width tab-size table-layout text-align text-anchor text-decoration text-indent text-overflow text-shadow
  text-transform text-wrap top transform transform-origin translate unicode-bidi vertical-align visibility white-space
  width word-break word-spacing writing-mode z-index zoom`.split(/\s+/),
)
const families = /^(?:margin|padding|border|text-decoration|text-emphasis|stop|fill)(?:-[a-z]+)*$/
const harmful =
  /url\s*\(|image-set|expression|javascript:|@import|behavior|binding|src\s*\(|[\\<>]|attr\s*\(/i

/** The declarations that pass, joined again, and the ones that do not. `position` may not be fixed or sticky. */
export function safeStyle(style: string): { style: string; refused: string[] } {
  const kept: string[] = []
  const refused: string[] = []
  for (const declaration of declarations(style.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' '))) {
    const colon = declaration.indexOf(':')
    const property = declaration.slice(0, colon).trim().toLowerCase()
    const value = declaration.slice(colon + 1).trim()
    if (colon > 0 && value !== '' && isSafe(property, value))
      kept.push(`${declaration.slice(0, colon).trim()}:${value}`)
    else if (declaration.trim() !== '') refused.push(declaration.trim())
  }
  return { style: kept.join(';'), refused }
}

function isSafe(property: string, value: string): boolean {
  if (harmful.test(value)) return false
  if (/^--[\w-]+$/.test(property)) return true
  if (property === 'position') return /^(?:static|relative|absolute)\b/i.test(value)
  if (property === 'z-index') return Math.abs(Number.parseInt(value, 10)) <= 99 || /auto/.test(value)
  return allowed.has(property) || families.test(property)
}

/** Splits at `;` outside quotes and parentheses. */
function declarations(style: string): string[] {
  return style.match(/(?:"[^"]*"|'[^']*'|\([^()]*(?:\([^()]*\)[^()]*)*\)|[^;])+/g) ?? []
}
