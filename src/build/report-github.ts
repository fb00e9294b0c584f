/** Messages as annotations in a workflow of a code host. */
import type { WireMessage } from '../shared/markup.ts'

/** A workflow command: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
export function githubLine(message: WireMessage): string {
  const level = { error: 'error', warning: 'warning', info: 'notice' }[message.severity]
  const properties = [`file=${escapeProperty(message.file)}`]
  if (message.line !== undefined) properties.push(`line=${message.line}`)
  if (message.column !== undefined) properties.push(`col=${message.column}`)
  properties.push(`title=${escapeProperty(message.rule)}`)
  const text = message.fix ? `${message.reason}\n${message.fix}` : message.reason
  return `::${level} ${properties.join(',')}::${escapeData(text)}\n`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
