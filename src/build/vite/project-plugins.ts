import type { Plugin } from 'vite'
import path from 'node:path'
import { packageRoot, slashed } from '../paths.ts'

/** Entry of the runtime parts of a project's plugins. */
export const PLUGINS = 'virtual:lectern/plugins'

/** Where the dev server serves it. */
export const PLUGINS_URL = `/@id/__x00__${PLUGINS}`

export interface PluginRuntime {
  name: string
  /** Absolute. */
  file: string
}

/** Answers the import of `virtual:lectern/plugins`: every part is started by its plugin's name. */
export function projectPlugins(parts: readonly PluginRuntime[]): Plugin {
  return {
    name: 'lectern:project-plugins',
    resolveId: (id) => (id === PLUGINS ? `\0${PLUGINS}` : undefined),
    load: (id) => {
      if (id !== `\0${PLUGINS}`) return undefined
      const runner = slashed(path.join(packageRoot, 'src/runtime/plugins/run-plugin.ts'))
      const imports = parts.map(
        ({ file }, index) => `import * as part${index} from ${JSON.stringify(slashed(file))}\n`,
      )
      const calls = parts.map(({ name }, index) => `runPlugin(${JSON.stringify(name)}, part${index})\n`)
      return `import { runPlugin } from ${JSON.stringify(runner)}\n${imports.join('')}${calls.join('')}`
    },
  }
}
