/** What a rule says. */
export type Severity = 'error' | 'warning' | 'info'

export interface Rule {
  /** `off`: reported only where the project's config asks for it. */
  severity: Severity | 'off'
  /** What the rule is about, in one line. */
  what: string
  /** How to mend it, in one sentence; `report` may give a better one for the case at hand. */
  fix: string
}
