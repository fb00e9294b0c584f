/** Every figure of the lecture by its file name. */
import { frontier } from './frontier.ts'
import { palm } from './palm.ts'
import { rlhf } from './rlhf.ts'
import { timeline } from './timeline.ts'

export const figures: Record<string, () => string> = {
  frontier,
  palm,
  rlhf,
  timeline,
}
