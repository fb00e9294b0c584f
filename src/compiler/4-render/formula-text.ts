/**
 * A formula as a line of text, for places that show no formulas: outlines, tabs of the browser, lists of slides.
 * Written as Unicode Technical Note 28 has it where there is no character: `θ₀`, `x²`, `(a + b)/c`, `√(1 − p)`, `x^(i,j)`.
 */

interface MathElement {
  name: string
  attributes: string
  children: (MathElement | string)[]
}

/** The MathML in what KaTeX gives, as text; undefined where there is none. */
export function formulaText(html: string): string | undefined {
  const math = /<math\b[^]*?<\/math>/.exec(html)?.[0]
  if (!math) return undefined
  return said(read(math))
    .replace(/\s+/g, ' ')
    .replace(/(^|[([{]) | (?=[)\]}])/g, '$1')
    .trim()
    .normalize('NFC')
}

/** KaTeX's MathML is well-formed and holds neither comments nor empty tags but `<mspace/>`. */
function read(math: string): MathElement {
  const root: MathElement = { name: '', attributes: '', children: [] }
  const open = [root]
  for (const [, text, slash, name, attributes = '', empty] of math.matchAll(
    /([^<]+)|<(\/?)([\w-]+)([^>]*?)(\/?)>/g,
  )) {
    const parent = open.at(-1)!
    if (text !== undefined)
      parent.children.push(text.replace(/&(amp|lt|gt);/g, (_, entity: string) => ENTITIES[entity]!))
    else if (slash) open.pop()
    else {
      const element: MathElement = { name: name!, attributes, children: [] }
      parent.children.push(element)
      if (!empty) open.push(element)
    }
  }
  return root
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>' }
const RAISED = characters('0123456789+−=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ')
const LOWERED = characters('0123456789+−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎')
const DOUBLE = characters('CHNPQRZ', 'ℂℍℕℙℚℝℤ')
/** What stands over a letter, as a mark that joins it. */
const OVER: Record<string, string> = {
  '^': '\u0302',
  '~': '\u0303',
  ˉ: '\u0304',
  '˙': '\u0307',
  '¨': '\u0308',
  '⃗': '\u20D7',
}
/** Signs that stand between their sides. */
const BETWEEN = /^[=≈≠≡∼≤≥<>≪≫→←↔⇒⇔↦∈∉⊂⊆∪∩+−±×⋅∣|]$/u

function characters(from: string, to: string): Map<string, string> {
  const targets = [...to]
  return new Map([...from].map((char, at) => [char, targets[at]!]))
}

function said(node: MathElement | string): string {
  if (typeof node === 'string') return node
  const { name, attributes, children } = node
  const [a = '', b = '', c = ''] = children.map(said)
  switch (name) {
    case 'annotation':
      return ''
    case 'mspace':
      return ' '
    case 'mi': {
      const letters = children.map(said).join('')
      if (attributes.includes('double-struck')) return mapped(letters, DOUBLE) ?? letters
      // A function's name keeps off what stands before it.
      return letters.length > 1 ? ` ${letters}` : letters
    }
    case 'mo': {
      const sign = children.map(said).join('')
      // The applying of a function is no character to be seen.
      if (sign === '\u2061') return ' '
      return BETWEEN.test(sign) ? ` ${sign} ` : sign === ',' ? ', ' : sign
    }
    case 'msub':
    case 'munder':
      return a + script(b, LOWERED, '_')
    case 'msup':
      return a + script(b, RAISED, '^')
    case 'mover':
      return OVER[b] === undefined ? a + script(b, RAISED, '^') : a + OVER[b]
    case 'msubsup':
    case 'munderover':
      return a + script(b, LOWERED, '_') + script(c, RAISED, '^')
    case 'mfrac':
      return `${grouped(a)}/${grouped(b)}`
    case 'msqrt':
      return `√${grouped(children.map(said).join(''))}`
    case 'mroot':
      return `${mapped(b, RAISED) ?? b}√${grouped(a)}`
    default:
      return children.map(said).join('')
  }
}

/** Raised or lowered characters where there are some for all of it. */
function script(text: string, table: Map<string, string>, sign: string): string {
  const bare = text.replaceAll(' ', '')
  if (bare === '′') return bare
  return mapped(bare, table) ?? sign + (/^.$/u.test(bare) ? bare : `(${bare})`)
}

function mapped(text: string, table: Map<string, string>): string | undefined {
  const chars = [...text].map((char) => table.get(char))
  return chars.every((char) => char !== undefined) ? chars.join('') : undefined
}

const grouped = (text: string): string => (/[\s/]/.test(text.trim()) ? `(${text.trim()})` : text.trim())
