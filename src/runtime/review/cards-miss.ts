/** How a question becomes a card. */
import type { ReviewStore } from './store.ts'

/** A question that was not known becomes a card; one that is a card already is due again. */
export function missQuestion(store: ReviewStore, id: string): void {
  void store.update('card', id, (state) => ({ ...state, missed: Date.now() }))
}
