/** A browser's process, from its start to its end: it never outlives this one. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { DevTools } from './devtools.ts'
import { Page, type PageOptions } from './page.ts'

/** How long a browser may take to start, in ms: on a slow disk the first time takes many seconds. */
const START = 60_000

/** Of what it writes to standard error, for who asks why it did not start; in characters. */
const LAST_WORDS = 20_000

/** A browser that did not start, with what it wrote and how it ended. */
export class StartError extends Error {
  readonly output: string
  readonly end: string | undefined

  constructor(message: string, output: string, end?: string) {
    super(message)
    this.output = output
    this.end = end
  }
}

export class Browser {
  readonly #process: ChildProcess
  readonly #profile: string
  readonly #devTools: DevTools
  /** The page that it opens with. */
  #first: Promise<Page | undefined> | undefined
  #version = ''
  #closing: Promise<void> | undefined

  private constructor(process: ChildProcess, profile: string) {
    this.#process = process
    this.#profile = profile
    this.#devTools = new DevTools(process.stdio[3] as Writable, process.stdio[4] as Readable)
  }

  /** Starts `executable` with `args` beside those that its control needs. */
  static async start(executable: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Browser> {
    const profile = mkdtempSync(path.join(tmpdir(), `lectern-browser-${process.pid}-`))
    const child = spawn(
      executable,
      [...args, '--remote-debugging-pipe', `--user-data-dir=${profile}`, 'about:blank'],
      {
        env,
        stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
        // A group of its own: Ctrl-C is this command's affair, and its helpers can be ended with it.
        detached: process.platform !== 'win32',
      },
    )
    const browser = new Browser(child, profile)
    process.once('exit', browser.#atExit)
    let output = ''
    child.stderr!.on('data', (data) => (output = (output + data).slice(-LAST_WORDS)))
    const ended = new Promise<never>((_, reject) => {
      child.once('error', ({ message }) => reject(new StartError(message, output)))
      child.once('close', (code, signal) => {
        const how = signal ? `signal ${signal}` : `exit code ${code}`
        reject(new StartError('It ended at once', output, how))
      })
    })
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new StartError(`It says nothing for ${START / 1000} s`, output)), START)
    })
    try {
      // Where the pipe breaks, the process has more to say.
      const answer = browser.#devTools
        .session()
        .send('Browser.getVersion')
        .catch(() => ended)
      const { product } = await Promise.race([answer, ended, late])
      browser.#version = product.replace(/^.*\//, '')
      browser.#first = browser.#firstPage()
      browser.#first.catch(() => undefined)
      return browser
    } catch (error) {
      await browser.close()
      throw error
    } finally {
      clearTimeout(timer)
      // It does end one day.
      ended.catch(() => undefined)
    }
  }

  version(): string {
    return this.#version
  }

  isConnected(): boolean {
    return !this.#devTools.ended
  }

  async newPage(options: PageOptions = {}): Promise<Page> {
    const first = this.#first
    this.#first = undefined
    const isPlain = Object.keys(options).length === 0
    return (isPlain && (await first)) || this.#attach(await this.#blank(), options)
  }

  /** Ends it; there is nothing that it could lose. */
  close(): Promise<void> {
    return (this.#closing ??= this.#end())
  }

  async #end(): Promise<void> {
    const { exitCode, signalCode, pid } = this.#process
    const isOver = pid === undefined || exitCode !== null || signalCode !== null
    const over = isOver ? undefined : new Promise((resolve) => this.#process.once('exit', resolve))
    this.#kill()
    await over
    this.#devTools.end()
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 })
    process.removeListener('exit', this.#atExit)
  }

  async #firstPage(): Promise<Page | undefined> {
    const { targetInfos } = await this.#devTools.session().send('Target.getTargets')
    const target = targetInfos.find(({ type }) => type === 'page')
    return target && this.#attach(target.targetId, {})
  }

  async #blank(): Promise<string> {
    const { targetId } = await this.#devTools.session().send('Target.createTarget', { url: 'about:blank' })
    return targetId
  }

  async #attach(targetId: string, options: PageOptions): Promise<Page> {
    const { sessionId } = await this.#devTools
      .session()
      .send('Target.attachToTarget', { targetId, flatten: true })
    return Page.of(this.#devTools.session(sessionId), options)
  }

  #kill(): void {
    const { pid } = this.#process
    if (pid === undefined) return
    try {
      if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'])
      else process.kill(-pid, 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
  }

  readonly #atExit = (): void => {
    this.#kill()
    try {
      rmSync(this.#profile, { recursive: true, force: true })
    } catch {
      // Nobody can wait any more for a process that still writes.
    }
  }
}
