/** `/` or the button opens the search; its script and the deck's index load when they are first wanted. */
import type { Manifest } from '../../shared/manifest.ts'
import type { ReviewData } from '../../shared/review.ts'
import { reviewWords } from '../../shared/review-words.ts'
import { barButton } from './bar-button.ts'
import { loadPart } from './load-part.ts'

const ICON = '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>'

/** What the search's script puts on `window`. */
export interface SearchPart {
  open(): void
}

/** Adds the button where the build wrote an index. */
export function searchButton(data: ReviewData, manifest: Manifest): void {
  if (!data.parts.search || !data.index) return
  const button = barButton('search', reviewWords(manifest.lang).search, ICON)
  const open = (): void =>
    void Promise.all([loadPart(data.index!, data.modules), loadPart(data.parts.search!, data.modules)]).then(
      () => (window as { lecternSearch?: SearchPart }).lecternSearch?.open(),
    )
  button.setAttribute('aria-keyshortcuts', '/')
  button.addEventListener('click', open)
  document.addEventListener('keydown', (event) => {
    const typing = (event.target as Element).closest('input, textarea, select, [contenteditable]')
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    open()
  })
}
