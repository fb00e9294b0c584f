/** Drawings of figure modules: run when something that goes into them has changed, else taken from the cache. */
import path from 'node:path'
import type { FigureResult } from '../../compiler/host.ts'
import { cacheFolder } from '../vite/runtime-cache.ts'
import { packageVersion, slashed } from '../paths.ts'
import { stampOf } from '../stamp.ts'
import { keepRecord, readRecord } from './figure-cache.ts'
import type { FigureRunner } from './figure-runner.ts'
import { hashOf, inputOf, type FigureRequest, type Input, type Inputs } from './inputs.ts'

/** Counts up when a kept drawing is no longer what a module would give now. */
const FORMAT = 2

interface Made {
  inputs: Inputs
  result: FigureResult
}

/** Drawings in memory; a deck has some dozens. */
const MOST_KEPT = 300

/** All figures of a run. */
export class FigureStore {
  readonly #root: string
  readonly #made = new Map<string, Made>()
  readonly #hashes = new Map<string, Input>()
  #runner: Promise<FigureRunner> | undefined
  #users = 0

  constructor(root: string) {
    this.#root = root
  }

  /** What the module draws, and all files that it was made from. Vite is loaded only where the module has to run. */
  async draw(request: FigureRequest): Promise<Made> {
    const name = this.#nameOf(request)
    const known = this.#made.get(name) ?? this.#kept(name)
    if (known && this.#isFresh(known.inputs)) return known
    const made = await this.#run(request)
    // What failed runs again the next time: it may have missed a file that nobody wrote down.
    if ('svg' in made.result) {
      // Each change of its options is another; the disk has them all.
      if (this.#made.size >= MOST_KEPT) this.#made.clear()
      this.#made.set(name, made)
      const inputs = Object.fromEntries(
        [...made.inputs].map(([file, { hash }]) => [slashed(path.relative(this.#root, file)), hash]),
      )
      keepRecord(this.#cache(), name, { inputs, figure: made.result })
    }
    return made
  }

  #cache(): string {
    return path.join(cacheFolder(this.#root), 'figures')
  }

  /** One record for a module, a deck and options: it is written over when an input changes. */
  #nameOf({ file, folder, options }: FigureRequest): string {
    const relative = [file, folder].map((entry) => slashed(path.relative(this.#root, entry)))
    const sorted = Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1))
    // Decks of several projects may share the user's folder of caches.
    const key = JSON.stringify([FORMAT, packageVersion(), this.#root, ...relative, sorted])
    return `${path.parse(file).name}-${hashOf(key)}`
  }

  #kept(name: string): Made | undefined {
    const record = readRecord(this.#cache(), name)
    if (!record) return undefined
    const inputs: Inputs = new Map()
    for (const [relative, hash] of Object.entries(record.inputs)) {
      const file = path.resolve(this.#root, relative)
      const input = this.#look(file)
      if (input.hash !== hash) return undefined
      inputs.set(file, input)
    }
    const made = { inputs, result: record.figure }
    this.#made.set(name, made)
    return made
  }

  /** What a file is now; read again only where it looks different. */
  #look(file: string): Input {
    const last = this.#hashes.get(file)
    if (last && last.stamp === stampOf(file)) return last
    const input = inputOf(file)
    this.#hashes.set(file, input)
    return input
  }

  #isFresh(inputs: Inputs): boolean {
    for (const [file, input] of inputs) {
      if (stampOf(file) === input.stamp) continue
      const now = this.#look(file)
      if (now.hash !== input.hash) return false
      inputs.set(file, now)
    }
    return true
  }

  /** Figures that have to run at the same time share a runner; it goes away with the last of them. */
  async #run(request: FigureRequest): Promise<Made> {
    this.#users++
    this.#runner ??= import('./figure-runner.ts').then(({ startRunner }) => startRunner(this.#root))
    const running = this.#runner
    try {
      return await (await running).run(request)
    } finally {
      if (--this.#users === 0) {
        this.#runner = undefined
        await (await running).close()
      }
    }
  }
}
