/** The JSON Schema of `lectern.config.json`, out of the tables that check it. */
import { rules } from '../compiler/diagnostics.ts'
import type { JsonSchema } from '../compiler/schema.ts'
import { configKeys } from './config.ts'

const severities = ['error', 'warning', 'info', 'off']

/** Plugins are code: they stand in a config that is a module. */
export function configSchema(): JsonSchema & { $schema: string; title: string } {
  const properties: Record<string, JsonSchema> = {
    $schema: { type: 'string', description: 'Where an editor finds this schema' },
  }
  for (const [key, { what, schema }] of Object.entries(configKeys)) {
    if (schema) properties[key] = { description: what, ...schema }
  }
  const each = Object.entries(rules).map(([id, { what, severity }]) => [
    id,
    { description: `${what} (default: ${severity})`, enum: severities },
  ])
  properties.rules = {
    description: configKeys.rules.what,
    type: 'object',
    properties: Object.fromEntries(each) as Record<string, JsonSchema>,
    additionalProperties: false,
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Config of a Lectern project',
    type: 'object',
    properties,
    additionalProperties: false,
  }
}
