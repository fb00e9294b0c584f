/** One run of a command: wall time (ms), CPU of all its threads (ms), peak memory (MB). */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const preload = new URL('usage.mjs', import.meta.url).href

/** Runs a Node script as a process of its own; throws with its output where it fails. */
export async function measureProcess(script, args, cwd) {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-usage-'))
  const report = join(folder, 'usage.json')
  try {
    const start = performance.now()
    await run(script, args, cwd, report)
    const wall = performance.now() - start
    return { wall, ...JSON.parse(readFileSync(report, 'utf8')) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(script, args, cwd, report) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', preload, script, ...args], {
      cwd,
      env: { ...process.env, LECTERN_BENCH_USAGE: report, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data))
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`${script} ${args.join(' ')} ended with ${code}:\n${output.slice(-4000)}`)),
    )
  })
}

/** Each figure's median over runs. */
export function medianOf(runs) {
  return Object.fromEntries(
    Object.keys(runs[0]).map((key) => [
      key,
      quantile(
        runs.map((run) => run[key]),
        0.5,
      ),
    ]),
  )
}

/** The value below which the given part of `values` lies. */
export function quantile(values, part) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]
}
