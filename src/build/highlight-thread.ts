/** Highlights code in a thread of its own: that takes as long as parsing the deck, which goes on meanwhile. */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Highlighted } from '../compiler/host.ts'

/** What the thread is asked for: something of its own accord, or an answer. */
export type Wish = { ahead: string } | { id: number; text: string; language: string }
export type Answer = { id: number; result: Highlighted } | { id: number; error: string }

interface Call {
  resolve: (result: Highlighted) => void
  reject: (reason: Error) => void
}

/** The thread's program, beside the chunks of the built command. */
const PROGRAM = new URL('../highlight-worker.js', import.meta.url)

/** Whether a text has a fence at all. */
const HAS_CODE = /^[ \t>]*(?:`{3}|~{3})/m

export class HighlightThread {
  readonly #worker: Worker
  readonly #calls = new Map<number, Call>()
  #last = 0
  #broken = false

  /**
   * For a deck with that text. Undefined where it has no code, where the command runs from its sources, and on a machine
   * with one processor: nothing is gained there.
   */
  static for(source: string, program: URL = PROGRAM): HighlightThread | undefined {
    const isUseful = HAS_CODE.test(source) && availableParallelism() > 1 && existsSync(program)
    return isUseful ? new HighlightThread(program) : undefined
  }

  private constructor(program: URL) {
    this.#worker = new Worker(program)
    // It keeps no command from ending.
    this.#worker.unref()
    this.#worker.on('message', (answer: Answer) => this.#hear(answer))
    this.#worker.on('error', (error) => this.#fail(error))
    this.#worker.on('exit', () => this.#fail(new Error('The thread that highlights code has ended')))
  }

  /** Begins with the code of a deck. */
  ahead(source: string): void {
    this.#say({ ahead: source })
  }

  /** As the compiler's own, which stands in where the thread fails. */
  readonly highlight = async (text: string, language: string): Promise<Highlighted> => {
    try {
      return await this.#ask(text, language)
    } catch {
      const { highlight } = await import('../compiler/highlight.ts')
      return highlight(text, language)
    }
  }

  #ask(text: string, language: string): Promise<Highlighted> {
    return new Promise((resolve, reject) => {
      if (this.#broken) return reject(new Error('There is no thread'))
      const id = ++this.#last
      this.#calls.set(id, { resolve, reject })
      this.#worker.ref()
      this.#say({ id, text, language })
    })
  }

  #say(wish: Wish): void {
    this.#worker.postMessage(wish, [])
  }

  #hear(answer: Answer): void {
    const call = this.#calls.get(answer.id)
    this.#calls.delete(answer.id)
    if (this.#calls.size === 0) this.#worker.unref()
    if ('error' in answer) call?.reject(new Error(answer.error))
    else call?.resolve(answer.result)
  }

  #fail(reason: Error): void {
    this.#broken = true
    for (const { reject } of this.#calls.values()) reject(reason)
    this.#calls.clear()
  }
}
