/** What an attribute takes, as data; and the one place that tells whether a value fits. */

export type AttributeType = 'string' | 'number' | 'length' | 'flag' | 'enum' | 'path' | 'id'

export interface AttributeSpec {
  type: AttributeType
  /** What it does, in one line. */
  what: string
  /** What an `enum` may be. */
  values?: readonly string[]
  required?: boolean
  /** What holds where it is not written. */
  default?: string
  /** What a bare number counts where the type is `length`: `%`; without it a number stays bare. */
  unit?: string
  /** A value as it stands in a message. */
  example?: string
}

export type AttributeTable = Readonly<Record<string, AttributeSpec>>

/** The declaration of a name; none for names that every object has. */
export function specOf(table: AttributeTable, key: string): AttributeSpec | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}

/** The value as it goes on, or what is wrong with it and how to mend it. */
export type CheckedValue = { value: string } | { reason: string; fix: string }

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)$/
const LENGTH =
  /^(?:[-+]?(?:\d+\.?\d*|\.\d+)(?:%|px|em|rem|fr|vw|vh|vmin|vmax|ch|ex|cm|mm|in|pt|pc)?|auto|(?:min|max|fit)-content|(?:calc|min|max|clamp)\([^;{}]*\))$/i

const fits: Readonly<Record<AttributeType, (value: string, spec: AttributeSpec, key: string) => boolean>> = {
  string: () => true,
  number: (value) => NUMBER.test(value),
  length: (value) => LENGTH.test(value),
  flag: (value, _spec, key) => ['', 'true', 'false', key].includes(value),
  enum: (value, { values }) => values?.includes(value) ?? true,
  path: (value) => value.trim() !== '',
  id: (value) => value !== '' && !/[\s#]/.test(value),
}

const nouns: Readonly<Record<AttributeType, string>> = {
  string: 'text',
  number: 'number',
  length: 'length',
  flag: 'flag',
  enum: 'value that is accepted',
  path: 'path of a file',
  id: 'id',
}

const examples: Readonly<Record<AttributeType, string>> = {
  string: '"some words"',
  number: '3',
  length: '40%',
  flag: '',
  enum: '',
  path: 'file.png',
  id: 'name',
}

/** Tells whether `value`, written for `key`, is what the declaration asks for; gives a length its unit. */
export function checkValue(key: string, value: string, spec: AttributeSpec): CheckedValue {
  if (fits[spec.type](value, spec, key)) {
    return { value: spec.type === 'length' && spec.unit && NUMBER.test(value) ? value + spec.unit : value }
  }
  const written = value === '' ? key : `${key}=${/\s/.test(value) ? `"${value}"` : value}`
  return { reason: `\`${written}\` is no ${nouns[spec.type]}`, fix: howToWrite(key, spec) }
}

/** `Write `width=40%`.` */
export function howToWrite(key: string, spec: AttributeSpec): string {
  if (spec.type === 'enum') return `Use ${listed(spec.values ?? [])}.`
  if (spec.type === 'flag') return `Write \`${key}\` alone, or \`${key}=false\`.`
  return `Write \`${key}=${spec.example ?? examples[spec.type]}\`.`
}

/** `` `a`, `b` or `c` `` */
function listed(values: readonly string[]): string {
  const names = values.map((value) => `\`${value}\``)
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` : names.join('')
}
