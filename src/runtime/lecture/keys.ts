/** Keys that Lectern answers itself, before Reveal sees them. */
import type { Manifest } from '../../shared/manifest.ts'
import type { LectureDeck } from './deck-api.ts'
import { HelpCard } from './help-card.ts'
import { toggleScheme } from './scheme.ts'

export interface Keys {
  /** Whether Reveal must leave the key press alone: we have acted on it, or the focused element will. */
  takes(event: KeyboardEvent): boolean
}

/** `?` help, `s` speaker view, `r` the page for reading, `d` light or dark, Home/End and Shift+arrows to the ends of the deck; the rest is Reveal's. */
export function bindKeys(
  deck: LectureDeck,
  manifest: Manifest,
  { openSpeaker, openReview }: Record<'openSpeaker' | 'openReview', () => void>,
): Keys {
  const rtl = manifest.dir === 'rtl'
  const card = new HelpCard(manifest.lang, rtl)
  const actions: Record<string, () => void> = {
    '?': () => card.toggle(),
    F1: () => card.toggle(),
    s: openSpeaker,
    S: openSpeaker,
    r: openReview,
    R: openReview,
    d: toggleScheme,
    D: toggleScheme,
    Home: () => deck.slide(0, 0),
    End: () => toLast(deck),
  }
  return {
    takes(event) {
      if (card.isOpen || document.querySelector('dialog[open]')) return true
      if (belongsToElement(event)) return true
      if (event.ctrlKey || event.metaKey || event.altKey || deck.isPaused() || deck.isOverlayOpen())
        return false
      const action = event.shiftKey
        ? (shifted(event.key, deck, rtl) ?? actions[event.key])
        : actions[event.key]
      if (!action || event.target instanceof HTMLInputElement) return false
      action()
      event.preventDefault()
      return true
    },
  }
}

/** Stacks hide where the deck's ends are from Reveal's own Shift+arrows. */
function shifted(key: string, deck: LectureDeck, rtl: boolean): (() => void) | undefined {
  const [back, on] = rtl ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight']
  if (key === back || key === 'ArrowUp') return () => deck.slide(0, 0)
  if (key === on || key === 'ArrowDown') return () => toLast(deck)
  return undefined
}

function toLast(deck: LectureDeck): void {
  const stacks = deck.getHorizontalSlides()
  const last = stacks.at(-1)
  if (last) deck.slide(stacks.length - 1, Math.max(0, last.querySelectorAll(':scope > section').length - 1))
}

/** Space and Enter press what has the focus; a field, a list or a player keeps all its keys. */
function belongsToElement({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element) || target.closest('.controls')) return false
  if (target.closest('select, textarea, video, audio, [contenteditable=""], [contenteditable=true]'))
    return true
  if (target instanceof HTMLInputElement) return true
  return (
    (key === ' ' || key === 'Enter') && target.closest('a[href], button, summary, [role=button]') !== null
  )
}
