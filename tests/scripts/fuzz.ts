/**
 * Hurts decks and looks whether what holds for every deck still does:
 * `node tests/support/run.mjs tests/scripts/fuzz.ts [--seed=N] [--cases=N | --minutes=N] [FOLDER|FILE…]`.
 * Prints each finding with its number; `--show=N` prints the deck of a number.
 */
import { hurtDeck, problemsOf, readSeeds } from '../support/fuzz.ts'

const args = process.argv.slice(2)
const option = (name: string, otherwise: number): number => {
  const found = args.find((arg) => arg.startsWith(`--${name}=`))
  return found ? Number(found.slice(name.length + 3)) : otherwise
}
const paths = args.filter((arg) => !arg.startsWith('--'))
const seeds = readSeeds(
  paths.length > 0 ? paths : ['tests/compiler/fixtures', 'tests/messages/plain', 'tests/sites'],
)
const show = option('show', Number.NaN)
if (!Number.isNaN(show)) {
  process.stdout.write(hurtDeck(seeds, show))
  process.exit(0)
}
const first = option('seed', 1)
const minutes = option('minutes', 0)
const cases = option('cases', minutes > 0 ? Infinity : 1000)
const end = minutes > 0 ? Date.now() + minutes * 60_000 : Infinity
/** A case that takes more of the processor (ms) is told, whatever else the machine does: it may grow faster than its size. */
const SLOW = 4000
/** Findings that are printed. */
const MOST = 60

let done = 0
let found = 0
/** Numbers of the decks by what is wrong with them. */
const kinds = new Map<string, number[]>()
for (let number = first; done < cases && Date.now() < end; number++, done++) {
  const text = hurtDeck(seeds, number)
  const start = process.cpuUsage()
  const problems = await problemsOf(text)
  const { user, system } = process.cpuUsage(start)
  const took = (user + system) / 1000
  if (took > SLOW) problems.push(`took ${Math.round(took)} ms`)
  for (const problem of problems) {
    found++
    const kind = problem
      .replace(/^[^:]*: /, '')
      .replace(/[\d]+/g, 'N')
      .slice(0, 60)
    const before = kinds.get(kind) ?? []
    kinds.set(kind, [...before, number])
    if (before.length < 3 && kinds.size < MOST) console.log(`${number}: ${problem.slice(0, 400)}`)
  }
  if (done % 1000 === 999) console.log(`… ${done + 1} cases, ${found} findings`)
}
console.log(`${done} cases from ${first} on, ${seeds.length} seeds: ${found} findings`)
for (const [kind, numbers] of kinds)
  console.log(`  ${numbers.length} × ${kind}: ${numbers.slice(0, 40).join(' ')}`)
process.exitCode = found > 0 ? 1 : 0
