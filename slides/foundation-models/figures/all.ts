/** Every figure of the lecture by its file name. */
import { analogy } from './analogy.ts'
import { attentionBank } from './attention-bank.ts'
import { bankContextual, bankStatic } from './bank.ts'
import { debateJump, debateLoss, debateSmooth } from './debate.ts'
import { frontier } from './frontier.ts'
import { gsm8k } from './gsm8k.ts'
import { humaneval } from './humaneval.ts'
import { lossSurface } from './loss-surface.ts'
import { lstmMemory } from './lstm-memory.ts'
import { maskCausal, maskFull } from './masks.ts'
import { mirage } from './mirage.ts'
import { mmlu } from './mmlu.ts'
import { palm } from './palm.ts'
import { rlhf } from './rlhf.ts'
import { thresholds } from './thresholds.ts'
import { timeline } from './timeline.ts'

export const figures: Record<string, () => string> = {
  analogy,
  'attention-bank': attentionBank,
  'bank-contextual': bankContextual,
  'bank-static': bankStatic,
  'debate-jump': debateJump,
  'debate-loss': debateLoss,
  'debate-smooth': debateSmooth,
  frontier,
  gsm8k,
  humaneval,
  'loss-surface': lossSurface,
  'lstm-memory': lstmMemory,
  'mask-causal': maskCausal,
  'mask-full': maskFull,
  mirage,
  mmlu,
  palm,
  rlhf,
  thresholds,
  timeline,
}
