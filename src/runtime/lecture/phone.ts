/** The way to the page for reading: on a phone, where a slide is small, one tap away; elsewhere by a key. */
import { lectureWords } from './words.ts'
import type { LectureDeck } from './deck-api.ts'

/** Adds the link to the page for reading, which the styles show on small screens only. */
export function phoneLink(root: HTMLElement, deck: LectureDeck, review: string | undefined): void {
  if (!review) return
  const link = document.createElement('a')
  link.className = 'reading-link'
  link.href = review
  link.textContent = lectureWords().read
  // The same slide, wherever the deck stands when the link is taken.
  link.addEventListener('click', () => {
    link.href = reviewAddress(deck, review)
  })
  root.append(link)
}

/** The slide and the step that the deck shows, on the page for reading. */
export function reviewAddress(deck: LectureDeck, review: string): string {
  const slug = deck.getCurrentSlide()?.id
  if (!slug) return review
  const { f = -1 } = deck.getIndices()
  return `${review}#${encodeURIComponent(slug)}${f >= 0 ? `/${f}` : ''}`
}
