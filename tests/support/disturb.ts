/** A file system that fails at chosen places. */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { onTestFinished } from 'vitest'

type Call = 'writeFileSync' | 'mkdirSync' | 'readFileSync' | 'renameSync' | 'copyFileSync'

/** Until the test ends: lets a call of the file system fail, or something happen before it, for the paths that `when` picks. */
export function disturb(name: Call, when: (file: string) => boolean, what: string | (() => void)): void {
  const real = fs[name] as (...args: unknown[]) => unknown
  Object.assign(fs, {
    [name]: (...args: unknown[]) => {
      if (when(args.map(String).join('\n'))) {
        if (typeof what === 'function') what()
        else throw Object.assign(new Error(`${what}: stand-in`), { code: what })
      }
      return real(...args)
    },
  })
  syncBuiltinESMExports()
  onTestFinished(() => {
    Object.assign(fs, { [name]: real })
    syncBuiltinESMExports()
  })
}
