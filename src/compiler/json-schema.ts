/** The part of JSON Schema (draft 7) that Lectern's tables are written in. */
export interface JsonSchema {
  type?: string | readonly string[]
  description?: string
  default?: unknown
  enum?: readonly unknown[]
  pattern?: string
  format?: string
  exclusiveMinimum?: number
  minimum?: number
  maximum?: number
  items?: JsonSchema
  minLength?: number
  properties?: Readonly<Record<string, JsonSchema>>
  patternProperties?: Readonly<Record<string, JsonSchema>>
  additionalProperties?: boolean | JsonSchema
  required?: readonly string[]
  anyOf?: readonly JsonSchema[]
  /** What an editor says of a key that does nothing. */
  deprecationMessage?: string
}

/** Text, or a number, date or the like that YAML reads out of it. */
export const textSchema: JsonSchema = { type: ['string', 'number'] }
