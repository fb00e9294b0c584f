/** The JSON Schema of the front matter, out of the table that checks it. */
import { foreignKeys } from './1-parse/foreign-keys.ts'
import { frontMatterKeys } from './1-parse/front-matter-keys.ts'
import { frontMatterDocs } from './front-matter-docs.ts'
import type { JsonSchema } from './json-schema.ts'

export type { JsonSchema } from './json-schema.ts'

/** What the `key: value` lines of a deck may hold. */
export function frontMatterSchema(): JsonSchema & { $schema: string; title: string } {
  const properties: Record<string, JsonSchema> = {}
  for (const { key, aliases = [], schema: full, empty } of frontMatterKeys) {
    const schema = empty === undefined ? orNothing(full) : full
    const description = frontMatterDocs[key] ?? key
    properties[key] = { description, ...schema }
    for (const alias of aliases)
      properties[alias] = { description: `The same as \`${key}\`: ${description}`, ...schema }
  }
  for (const [key, tool] of foreignKeys) {
    properties[key] ??= {
      description: `Belongs to ${tool} and does nothing here`,
      deprecationMessage: 'Does nothing here',
    }
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Front matter of a Lectern deck',
    type: 'object',
    properties,
    additionalProperties: false,
  }
}

/** A key without a value is as if it were not there. */
function orNothing(schema: JsonSchema): JsonSchema {
  return { anyOf: [...(schema.anyOf ?? [schema]), { type: 'null' }] }
}
