/** `lectern check --watch`: looks again when a file that a deck was made from has changed. */
import path from 'node:path'
import { watchFolders } from '../dev/watch.ts'
import { EnvironmentError, UsageError } from '../errors.ts'
import type { DeckSource } from '../project.ts'
import { stampOf } from '../stamp.ts'
import { compare, type Known } from './baseline.ts'
import type { Checked } from './run-check.ts'
import { tellCheck, type Told } from './tell-check.ts'

/** Empties the screen and what has been scrolled out of it. */
const CLEAR = '\u001B[2J\u001B[3J\u001B[H'

export interface Watched {
  /** The decks that there are now. */
  find(): DeckSource[]
  /** Looks at those that have changed. */
  look(decks: readonly DeckSource[]): Promise<Checked>
  /** The baseline as it is now. */
  known(): readonly Known[]
  told: Told
  /** What ends it. */
  until: Promise<void>
}

/** Tells all messages anew on an empty screen after each change. What goes wrong meanwhile is told, and mended by the next. */
export async function watchCheck({ find, look, known, told, until }: Watched): Promise<void> {
  const { terminal } = told
  let seen = new Map<string, string>()
  let found: string[] = []
  let busy = false
  let ended = false

  const isChanged = (): boolean =>
    [...seen].some(([file, stamp]) => stampOf(file) !== stamp) || found.join() !== filesOf(find).join()

  const run = async (): Promise<void> => {
    const start = performance.now()
    // Nothing is printed before the new report is there: until then the old one can be read.
    let print: () => void
    try {
      found = filesOf(find)
      const checked = await look(find())
      seen = new Map(checked.decks.flatMap(({ dependencies }) => [...dependencies]))
      const compared = compare(checked.messages, known(), checked.looked)
      print = () => tellCheck(checked, compared, performance.now() - start, told)
    } catch (error) {
      const known = error instanceof EnvironmentError || error instanceof UsageError
      if (!known || seen.size === 0) throw error
      // Looked at again only when what is known of the files changes once more.
      for (const file of seen.keys()) seen.set(file, stampOf(file))
      print = () => terminal.err(`${terminal.colors.red('lectern:')} ${error.message}\n`)
    }
    if (ended) return
    if (terminal.interactive) terminal.out(CLEAR)
    print()
    terminal.out('Waiting for changes. Ctrl-C ends it.\n')
    watch.add(new Set([...seen.keys()].map((file) => path.dirname(file))))
  }

  let failed: (error: unknown) => void = () => undefined
  const failure = new Promise<never>((_, reject) => (failed = reject))
  const lookAgain = async (): Promise<void> => {
    if (busy || ended || !isChanged()) return
    busy = true
    try {
      await run()
    } finally {
      busy = false
    }
    // What has changed meanwhile.
    await lookAgain()
  }
  const watch = watchFolders(() => void lookAgain().catch(failed))
  try {
    busy = true
    await Promise.race([run(), until])
    busy = false
    void lookAgain().catch(failed)
    await Promise.race([until, failure])
  } finally {
    ended = true
    watch.close()
  }
}

/** The files of the decks; none where the folder has gone, which is told when it is looked at. */
function filesOf(find: Watched['find']): string[] {
  try {
    return find().map(({ file }) => file)
  } catch {
    return []
  }
}
