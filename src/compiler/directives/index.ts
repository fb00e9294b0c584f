/** Every directive, one line each. */
import type { Directive } from './directive.ts'

export const directives: readonly Directive[] = []
