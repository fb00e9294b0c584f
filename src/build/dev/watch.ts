/** Hears of changes beside decks, however an editor saves: in place, by rename, by deleting and writing anew. */
import { watch, type FSWatcher } from 'node:fs'

/** Waits this long (ms) for more events of the same save. */
const QUIET = 15
/** Looks by itself this often (ms), for file systems that tell nothing and folders that were replaced. */
const LOOK = 1000

export interface FolderWatch {
  /** Watches these folders too. */
  add(folders: Iterable<string>): void
  close(): void
}

/**
 * Calls `look` soon after something in a watched folder has changed, and every second. Events are only hints: what
 * has really changed is for `look` to find out, since editors tell too much, too little or the wrong name.
 */
export function watchFolders(look: () => void): FolderWatch {
  const wanted = new Set<string>()
  const watchers = new Map<string, FSWatcher>()
  let timer: NodeJS.Timeout | undefined
  const soon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(look, QUIET)
  }
  const drop = (folder: string): void => {
    watchers.get(folder)?.close()
    watchers.delete(folder)
  }
  const arm = (folder: string): void => {
    if (watchers.has(folder)) return
    try {
      const watcher = watch(folder, soon)
      watcher.on('error', () => drop(folder))
      watchers.set(folder, watcher)
    } catch {
      // Not there (any more): tried again with the next look.
    }
  }
  const looking = setInterval(() => {
    for (const folder of wanted) arm(folder)
    look()
  }, LOOK)
  return {
    add(folders) {
      for (const folder of folders) {
        wanted.add(folder)
        arm(folder)
      }
    },
    close() {
      clearTimeout(timer)
      clearInterval(looking)
      for (const folder of watchers.keys()) drop(folder)
    },
  }
}
