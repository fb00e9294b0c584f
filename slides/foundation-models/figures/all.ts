/** Every figure of the lecture by its file name. */
import { debateJump, debateLoss, debateSmooth } from './debate.ts'
import { frontier } from './frontier.ts'
import { gsm8k } from './gsm8k.ts'
import { humaneval } from './humaneval.ts'
import { mirage } from './mirage.ts'
import { mmlu } from './mmlu.ts'
import { palm } from './palm.ts'
import { rlhf } from './rlhf.ts'
import { thresholds } from './thresholds.ts'
import { timeline } from './timeline.ts'

export const figures: Record<string, () => string> = {
  'debate-jump': debateJump,
  'debate-loss': debateLoss,
  'debate-smooth': debateSmooth,
  frontier,
  gsm8k,
  humaneval,
  mirage,
  mmlu,
  palm,
  rlhf,
  thresholds,
  timeline,
}
