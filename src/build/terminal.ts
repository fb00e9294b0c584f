/** Where a command writes and from where it runs: the process itself, or a test's stand-in. */
import pico from 'picocolors'
import type { Colors } from 'picocolors/types.js'

export interface Terminal {
  cwd: string
  out(text: string): void
  err(text: string): void
  colors: Colors
  /** Whether a person watches: progress is shown only then. */
  interactive: boolean
}

/** The process's own terminal. Colours only on a TTY, and never with `NO_COLOR`. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process
  const plain = Boolean(env.NO_COLOR) || env.TERM === 'dumb' || !stdout.isTTY || !stderr.isTTY
  return {
    cwd: process.cwd(),
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    colors: pico.createColors(!plain || (Boolean(env.FORCE_COLOR) && !env.NO_COLOR)),
    interactive: Boolean(stderr.isTTY),
  }
}

/** Signs that steer a terminal, turn the direction of what follows, or begin a line that a build server takes for a command. */
const STEERING = /[\0-\u0008\u000A-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069]/g

/** Text of a deck as it may be printed: on one line, and what steers a terminal written out, as `\\u{1b}`. */
export function printable(text: string): string {
  return text.replace(/\r?\n/g, ' ').replace(STEERING, (sign) => `\\u{${sign.codePointAt(0)!.toString(16)}}`)
}

/** Ends when the person does: Ctrl-C, or a signal to end. Until then the process runs on. */
export function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.removeAllListeners(signal)
      process.once(signal, () => resolve())
    }
  })
}

/** A line that says what goes on, shown to a person once a second has passed; `done` takes it away. */
export function progress(terminal: Terminal): { show(text: string): void; done(): void } {
  let latest = ''
  let due = false
  const write = (): void => {
    if (latest) terminal.err(`\r\u001B[2K${latest}`)
  }
  // By the clock: a long step is told of too, though nothing is said while it lasts.
  if (terminal.interactive) {
    setTimeout(() => {
      due = true
      write()
    }, 1000).unref()
  }
  return {
    show(text) {
      latest = text
      if (due) write()
    },
    done() {
      if (due && latest) terminal.err('\r\u001B[2K')
      latest = ''
    },
  }
}

/** `0.8 s` or `120 ms`. */
export function duration(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`
}

/** `1 slide`, `2 slides`. */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
