/** Keys that Lectern answers itself, before Reveal sees them. */
import type { Manifest } from '../../shared/manifest.ts'
import type { LectureDeck } from './deck-api.ts'
import { HelpCard } from './help-card.ts'
import type { Ink } from './ink/ink.ts'
import type { PointerTool } from './pointing/pointer.ts'
import type { Zoom } from './pointing/zoom.ts'
import { toggleScheme } from './scheme.ts'
import { blank, toggleFullScreen } from './screen.ts'

export interface Keys {
  /** Whether Reveal must leave the key press alone: we have acted on it, or the focused element will. */
  takes(event: KeyboardEvent): boolean
}

/** What keys work with, beside the deck. */
export interface Tools {
  openSpeaker: () => void
  openReview: () => void
  ink: Ink
  pointer: PointerTool
  zoom: Zoom
  print: () => void
  countdown: () => void
}

/** The keys of the help card that Reveal does not know, or of which it knows too little; the rest is Reveal's. */
export function bindKeys(deck: LectureDeck, manifest: Manifest, root: HTMLElement, tools: Tools): Keys {
  const rtl = manifest.dir === 'rtl'
  const card = new HelpCard(rtl)
  const { ink, pointer, zoom } = tools
  const actions: Record<string, () => void> = {
    '?': () => card.toggle(),
    F1: () => card.toggle(),
    F5: toggleFullScreen,
    s: tools.openSpeaker,
    r: tools.openReview,
    t: tools.countdown,
    d: toggleScheme,
    q: () => pointer.toggle('laser'),
    m: () => pointer.toggle('spotlight'),
    '+': () => zoom.step(true),
    '=': () => zoom.step(true),
    '-': () => zoom.step(false),
    Home: () => deck.slide(0, 0),
    End: () => toLast(deck),
  }
  const blanks: Record<string, 'black' | 'white'> = { b: 'black', '.': 'black', w: 'white', ',': 'white' }

  function actionFor(event: KeyboardEvent): (() => void) | undefined {
    const key = latinKey(event)
    const colour = blanks[key]
    if (colour) return () => blank(deck, root, colour)
    if (deck.isPaused()) return key === 'Escape' ? () => deck.togglePause() : undefined
    const end = event.shiftKey && shifted(key, deck, rtl)
    return end || (ink.actionFor(key, event.shiftKey) ?? actions[key])
  }

  return {
    takes(event) {
      if (card.isOpen || document.querySelector('dialog[open]')) return true
      if (belongsToElement(event)) return true
      if (event.altKey || deck.isOverlayOpen()) return false
      if (event.ctrlKey || event.metaKey) {
        const way = wayInTime(event)
        if (latinKey(event) === 'p' && !event.shiftKey) tools.print()
        else if (!way || !ink.travel(way)) return false
        event.preventDefault()
        return true
      }
      // What lies over the slide goes first, one thing at a time; then Escape is Reveal's.
      if (event.key === 'Escape' && (ink.leave() || pointer.leave() || zoom.leave())) return true
      const action = actionFor(event)
      if (!action) return false
      action()
      event.preventDefault()
      return true
    },
  }
}

/** The letter at the key's place, where the keyboard writes in another script. */
function latinKey({ key, code }: KeyboardEvent): string {
  if (key.length > 1) return key
  const [, letter] = /^[^\0-\x7f]$/.test(key) ? (/^Key([A-Z])$/.exec(code) ?? []) : []
  return (letter ?? key).toLowerCase()
}

/** As every program has it: Ctrl or Cmd with Z, Shift+Z or Y. */
function wayInTime(event: KeyboardEvent): 'undo' | 'redo' | undefined {
  const key = latinKey(event)
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
  return key === 'y' ? 'redo' : undefined
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
  // A field that has just given up the focus gives up its keys, too.
  if (target instanceof HTMLInputElement) return document.activeElement === target
  return (
    (key === ' ' || key === 'Enter') && target.closest('a[href], button, summary, [role=button]') !== null
  )
}
