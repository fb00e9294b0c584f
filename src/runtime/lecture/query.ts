/** What may come from outside: the page's query and messages of other windows. */
import type { RevealConfig } from 'reveal.js'

/** What the speaker view's previews ask of the deck, and the only values they may ask it with. */
const allowed: Record<string, readonly string[]> = {
  receiver: [''],
  progress: ['false'],
  history: ['false'],
  controls: ['false'],
  transition: ['none'],
  backgroundTransition: ['none'],
  autoSlide: ['0'],
  scrollActivationWidth: ['false'],
  postMessageEvents: ['true'],
}

/**
 * Takes everything out of the query that Reveal would take for a setting (`?url=javascript:…` would run) and gives
 * the settings of a speaker preview, where the page is one.
 */
export function speakerQuery(): Partial<RevealConfig> {
  const asked = new URLSearchParams(location.search)
  const receiver = isSpeakerPreview()
  const kept = [...asked].filter(([key, value]) => receiver && allowed[key]?.includes(value))
  // Reveal takes a key without `=` for nothing, so the spelling of the speaker view is kept.
  const query = kept.map(([key, value]) => (value === '' ? key : `${key}=${value}`)).join('&')
  const search = query ? `?${query}` : ''
  if (search !== location.search) history.replaceState(null, '', location.pathname + search + location.hash)
  return receiver ? { hash: false, jumpToSlide: false } : {}
}

/** Whether the page stands in one of the speaker view's frames. */
export function isSpeakerPreview(): boolean {
  return window.parent !== window && new URLSearchParams(location.search).has('receiver')
}

/** Reveal obeys any window's messages; only pages of the same place may send them. */
export function refuseForeignMessages(): void {
  window.addEventListener(
    'message',
    (event) => {
      // Pages opened from disk have no origin to compare.
      const own = event.origin === location.origin || location.protocol === 'file:'
      if (!own) event.stopImmediatePropagation()
    },
    true,
  )
}
