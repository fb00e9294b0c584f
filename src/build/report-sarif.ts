/** Messages as SARIF 2.1.0, which code hosts and editors show beside the lines: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
import { guidePlace, rules, type RuleId } from '../compiler/diagnostics.ts'
import type { WireMessage } from '../shared/markup.ts'
import { fingerprint } from './check/baseline.ts'
import { packageVersion } from './paths.ts'

const levels = { error: 'error', warning: 'warning', info: 'note', off: 'none' } as const

/** One run with every rule that spoke, and a result a message. Paths are relative to the project's root. */
export function sarifReport(messages: readonly WireMessage[]): string {
  const spoken = [...new Set(messages.map(({ rule }) => rule))].sort()
  const version = packageVersion()
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Lectern', version, semanticVersion: version, rules: spoken.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results: messages.map((message) => resultOf(message, spoken.indexOf(message.rule))),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function ruleOf(id: string): object {
  const { what, fix, severity } = rules[id as RuleId]
  return {
    id,
    shortDescription: { text: what },
    help: { text: fix },
    defaultConfiguration: { level: levels[severity] },
    properties: { guide: guidePlace(id) },
  }
}

function resultOf(message: WireMessage, ruleIndex: number): object {
  const { rule, severity, reason, fix, file, line, column, slide } = message
  const region = line && { startLine: line, ...(column && { startColumn: column }) }
  return {
    ruleId: rule,
    ruleIndex,
    level: levels[severity],
    message: { text: fix ? `${reason}. ${fix}` : reason },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(file), uriBaseId: '%SRCROOT%' },
          ...(region && { region }),
        },
        ...(slide !== undefined && { logicalLocations: [{ name: slide, kind: 'slide' }] }),
      },
    ],
    // A code host knows the finding again when its line has moved.
    partialFingerprints: { 'lectern/v1': fingerprint(message) },
  }
}
