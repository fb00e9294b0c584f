/** What is found in a browser, as data, and the message that it becomes. */
import type { RuleId, Severities, Severity } from '../../compiler/diagnostics.ts'
import { rules } from '../../compiler/diagnostics.ts'
import type { WireMessage } from '../../shared/markup.ts'
import type { Locate } from './locate.ts'

/** One thing that is wrong with a slide. */
export interface Finding {
  rule: RuleId
  /** Undefined where the deck as a whole is meant. */
  slug?: string
  reason: string
  /** Where it is less grave than its rule says; what the project says counts more. */
  severity?: Severity
  /** A better mend than the rule's own. */
  fix?: string
  /** Words that stand in the source where it comes from, the best first. */
  words?: readonly string[]
}

/** Makes messages with the project's severities, each once; what the project has turned off is left out. */
export function messagesOf(
  findings: readonly Finding[],
  locate: Locate,
  severities: Severities,
): WireMessage[] {
  const told = new Set<string>()
  return findings.flatMap(({ rule, slug, reason, fix = rules[rule].fix, words, severity: own }) => {
    const severity = severities[rule] ?? own ?? rules[rule].severity
    const subject = `${slug}\n${reason}`
    if (severity === 'off' || told.has(subject)) return []
    told.add(subject)
    return [
      { rule, severity, reason, fix, ...locate(slug, words), ...(slug !== undefined && { slide: slug }) },
    ]
  })
}

/** The beginning of a text in quotation marks, on one line. */
export function quoted(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ')
  return `“${line.length > 40 ? `${line.slice(0, 39)}…` : line}”`
}
