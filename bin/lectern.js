#!/usr/bin/env node
import module from 'node:module'
import process from 'node:process'
import v8 from 'node:v8'

// Node keeps the compiled code of all that is loaded: the second start takes about half the time (Node >= 22.1).
module.enableCompileCache?.()

// The engine of Node 20 begins to optimize code that is over before that pays, as it is in a command of a second; later
// ones wait by themselves. Decks of a thousand slides are faster so, too.
if (process.versions.node.startsWith('20.')) v8.setFlagsFromString('--interrupt-budget=600000')

// One signal ends the command; what a build had begun to write is not in place yet and is cleaned up next time.
for (const [signal, code] of /** @type {const} */ ([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
])) {
  process.once(signal, () => process.exit(code))
}

const { main } = await import('../lib/cli.js')
process.exitCode = await main(process.argv.slice(2))
