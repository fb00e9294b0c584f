/** Every directive, one line each. */
import type { Directive } from './directive.ts'
import { roadmap } from './roadmap.ts'

export const directives: readonly Directive[] = [roadmap]
