/** Entry of marking: loads when it is first wanted. */
import type { MarksPart } from '../marks-gate.ts'
import { startMarks } from './marks.ts'

const part: MarksPart = { start: startMarks }
Object.assign(window, { lecternMarks: part })
