/** The compiler's `Host` over the project's files. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { imageSize } from 'image-size'
import type { Asset, FigureResult, Host } from '../compiler/host.ts'
import { readCsl } from './csl-files.ts'
import { FigureStore } from './figures/figure-store.ts'
import { readInput, type ReadFile } from './figures/inputs.ts'
import { isInside, slashed } from './paths.ts'
import { stampOf } from './stamp.ts'
import { themeMetrics, themePalette } from './themes.ts'

const IMAGES = new Set(['.png', '.jpg', '.jpeg', '.gif', '.webp', '.svg', '.avif', '.bmp', '.ico'])
/** In a deck's folder of the site. */
const LECTURE_FILE = 'index.html'
/** How many files beside the deck are offered for "did you mean". */
const MOST_SIBLINGS = 500

interface Stamped<T> {
  stamp: string
  value: T
}

/** Files that pages link to, by their site-relative URL; and what is known of files, until they change. */
export class AssetStore {
  /** Site-relative URL → absolute file. */
  readonly files = new Map<string, string>()
  readonly #known = new Map<string, Stamped<Asset> & { before?: string }>()

  /** Names the file by its content, and measures it where it is an image. Undefined where there is none. */
  describe(file: string): Asset | undefined {
    const stamp = stampOf(file)
    if (stamp === '') return undefined
    let known = this.#known.get(file)
    if (known?.stamp !== stamp) {
      const value = ifReadable(() => measure(file))
      if (!value) return undefined
      // Open pages show the last one until they are told; what was before that is asked for no more.
      if (known?.before !== undefined && this.files.get(known.before) === file)
        this.files.delete(known.before)
      known = { stamp, value, ...(known && { before: known.value.url }) }
      this.#known.set(file, known)
    }
    this.files.set(known.value.url, file)
    return known.value
  }
}

/** Undefined where the file went away meanwhile or may not be read. */
function ifReadable<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).code !== 'string') throw error
    return undefined
  }
}

function measure(file: string): Asset {
  const bytes = readFileSync(file)
  const extension = path.extname(file)
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 8)
  const base = path.basename(file, extension).replace(/[^\p{L}\p{N}\p{M}._~-]+/gu, '-')
  const asset: Asset = { url: `assets/${base}-${hash}${extension.toLowerCase()}` }
  if (IMAGES.has(extension.toLowerCase())) {
    try {
      const { width, height, orientation = 1 } = imageSize(bytes)
      // Orientations 5 to 8 are turned by a quarter: the browser shows width and height exchanged.
      if (width > 0 && height > 0)
        Object.assign(asset, orientation > 4 ? { width: height, height: width } : { width, height })
    } catch {
      // A damaged or size-less image is shown by the browser as well as it can; layout does without its size.
    }
  }
  return asset
}

/** A host that also remembers what it was asked for, so that the deck is compiled again when one of them changes. */
export interface FileHost extends Host {
  /** Absolute path → stamp at the time of reading, `''` where there was no such file. */
  readonly dependencies: Map<string, string>
}

/**
 * The host of the deck at `deckFile`. Paths are relative to the deck, or to the project with a leading `/`; nothing
 * outside of `root` is seen, symbolic links included. `deckNameOf` gives the name of the deck that an absolute file is.
 */
export function fileHost(
  root: string,
  deckFile: string,
  assets: AssetStore,
  figures: FigureStore = new FigureStore(root),
  deckNameOf: (file: string) => string | undefined = () => undefined,
): FileHost {
  const folder = path.dirname(deckFile)
  const dependencies = new Map<string, string>()

  /** The file that an author's path means; undefined where it is not there or lies outside the project. */
  const resolve = (written: string): string | undefined => {
    for (const candidate of spellings(written)) {
      const file = path.resolve(candidate.startsWith('/') ? root : folder, candidate.replace(/^\/+/, ''))
      if (!isInside(root, file)) continue
      dependencies.set(file, stampOf(file))
      if (dependencies.get(file) === '') continue
      // A link may lead out of the project.
      const real = ifReadable(() => realpathSync(file))
      if (real !== undefined && isInside(root, real)) return file
    }
    return undefined
  }

  const readFor = (written: string): ReadFile | undefined => {
    const file = resolve(written)
    return file === undefined ? undefined : ifReadable(() => readInput(file))
  }

  return {
    dependencies,
    read: (written) => {
      const file = resolve(written)
      const text = file === undefined ? undefined : ifReadable(() => readFileSync(file, 'utf8'))
      return text?.replace(/^\uFEFF/, '')
    },
    figure: async (written, options) => {
      const file = resolve(written)
      if (file === undefined) return undefined
      if (!/\.[mc]?[jt]s$/.test(file)) return notModule(written)
      const request = { file: realpathSync(file), folder, options, read: readFor }
      const { inputs, result } = await figures.draw(request)
      for (const [input, { stamp }] of inputs) dependencies.set(input, stamp)
      return result
    },
    asset: (written) => {
      const file = resolve(written)
      return file === undefined ? undefined : assets.describe(file)
    },
    lecture: (written) => {
      if (!/\.(?:md|markdown)$/i.test(written)) return undefined
      const file = path.resolve(written.startsWith('/') ? root : folder, written.replace(/^\/+/, ''))
      const name = deckNameOf(file)
      return name === undefined ? undefined : `${encodeURIComponent(name)}/${LECTURE_FILE}`
    },
    csl: readCsl,
    metrics: (name) => themeMetrics(root, name),
    palette: (name) => themePalette(root, name),
    siblings: () => listFiles(folder),
  }
}

function notModule(written: string): FigureResult {
  const image = IMAGES.has(path.extname(written).toLowerCase())
  return {
    problem: 'figure-export',
    reason: `\`${written}\` is no module`,
    fix: image
      ? `Write it as an image: \`![what it shows](${written})\`.`
      : 'Figures are `.ts` or `.js` files.',
  }
}

/** A path as written, and as a URL means it: percent signs decoded, without query and hash. */
function spellings(written: string): string[] {
  if (written === '' || written.includes('\0')) return []
  const plain = written.replace(/[?#].*$/s, '')
  const all = [written, plain]
  try {
    all.push(decodeURIComponent(plain), decodeURIComponent(written))
  } catch {
    // Not an encoded path.
  }
  return [...new Set(all)].filter((spelling) => spelling !== '' && !spelling.includes('\0'))
}

function listFiles(folder: string, prefix = '', found: string[] = [], depth = 0): string[] {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (found.length >= MOST_SIBLINGS) break
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    if (entry.isFile()) found.push(prefix + entry.name)
    else if (entry.isDirectory() && depth < 2) {
      listFiles(path.join(folder, entry.name), `${prefix}${slashed(entry.name)}/`, found, depth + 1)
    }
  }
  return found
}
