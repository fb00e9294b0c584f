// Preloaded into a process of the command: kills it as kill -9 does, at the DIE_AT-th call of DIE_IN in the new output.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import process from 'node:process'

const name = process.env.DIE_IN
const real = fs[name]
let left = Number(process.env.DIE_AT)
fs[name] = (...args) => {
  const result = real(...args)
  if (args.some((arg) => String(arg).includes('.dist.')) && --left === 0) process.kill(process.pid, 'SIGKILL')
  return result
}
syncBuiltinESMExports()
