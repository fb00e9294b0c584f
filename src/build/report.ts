/** Messages as a person (pretty), a program (json, sarif) or a code host (github) reads them. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Colors } from 'picocolors/types.js'
import type { WireMessage } from '../shared/markup.ts'
import { guidePlace } from '../compiler/diagnostics.ts'
import { countMessages, sortMessages } from './messages.ts'
import { packageVersion } from './paths.ts'
import { githubLine } from './report-github.ts'
import { sarifReport } from './report-sarif.ts'
import { printable } from './terminal.ts'

export type Format = 'pretty' | 'json' | 'sarif' | 'github'
export const FORMATS: readonly Format[] = ['pretty', 'json', 'sarif', 'github']

/** Of what `--format json` gives; goes up when something in it changes its meaning or goes away. */
const JSON_VERSION = 1

export interface ReportOptions {
  /** Project root, absolute: where the lines of a code frame are read from. */
  root: string
  colors: Colors
}

/** All messages in one format, each line ended; empty where a format has nothing to say. */
export function formatMessages(
  messages: readonly WireMessage[],
  format: Format,
  options: ReportOptions,
): string {
  const sorted = sortMessages(messages)
  if (format === 'json') return jsonReport(sorted)
  if (format === 'sarif') return sarifReport(sorted)
  if (format === 'github') return sorted.map(githubLine).join('')
  const lines = lineReader(options.root)
  return sorted.map((message) => prettyBlock(message, options, lines)).join('\n')
}

/** `version`, `lectern`, `messages` (each with `guide`, its place in the manual) and `counts`. */
function jsonReport(messages: readonly WireMessage[]): string {
  const data = {
    version: JSON_VERSION,
    lectern: packageVersion(),
    messages: messages.map((message) => ({ ...message, guide: guidePlace(message.rule) })),
    counts: countMessages(messages),
  }
  return `${JSON.stringify(data, null, 2)}\n`
}

/** `FILE:LINE:COLUMN`, as editors and terminals make it a link. */
function placeOf({ file, line, column }: WireMessage): string {
  return [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':')
}

/** The lines of files below `root`, each file read once for all its messages; none where it cannot be read. */
function lineReader(root: string): (file: string) => readonly string[] {
  const known = new Map<string, readonly string[]>()
  return (file) => {
    let lines = known.get(file)
    if (!lines) {
      try {
        lines = readFileSync(path.resolve(root, file), 'utf8').split(/\r\n|\r|\n/)
      } catch {
        lines = []
      }
      known.set(file, lines)
    }
    return lines
  }
}

function prettyBlock(
  message: WireMessage,
  { colors }: ReportOptions,
  linesOf: (file: string) => readonly string[],
): string {
  const paint = { error: colors.red, warning: colors.yellow, info: colors.blue }[message.severity]
  const [place, reason] = [printable(placeOf(message)), printable(message.reason)]
  const head = `${colors.bold(place)}  ${paint(message.severity)}  ${reason}  ${colors.dim(message.rule)}\n`
  const fix = message.fix ? `  ${colors.cyan('fix:')} ${printable(message.fix)}\n` : ''
  return head + codeFrame(message, linesOf(message.file), colors) + fix
}

/** The line of the message between its neighbours, with a mark under the column. */
function codeFrame({ line, column }: WireMessage, lines: readonly string[], colors: Colors): string {
  if (line === undefined || lines.length === 0) return ''
  const last = Math.min(lines.length, line + 1)
  const width = String(last).length
  let frame = ''
  for (let number = Math.max(1, line - 1); number <= last; number++) {
    const here = number === line
    const text = printable(clip(lines[number - 1] ?? ''))
    const row = `${here ? '>' : ' '} ${String(number).padStart(width)} | ${text}`
    frame += `  ${here ? row : colors.dim(row)}\n`
    if (here && column !== undefined && column <= MOST_COLUMNS) {
      frame += `  ${' '.repeat(width + 2)} | ${markUnder(text, column)}${colors.red('^')}\n`
    }
  }
  return frame
}

const MOST_COLUMNS = 120

function clip(text: string): string {
  return text.length > MOST_COLUMNS ? `${text.slice(0, MOST_COLUMNS)}…` : text
}

const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/

/** As much space as the text before the column takes in a terminal: East Asian characters take two cells. */
function markUnder(text: string, column: number): string {
  let space = ''
  for (const character of text.slice(0, column - 1)) {
    space += character === '\t' ? '\t' : WIDE.test(character) ? '  ' : ' '
  }
  return space
}

/** `1 error, 2 warnings`, or `no messages`. */
export function summarize(messages: readonly WireMessage[]): string {
  const { error, warning, info } = countMessages(messages)
  const parts = [count(error, 'error'), count(warning, 'warning'), count(info, 'info', 'infos')].filter(
    Boolean,
  )
  return parts.length > 0 ? parts.join(', ') : 'no messages'
}

function count(number: number, one: string, many = `${one}s`): string {
  return number === 0 ? '' : `${number} ${number === 1 ? one : many}`
}
