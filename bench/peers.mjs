/** The peer that builds are compared with, installed on demand outside the project. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const MARP = '@marp-team/marp-cli'

/** Marp's command and version; npm installs it the first time. */
export function marp() {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'lectern', 'bench-peers')
  const folder = join(cache, 'node_modules', MARP)
  if (!existsSync(folder)) {
    console.log(`Installing ${MARP} into ${cache} …`)
    mkdirSync(cache, { recursive: true })
    writeFileSync(join(cache, 'package.json'), '{"private":true}\n')
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
    execFileSync(npm, ['install', '--no-audit', '--no-fund', `${MARP}@4`], {
      cwd: cache,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  }
  const { version, bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return { version, script: join(folder, typeof bin === 'string' ? bin : bin.marp) }
}
