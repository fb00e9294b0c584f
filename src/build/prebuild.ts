/**
 * Second half of `npm run prepare`: the fonts of signs; the runtime with Lectern's own theme, so that not even a first
 * build needs Vite; and the schemas that editors read.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { frontMatterSchema } from '../compiler/schema.ts'
import { configSchema } from './config-schema.ts'
import { packageRoot } from './paths.ts'
import { DEFAULT_THEME, findTheme } from './themes.ts'
import { makeSignFonts } from './vite/sign-fonts.ts'
import { shipBundles } from './vite/runtime-bundle.ts'

const theme = findTheme(packageRoot, DEFAULT_THEME)
if (!theme) throw new Error(`Lectern's own theme "${DEFAULT_THEME}" is not there`)
await makeSignFonts()
await shipBundles(theme)

const schemas = path.join(packageRoot, 'lib', 'schemas')
mkdirSync(schemas, { recursive: true })
for (const [name, schema] of Object.entries({ 'front-matter': frontMatterSchema(), config: configSchema() }))
  writeFileSync(path.join(schemas, `${name}.json`), `${JSON.stringify(schema, null, 2)}\n`)
