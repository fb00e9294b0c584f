/** Messages on their way out of the compiler: as data, counted and sorted. */
import type { VFileMessage } from 'vfile-message'
import { severityOf } from '../compiler/diagnostics.ts'
import type { WireMessage } from '../shared/markup.ts'

/** A compiler's message as data. */
export function toWire(message: VFileMessage, file: string): WireMessage {
  const wire: WireMessage = {
    rule: message.ruleId ?? 'internal',
    severity: severityOf(message),
    reason: message.reason,
    file: message.file ?? file,
  }
  if (message.note) wire.fix = message.note
  if (message.line !== undefined) wire.line = message.line
  if (message.column !== undefined) wire.column = message.column
  return wire
}

export type Counts = Record<WireMessage['severity'], number>

/** How many messages there are of each severity. */
export function countMessages(messages: readonly WireMessage[]): Counts {
  const counts: Counts = { error: 0, warning: 0, info: 0 }
  for (const message of messages) counts[message.severity]++
  return counts
}

/** 1 where there is an error (with `strict`, a warning too), else 0: what a command ends with. */
export function exitCodeOf(messages: readonly WireMessage[], strict: boolean): 0 | 1 {
  const { error, warning } = countMessages(messages)
  return error > 0 || (strict && warning > 0) ? 1 : 0
}

/** By file, line and column. */
export function sortMessages(messages: readonly WireMessage[]): WireMessage[] {
  return [...messages].sort(
    (a, b) =>
      a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  )
}
