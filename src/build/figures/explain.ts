/** What went wrong in a figure module, and where. */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { isInside, slashed } from '../paths.ts'

/** `slides/talk/figures/a.ts:3:7: message`, with the first place of the project that the error names. */
export function explain(error: unknown, module: string, root: string): string {
  const {
    message,
    loc,
    stack = '',
  } = error as Error & { loc?: { file?: string; line: number; column: number } }
  const name = (file: string): string => slashed(path.relative(root, file))
  const text = error instanceof Error ? plain(message, root) : `It threw ${String(error)}`
  if (loc) return `${name(loc.file ?? module)}:${loc.line}:${loc.column + 1}: ${text}`
  for (const [, written = '', line, column] of stack.matchAll(
    /(?:\(|at )((?:file:\/\/|\/|[A-Z]:\\)[^\n()]*?):(\d+):(\d+)\)?$/gm,
  )) {
    const file = written.startsWith('file:') ? fileURLToPath(written) : written
    if (isInside(root, file) && !file.includes(`${path.sep}node_modules${path.sep}`))
      return `${name(file)}:${line}:${column}: ${text}`
  }
  return `${name(module)}: ${text}`
}

/** The message without colours, source frame and the project's folder. */
function plain(message: string, root: string): string {
  // oxlint-disable-next-line no-control-regex
  const text = message.replace(/\u001B\[[\d;]*m/g, '').replaceAll(`${root}${path.sep}`, '')
  return (
    text
      .split('\n')
      .map((line) => line.trim())
      .find((line) => line !== '') ?? 'It failed'
  )
}
