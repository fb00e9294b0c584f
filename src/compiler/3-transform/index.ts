/** The transforms in their order; the reason for a place stands beside it. */
import type { Transform } from '../context.ts'

export const transforms: readonly Transform[] = []
