/** Every rule in one table (its parts lie in `rules/`), and the one way to report. A misspelt rule does not compile. */
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import type { Node, Point, Position } from 'unist'
import { blockRules } from './rules/blocks.ts'
import { fitRules } from './rules/fit.ts'
import { writtenRules } from './rules/language.ts'
import { lintRules } from './rules/lint.ts'
import { lookRules } from './rules/look.ts'
import { mathRules } from './rules/math.ts'
import { pluginRules } from './rules/plugins.ts'
import { shownRules } from './rules/shown.ts'
import type { Severity } from './rules/rule.ts'

export type { Severity } from './rules/rule.ts'

export const rules = {
  ...writtenRules,
  ...mathRules,
  ...blockRules,
  ...lintRules,
  ...fitRules,
  ...shownRules,
  ...lookRules,
  ...pluginRules,
} as const

/** Rules that no compiler can break: `lectern check` alone tells them. */
export { shownRules } from './rules/shown.ts'

export type RuleId = keyof typeof rules

/** What a project says of single rules. */
export type Severities = Readonly<Partial<Record<RuleId, Severity | 'off'>>>

/** Where the manual (`slides/guide.md`) speaks of a rule: the address of a slide or row in it. */
export function guidePlace(rule: string): string {
  return `guide#message-${rule}`
}

export type Place = Node | Position | Point | undefined

/**
 * Reports an author's mistake and goes on. The message carries the rule as `ruleId`, the mend as `note` and
 * `fatal` true for an error, undefined for an info, false for a warning (as vfile has it).
 */
export function report(
  file: VFile,
  rule: RuleId,
  place: Place,
  reason: string,
  options: { fix?: string; severity?: Severity; cause?: unknown } = {},
): VFileMessage {
  const { severity, fix } = rules[rule]
  const at = place && 'type' in place ? (place as Node).position : (place as Position | Point | undefined)
  const message = file.message(reason, {
    place: at,
    ruleId: rule,
    source: 'lectern',
    cause: options.cause as Error,
  })
  setSeverity(message, options.severity ?? (severity as Severity | 'off'))
  message.note = options.fix ?? fix
  return message
}

function setSeverity(message: VFileMessage, severity: Severity | 'off'): void {
  message.fatal = severity === 'error' ? true : severity === 'warning' ? false : undefined
}

/** The messages with the severities that a project has set for their rules; without those that it has turned off. */
export function withSeverities(messages: readonly VFileMessage[], severities: Severities): VFileMessage[] {
  return messages.filter((message) => {
    const severity = severities[message.ruleId as RuleId]
    if (severity && severity !== 'off') setSeverity(message, severity)
    return severity !== 'off'
  })
}

/** The severity a message was reported with. */
export function severityOf(message: VFileMessage): Severity {
  return message.fatal ? 'error' : message.fatal === false ? 'warning' : 'info'
}
