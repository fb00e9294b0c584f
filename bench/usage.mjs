/** Preloaded into a measured process: writes what it has used, all threads together, when it ends. */
import { writeFileSync } from 'node:fs'

const { LECTERN_BENCH_USAGE } = process.env
// Only the process that was started, not those that it starts.
delete process.env.LECTERN_BENCH_USAGE
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  const usage = { cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024 }
  if (LECTERN_BENCH_USAGE) writeFileSync(LECTERN_BENCH_USAGE, JSON.stringify(usage))
})
