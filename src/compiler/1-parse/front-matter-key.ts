/** A key of the front matter as data. */
import type { DeckFacts } from '../deck-facts.ts'
import type { JsonSchema } from '../json-schema.ts'

export interface FrontMatterKey {
  key: string
  aliases?: readonly string[]
  /** What it takes, as it stands in a message after "takes". */
  takes: string
  example: string
  /** Said where it has no value; else that is no mistake. */
  empty?: string
  /** The same for editors. */
  schema: JsonSchema
  /** Puts the value into the facts; gives true, or words for what was found, where it does not fit. */
  read(value: unknown, facts: DeckFacts): boolean | string
}
