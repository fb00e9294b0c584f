// Runs a script in TypeScript on every Node that Lectern supports: node tests/support/run.mjs FILE ARGUMENT…
import path from 'node:path'
import process from 'node:process'
import { runnerImport } from 'vite'

const [file, ...args] = process.argv.slice(2)
const script = path.resolve(file)
process.argv = [process.argv[0], script, ...args]
await runnerImport(script, { configFile: false, logLevel: 'error' })
