/** On a phone a slide is as wide as the screen and small; the page for reading is one tap away. */
import { pageWordsIn } from '../../shared/words/page-words.ts'

/** Adds the link to the page for reading, which the styles show on small screens only. */
export function phoneLink(root: HTMLElement, lang: string, href: string | undefined): void {
  if (!href) return
  const link = document.createElement('a')
  link.className = 'reading-link'
  link.href = href
  link.textContent = pageWordsIn(lang).read
  // The same slide, wherever the deck stands when the link is taken.
  link.addEventListener('click', () => {
    const slug = root.querySelector('.slides section.slide.present')?.id
    if (slug) link.href = `${href}#${encodeURIComponent(slug)}`
  })
  root.append(link)
}
