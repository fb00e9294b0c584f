/** Makes the command out of its sources: `lib/`, with its small dependencies in it. Run by `npm run prepare`. */
import { chmodSync, existsSync, lstatSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const root = path.resolve(import.meta.dirname, '../..')

/**
 * npm links the commands of dependencies, but not of the package itself: without this `npx lectern` in the
 * repository would go through npm's cache, or the registry.
 */
function linkOwnCommand(): Plugin {
  return {
    name: 'lectern:link-own-command',
    closeBundle() {
      const folder = path.join(root, 'node_modules', '.bin')
      const link = path.join(folder, 'lectern')
      if (process.platform === 'win32' || !existsSync(folder)) return
      if (lstatSync(link, { throwIfNoEntry: false })) rmSync(link)
      symlinkSync(path.join('..', '..', 'bin', 'lectern.js'), link)
      chmodSync(path.join(root, 'bin', 'lectern.js'), 0o755)
    },
  }
}

/**
 * Shiki's engine comes gzipped inside a module that unpacks it with `Response`, for which Node loads its whole HTTP
 * client first. Unpacked here, it starts at once.
 */
function unpackedEngine(): Plugin {
  const id = '\0shiki-engine'
  return {
    name: 'lectern:unpacked-engine',
    enforce: 'pre',
    resolveId: (source) => (source === 'shiki/wasm' ? id : undefined),
    async load(asked) {
      if (asked !== id) return undefined
      const file = createRequire(import.meta.url).resolve('shiki/wasm')
      const { wasmBinaryPromise } = (await import(pathToFileURL(file).href)) as {
        wasmBinaryPromise: Promise<Uint8Array>
      }
      const base64 = JSON.stringify(Buffer.from(await wasmBinaryPromise).toString('base64'))
      return `const bytes = Buffer.from(${base64}, 'base64')
export default async (imports) => (await WebAssembly.instantiate(bytes, imports)).instance.exports`
    },
  }
}

export default defineConfig({
  root,
  publicDir: false,
  plugins: [unpackedEngine(), linkOwnCommand()],
  // The parsers are some 150 small files, which take Node longer to find and read than to run: they go into one.
  ssr: {
    noExternal: [
      /^(?!vite|citeproc|shiki\/langs|@shikijs\/langs|katex|image-size|beautiful-mermaid|subset-font|fontverter|@capsizecss|chrome-launcher|tar-fs|source-sans|@fontsource)/,
    ],
  },
  build: {
    ssr: true,
    outDir: 'lib',
    // Names without hashes, written over: a command that runs meanwhile finds its parts.
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: {
        cli: path.join(root, 'src/cli.ts'),
        index: path.join(root, 'src/index.ts'),
        figure: path.join(root, 'src/figure.ts'),
        prebuild: path.join(root, 'src/build/prebuild.ts'),
        'highlight-worker': path.join(root, 'src/build/highlight-worker.ts'),
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
    },
  },
})
