/** What counts as right where a reader types the answer. */
import { toString } from 'mdast-util-to-string'
import type { Paragraph } from 'mdast'
import type { QuizQuestion } from '../../deck.ts'

export type ShortAnswer =
  | Pick<QuizQuestion & { kind: 'number' }, 'kind' | 'value' | 'tolerance'>
  | { kind: 'text'; accepted: string[] }

const NUMBER = String.raw`[+\-−]?(?:\d[\d  ' _]*)?(?:[.,]\d+)*(?:\s*(?:e|[×x]\s*10\^?)\s*[+\-−]?\d+)?`
const WHOLE = new RegExp(`^(${NUMBER})\\s*(?:±\\s*(.*))?$`, 'iu')
const TOLERANCE = new RegExp(`^(${NUMBER})\\s*(%|‰)?(?:\\s*[\\p{L}°µΩ][^\\d±]*)?$`, 'iu')

/**
 * `42`, `42 ± 0.5`, `42 ± 1 %`, with the decimal sign of the deck's language; anything else is text, several accepted
 * spellings parted by `|`. A tolerance that is no number gives a message's words instead.
 */
export function readAnswer(paragraph: Paragraph, lang: string): ShortAnswer | { problem: string } {
  const text = toString(paragraph)
    .replace(/\\pm(?![a-zA-Z])|\+\s*\/?\s*[-−]/g, '±')
    .replace(/\{,\}/g, ',')
    .trim()
  if (text === '') return { problem: '`Answer:` without an answer' }
  const match = WHOLE.exec(text)
  const value = numberOf(match?.[1], lang)
  if (match && value !== undefined) {
    if (match[2] === undefined) return { kind: 'number', value, tolerance: 0 }
    const written = TOLERANCE.exec(match[2].trim())
    const size = numberOf(written?.[1], lang)
    if (size === undefined || size < 0) return { problem: `\`± ${match[2].trim()}\` is no tolerance` }
    const unit =
      written?.[2] === '%' ? Math.abs(value) / 100 : written?.[2] === '‰' ? Math.abs(value) / 1000 : 1
    return { kind: 'number', value, tolerance: size * unit }
  }
  if (text.includes('±')) return { problem: `\`${text}\` is no number with a tolerance` }
  const accepted = text.split(/\s+\|\s+/).map((part) => part.replace(/\s+/g, ' ').trim())
  return { kind: 'text', accepted: accepted.filter((part) => part !== '') }
}

/** A number as people of the language write it; undefined where it is none. */
function numberOf(written: string | undefined, lang: string): number | undefined {
  if (!written || !/\d/.test(written)) return undefined
  let text = written
    .replace(/[\s  '_]/g, '')
    .replace(/−/g, '-')
    .replace(/[×x]10\^?/i, 'e')
  const comma = decimalSign(lang) === ','
  // With both signs the last one is the decimal; with one, the language says.
  if (text.includes(',') && text.includes('.'))
    text = text.lastIndexOf(',') > text.lastIndexOf('.') ? swap(text) : text.replaceAll(',', '')
  else if (text.includes(','))
    text =
      comma || !/^[+-]?\d{1,3}(?:,\d{3})+$/.test(text) ? text.replace(',', '.') : text.replaceAll(',', '')
  const value = Number(text)
  return Number.isFinite(value) ? value : undefined
}

const swap = (text: string): string => text.replaceAll('.', '').replace(',', '.')

function decimalSign(lang: string): string {
  try {
    return new Intl.NumberFormat(lang).formatToParts(1.1).find(({ type }) => type === 'decimal')?.value ?? '.'
  } catch {
    // A language that is no tag.
    return '.'
  }
}
