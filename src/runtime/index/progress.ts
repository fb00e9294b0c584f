/** How much of each deck was read on this device. */
import { reviewWords } from '../review/page-words.ts'
import { ReviewStore } from '../review/store.ts'

/** Adds to each deck's card what was read of it; nothing where nothing was. */
export async function showProgress(root: string, lang: string): Promise<void> {
  const say = reviewWords(lang)
  const store = await ReviewStore.open({ site: new URL(root || '.', location.href).pathname, deck: '' })
  const show = (): void => {
    for (const card of document.querySelectorAll<HTMLElement>('.deck-card[data-deck]')) {
      const seen = store.all('seen', card.dataset.deck ?? '').length
      const all = store.get('visit', '', card.dataset.deck ?? '')?.slugs.length ?? 0
      if (seen === 0 || all === 0) continue
      let line = card.querySelector<HTMLElement>('.deck-progress')
      if (!line) {
        line = document.createElement('p')
        line.className = 'deck-progress'
        card.querySelector('footer')?.before(line)
      }
      line.style.setProperty('--done', String(Math.min(1, seen / all)))
      line.textContent = say.seenOf(Math.min(seen, all), all)
    }
  }
  store.subscribe(show)
  show()
}
