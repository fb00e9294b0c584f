/** The DevTools protocol over a pair of pipes: calls to the browser and its pages, and what they tell by themselves. */
import type { Readable, Writable } from 'node:stream'
import type { ProtocolMapping } from 'devtools-protocol/types/protocol-mapping.d.ts'

type Commands = ProtocolMapping.Commands
type Events = ProtocolMapping.Events

interface Answer {
  id: number
  result: unknown
  error?: { message: string }
}
interface Told {
  sessionId?: string
  method: string
  params: unknown
}
interface Call {
  session: string | undefined
  resolve: (result: never) => void
  reject: (reason: Error) => void
}

/** Ends each message, to the browser and from it. */
const END = '\0'

/** All that is said to one browser. */
export class DevTools {
  readonly #out: Writable
  readonly #calls = new Map<number, Call>()
  readonly #ears = new Map<string, ((params: never) => void)[]>()
  #last = 0
  #ended = false

  /** `out` and `into` are the browser's third and fourth pipe (`--remote-debugging-pipe`). */
  constructor(out: Writable, into: Readable) {
    this.#out = out
    // A browser that ends breaks them; `end` says so to those who wait.
    out.on('error', () => this.end())
    into.on('error', () => this.end())
    into.once('close', () => this.end())
    let parts: Buffer[] = []
    into.on('data', (data: Buffer) => {
      let rest = data
      for (let at = rest.indexOf(END); at >= 0; at = rest.indexOf(END)) {
        this.#hear(Buffer.concat([...parts, rest.subarray(0, at)]).toString())
        parts = []
        rest = rest.subarray(at + 1)
      }
      if (rest.length > 0) parts.push(rest)
    })
  }

  /** What is said to the browser itself, or to the page that was attached to under this name. */
  session(id?: string): Session {
    return new Session(this, id)
  }

  send(session: string | undefined, method: string, params: object): Promise<never> {
    if (this.#ended) return Promise.reject(new Error('The browser has ended'))
    const id = ++this.#last
    return new Promise((resolve, reject) => {
      this.#calls.set(id, { session, resolve, reject })
      this.#out.write(JSON.stringify({ id, method, params, sessionId: session }) + END)
    })
  }

  on(session: string | undefined, event: string, hear: (params: never) => void): void {
    const key = `${session} ${event}`
    this.#ears.set(key, [...(this.#ears.get(key) ?? []), hear])
  }

  /** Whoever waits for an answer of the session gets an error in its place; without a name, all do. */
  fail(reason: string, session?: string): void {
    for (const [id, call] of this.#calls) {
      if (session !== undefined && call.session !== session) continue
      this.#calls.delete(id)
      call.reject(new Error(reason))
    }
  }

  end(): void {
    this.#ended = true
    this.fail('The browser has ended')
  }

  get ended(): boolean {
    return this.#ended
  }

  #hear(message: string): void {
    const heard = JSON.parse(message) as Answer | Told
    if (!('id' in heard)) {
      for (const hear of this.#ears.get(`${heard.sessionId} ${heard.method}`) ?? [])
        hear(heard.params as never)
      return
    }
    const call = this.#calls.get(heard.id)
    this.#calls.delete(heard.id)
    if (heard.error) call?.reject(new Error(heard.error.message))
    else call?.resolve(heard.result as never)
  }
}

/** What is said to the browser, or to one page of it. */
export class Session {
  readonly #devTools: DevTools
  readonly id: string | undefined

  constructor(devTools: DevTools, id: string | undefined) {
    this.#devTools = devTools
    this.id = id
  }

  send<Name extends keyof Commands>(
    method: Name,
    ...[params]: Commands[Name]['paramsType']
  ): Promise<Commands[Name]['returnType']> {
    return this.#devTools.send(this.id, method, params ?? {})
  }

  on<Name extends keyof Events>(event: Name, hear: (params: Events[Name][0]) => void): void {
    this.#devTools.on(this.id, event, hear)
  }

  /** Fails all that waits for an answer. */
  fail(reason: string): void {
    this.#devTools.fail(reason, this.id)
  }
}
