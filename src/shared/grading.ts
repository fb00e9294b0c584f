/** Whether an answer is right: choices, words, and numbers with tolerance and unit. */

/** Case, width, spaces and punctuation make no difference; what carries meaning (`C++`, `C#`, `15 %`) does. */
export function foldAnswer(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/\u2212/g, '-')
    .toLowerCase()
  const folded = plain.replace(/[\s\p{Z}\u200b\ufeff]|(?![#%&@])\p{P}/gu, '')
  return folded || plain.trim()
}

export interface Quantity {
  value: number
  /** What is left behind the number, folded; `''` where there is nothing. */
  unit: string
}

/** Powers of ten that are written as a letter or word behind a number. */
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^(?:k(?![\p{L}])|thousand\b|千)/iu, 1e3],
  [/^(?:万|萬)/u, 1e4],
  [/^(?:M(?!\p{L})|million\b|mn\b|百万)/u, 1e6],
  [/^(?:亿|億)/u, 1e8],
  [/^(?:B(?!\p{L})|billion\b|bn\b|十亿)/u, 1e9],
  [/^(?:T(?!\p{L})|trillion\b|万亿)/u, 1e12],
]

/** Reads `175e9`, `175B`, `1,750 亿`, `3×10^5`, `−0.5`, `15 %`, `1/2`; undefined where no number stands first. */
export function readQuantity(text: string, lang = 'en'): Quantity | undefined {
  const plain = decimalPoint(text, lang)
    .normalize('NFKC')
    .replace(/\u2212/g, '-')
    .trim()
  const match = /^[~≈]?\s*([+-]?(?:\d[\d,_'’ ]*)?(?:\.\d+|\d)(?:e[+-]?\d+)?)/iu.exec(plain)
  if (!match) return undefined
  let value = Number(match[1]!.replace(/[,_'’ ]/g, ''))
  let rest = plain.slice(match[0].length).trim()
  const power = /^(?:×|x|\*|·|\\times|\\cdot)\s*10\s*(?:\^|\*\*)?\s*\{?([+-]?\d+)\}?/iu.exec(rest)
  const divisor = /^\/\s*(\d+(?:\.\d+)?)/.exec(rest)
  if (power) value *= 10 ** Number(power[1])
  else if (divisor && Number(divisor[1]) !== 0) value /= Number(divisor[1])
  rest = rest.slice((power ?? divisor)?.[0].length ?? 0).trim()
  const scale = SCALES.toReversed().find(([pattern]) => pattern.test(rest))
  if (scale) {
    value *= scale[1]
    rest = rest.replace(scale[0], '')
  }
  return Number.isFinite(value) ? { value, unit: rest.trim() === '' ? '' : foldAnswer(rest) } : undefined
}

/** A comma that must be, or in the language is, the decimal sign, as a point. */
function decimalPoint(text: string, lang: string): string {
  const match = /^[~≈]?\s*[+-]?\d+(?:[.,]\d+)+/.exec(text)
  if (!match) return text
  const [number] = match
  const last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','))
  const both = number.includes('.') && number.includes(',')
  const comma = both
    ? number[last] === ','
    : number.includes(',') &&
      (COMMA_LANGUAGES.test(lang) ? number.split(',').length === 2 : !/^\D*\d{1,3}(?:,\d{3})+$/.test(number))
  if (!comma) return text
  return number.replaceAll('.', '').replace(',', '.') + text.slice(number.length)
}

/** Where `0,5` is a half. */
const COMMA_LANGUAGES = /^(?:de|fr|es|it|pt|ru|nl|pl|cs|sv|da|nb|nn|fi|tr|uk|el|hu|ro)\b/i

export interface NumberKey extends Quantity {
  tolerance: number
}

/** Reads what an author accepts: a number, `42 ± 0.5` or `42 ± 5 %`. */
export function readKey(text: string): NumberKey | undefined {
  const [written = '', margin] = text.normalize('NFKC').split(/±|\+\/-|\+-/u)
  const quantity = readQuantity(written)
  if (!quantity) return undefined
  const around = margin === undefined ? undefined : readQuantity(margin)
  if (margin !== undefined && !around) return undefined
  const share = around?.unit === '%' && quantity.unit !== '%'
  const tolerance = !around ? 0 : share ? (Math.abs(quantity.value) * around.value) / 100 : around.value
  return { value: quantity.value, unit: quantity.unit || (share ? '' : (around?.unit ?? '')), tolerance }
}

/** Rounding of binary numbers is no mistake of the student. */
const ROUNDING = 1e-9

/** Whether a typed answer is one of those accepted. A unit may be left out, but not be another. */
export function gradeAnswer(given: string, accepted: readonly string[], lang = 'en'): boolean {
  if (given.trim() === '') return false
  const folded = foldAnswer(given)
  const quantity = readQuantity(given, lang)
  return accepted.some((text) => {
    const key = readKey(text)
    if (!key) return folded === foldAnswer(text)
    if (!quantity) return folded === foldAnswer(text)
    if (quantity.unit !== '' && quantity.unit !== key.unit) return false
    return isNear(quantity.value, key.value, key.tolerance)
  })
}

/** Whether a typed number lies within the tolerance. What stands behind it, such as a unit, does not count. */
export function gradeNumber(given: string, value: number, tolerance: number, lang = 'en'): boolean {
  const quantity = readQuantity(given, lang)
  return quantity !== undefined && isNear(quantity.value, value, tolerance)
}

function isNear(given: number, value: number, tolerance: number): boolean {
  return Math.abs(given - value) <= tolerance + ROUNDING * Math.abs(value)
}

/** Whether all accepted answers are plain numbers, so that a phone shows its number keys. */
export function asksForNumber(accepted: readonly string[]): boolean {
  return accepted.length > 0 && accepted.every((text) => readKey(text)?.unit === '')
}

/** Whether just the right options are chosen. */
export function gradeChoice(chosen: readonly number[], right: readonly number[]): boolean {
  return chosen.length === right.length && right.every((index) => chosen.includes(index))
}

/** The numbers from 0 to `count` in an order that the seed decides; the same seed gives the same order. */
export function shuffled(count: number, seed: number): number[] {
  const order = Array.from({ length: count }, (_, index) => index)
  let state = seed >>> 0 || 1
  for (let at = count - 1; at > 0; at--) {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0
    const other = (state ^ (state >>> 13)) % (at + 1)
    const index = other < 0 ? other + at + 1 : other
    ;[order[at], order[index]] = [order[index]!, order[at]!]
  }
  return order
}

/** A number out of a text, to seed from. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0
  return hash
}
