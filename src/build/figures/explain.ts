/** What went wrong in a figure module, and where. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { isInside, slashed } from '../paths.ts'

/** An error of the parser, as Vite passes it on. */
interface ParseError {
  id: string
  message: string
  loc?: { line: number; column: number }
}

/** `slides/talk/figures/a.ts:3:7: message`, with the first place of the project that the error names. */
export function explain(error: unknown, module: string, root: string): string {
  const name = (file: string): string => slashed(path.relative(root, file))
  if (!(error instanceof Error)) return `${name(module)}: It threw ${String(error)}`
  const { message, stack = '' } = error
  const [parse] = (error as Error & { errors?: ParseError[] }).errors ?? []
  if (parse?.loc) {
    const text = plain(parse.message, root).replace(/^\[\w+\] /, '')
    return `${name(parse.id)}:${parse.loc.line}:${parse.loc.column + 1}: ${text}`
  }
  const missing =
    /^(?:Failed to load url|Cannot find (?:module|package)) '?(\S+?)'? (?:.*? in|imported from) '?(.+?)'?(?:\. Does|$)/m.exec(
      message,
    )
  if (missing) {
    const [, wanted = '', importer = module] = missing
    return `${name(importer)}${placeOf(wanted, importer)}: There is no module \`${wanted}\``
  }
  for (const [, written = '', line, column] of stack.matchAll(
    /(?:\(|at )((?:file:\/\/|\/|[A-Z]:\\)[^\n()]*?):(\d+):(\d+)\)?$/gm,
  )) {
    const file = written.startsWith('file:') ? fileURLToPath(written) : written
    if (isInside(root, file) && !file.includes(`${path.sep}node_modules${path.sep}`))
      return `${name(file)}:${line}:${column}: ${plain(message, root)}`
  }
  return `${name(module)}: ${plain(message, root)}`
}

/** `:LINE:COLUMN` of an import's name in the file that imports. */
function placeOf(wanted: string, importer: string): string {
  const lines = existsSync(importer) ? readFileSync(importer, 'utf8').split('\n') : []
  const line = lines.findIndex((text) => text.includes(`'${wanted}'`) || text.includes(`"${wanted}"`))
  return line < 0 ? '' : `:${line + 1}:${lines[line]!.indexOf(wanted)}`
}

/** The message's first line without colours and the project's folder. */
function plain(message: string, root: string): string {
  // oxlint-disable-next-line no-control-regex
  const text = message.replace(/\u001B\[[\d;]*m/g, '').replaceAll(`${root}${path.sep}`, '')
  const lines = text.split('\n').map((line) => line.trim())
  return lines.find((line) => line !== '') ?? 'It failed'
}
