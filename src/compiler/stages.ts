/** Sizes of the stage, in px, by the deck's aspect ratio. */
import type { DeckFacts } from './deck-facts.ts'

export const stages = {
  '16:9': { width: 1280, height: 720 },
  '16:10': { width: 1280, height: 800 },
  '4:3': { width: 960, height: 720 },
} as const satisfies Record<DeckFacts['aspectRatio'], { width: number; height: number }>
