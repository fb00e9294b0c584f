/** The flagship lecture, compiled from its folder. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compile } from '../../src/compiler/compile.ts'
import { AssetStore, fileHost } from '../../src/build/file-host.ts'
import type { Compiled } from '../../src/compiler/compiled.ts'
import type { Host } from '../../src/compiler/host.ts'

export const folder = fileURLToPath(new URL('../../slides/foundation-models/', import.meta.url))

export const source = readFileSync(`${folder}index.md`, 'utf8')

const root = fileURLToPath(new URL('../../', import.meta.url))
const files = fileHost(root.replace(/\/$/, ''), `${folder}index.md`, new AssetStore())

const host: Host = {
  figure: files.figure,
  read: (path) => (existsSync(folder + path) ? readFileSync(folder + path, 'utf8') : undefined),
  asset: (path) =>
    existsSync(folder + path) ? { url: `assets/${path}`, width: 960, height: 400 } : undefined,
  siblings: () => readdirSync(folder, { recursive: true }).map(String),
}

export function compileFlagship(): Promise<Compiled> {
  return compile(source, host, { name: 'foundation-models', path: 'slides/foundation-models/index.md' })
}
