/** What a PDF is made of, as plain values. */
import type { PdfText } from './text.ts'

/** A name is a string as it is written, `/Page`; null, truth and numbers are themselves. */
export type PdfObject = null | boolean | number | string | PdfText | Ref | Dict | Stream | PdfObject[]

/** The keys are names without their slash. */
export type Dict = Map<string, PdfObject>

/** An object that others name by its number. */
export class Ref {
  /** Undefined where the file holds none of this number. */
  object: PdfObject | undefined
  readonly number: number

  constructor(number: number, object?: PdfObject) {
    this.number = number
    this.object = object
  }
}

export class Stream {
  readonly dict: Dict
  /** Packed in the way that the dictionary names. */
  bytes: Uint8Array

  constructor(dict: Dict, bytes: Uint8Array) {
    this.dict = dict
    this.bytes = bytes
  }
}

/** A dictionary of these entries; what is undefined is left out. */
export function dictOf(entries: Readonly<Record<string, PdfObject | undefined>>): Dict {
  const dict: Dict = new Map()
  for (const [key, value] of Object.entries(entries)) if (value !== undefined) dict.set(key, value)
  return dict
}

/** The object itself where another is named. */
export function resolved(object: PdfObject | undefined): PdfObject | undefined {
  return object instanceof Ref ? object.object : object
}

export function asDict(object: PdfObject | undefined): Dict | undefined {
  const found = resolved(object)
  return found instanceof Map ? found : undefined
}

export function asArray(object: PdfObject | undefined): PdfObject[] | undefined {
  const found = resolved(object)
  return Array.isArray(found) ? found : undefined
}

export function asNumber(object: PdfObject | undefined): number | undefined {
  const found = resolved(object)
  return typeof found === 'number' ? found : undefined
}

/** The numbers in a list, such as those of a rectangle or a matrix; none where there is no list. */
export function numbersIn(object: PdfObject | undefined): number[] {
  return asArray(object)?.map((item) => asNumber(item) ?? 0) ?? []
}

/** What an entry holds: the members of a list, or the one thing that may stand there instead. */
export function listIn(dict: Dict, key: string): PdfObject[] {
  const held = dict.get(key)
  return asArray(held) ?? (held === undefined || held === null ? [] : [held])
}
