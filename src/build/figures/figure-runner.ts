/** Runs figure modules through Vite, so that TypeScript works on every Node that Lectern supports. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { createRunnableDevEnvironment, resolveConfig, type Plugin } from 'vite'
import type { FigureResult } from '../../compiler/host.ts'
import { packageRoot } from '../paths.ts'
import { inputOf, readInput, type FigureRequest, type Inputs } from './inputs.ts'
import { drawFigure } from './draw-figure.ts'
import { explain } from './explain.ts'

export interface FigureRunner {
  run(request: FigureRequest): Promise<{ inputs: Inputs; result: FigureResult }>
  close(): Promise<void>
}

/** What figure modules import by Lectern's name: the sources where Lectern runs from them, else what is installed. */
const contract = path.join(packageRoot, import.meta.url.endsWith('.ts') ? 'src/figure.ts' : 'lib/figure.js')

/** A runner for the modules of the project at `root`. Each module runs once in its life. */
export async function startRunner(root: string): Promise<FigureRunner> {
  const sources = new Sources()
  const config = await resolveConfig(
    {
      configFile: false,
      envDir: false,
      root,
      cacheDir: path.join(root, 'node_modules/.vite'),
      logLevel: 'silent',
      plugins: [sources.plugin()],
      resolve: { alias: { 'lectern/figure': contract } },
      environments: {
        figures: {
          consumer: 'server',
          dev: { moduleRunnerTransform: true },
          resolve: { external: true, mainFields: [], conditions: ['node'] },
        },
      },
    },
    'serve',
  )
  const environment = createRunnableDevEnvironment('figures', config, {
    // Places in the sources; by Node's own switch, only where nobody else formats stacks.
    runnerOptions: { hmr: { logger: false }, sourcemapInterceptor: 'prepareStackTrace' },
    hot: false,
  })
  await environment.init()
  return {
    async run(request) {
      const reads: Inputs = new Map()
      const inputs = (): Inputs => new Map([...sources.of(request.file), ...reads])
      try {
        const module = (await environment.runner.import(request.file)) as Record<string, unknown>
        return { result: drawFigure(module, request, reads), inputs: inputs() }
      } catch (error) {
        const result = { problem: 'figure-failed', reason: explain(error, request.file, root) } as const
        return { result, inputs: inputs() }
      }
    },
    close: () => environment.close(),
  }
}

/** Which files each module imports, as they were when they were loaded. */
class Sources {
  readonly #loaded: Inputs = new Map()
  readonly #imports = new Map<string, Set<string>>()

  /** The module and all that it imports, directly or not. */
  of(entry: string): Inputs {
    const inputs: Inputs = new Map()
    const add = (file: string): void => {
      if (inputs.has(file)) return
      inputs.set(file, this.#loaded.get(file) ?? inputOf(file))
      for (const next of this.#imports.get(file) ?? []) add(next)
    }
    add(entry)
    return inputs
  }

  plugin(): Plugin {
    const imports = this.#imports
    const loaded = this.#loaded
    return {
      name: 'lectern:figure-sources',
      enforce: 'pre',
      async resolveId(source, importer, options) {
        if (importer === undefined || source === contract) return undefined
        const resolved = await this.resolve(source, importer, { ...options, skipSelf: true })
        const file = fileOf(resolved?.id, source, importer)
        if (file !== undefined && resolved?.id !== contract) {
          const from = bare(importer)
          imports.set(from, (imports.get(from) ?? new Set()).add(file))
        }
        return resolved
      },
      load(id) {
        const file = bare(id)
        if (!/\.(?:[cm]?[jt]s|json)$/.test(id) || !path.isAbsolute(file) || !existsSync(file))
          return undefined
        const { text, ...input } = readInput(file)
        loaded.set(file, input)
        return text
      },
    }
  }
}

const bare = (id: string): string => id.replace(/[?#].*$/, '')

/** The file that stands for an import: the module, a package's manifest, or where a missing module is looked for. */
function fileOf(id: string | undefined, source: string, importer: string): string | undefined {
  if (source.startsWith('.'))
    return id === undefined ? path.resolve(path.dirname(importer), source) : bare(id)
  if (source.startsWith('node:') || path.isAbsolute(source)) return undefined
  const name = /^(?:@[^/]+\/)?[^/]+/.exec(source)?.[0] ?? source
  for (let folder = path.dirname(importer); ; folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'node_modules', name, 'package.json')
    if (existsSync(manifest)) return manifest
    if (folder === path.dirname(folder)) return undefined
  }
}
