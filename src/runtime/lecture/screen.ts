/** The screen while presenting: full, black, white, and never asleep. */
import type { LectureDeck } from './deck-api.ts'

/** Covers the slides in black or white; the same again, or the other, as one expects of them. */
export function blank(deck: LectureDeck, root: HTMLElement, colour: 'black' | 'white'): void {
  const same = deck.isPaused() && (root.dataset.blank ?? 'black') === colour
  root.dataset.blank = colour
  if (same || !deck.isPaused()) deck.togglePause()
}

/** Full screen, or the window again. */
export function toggleFullScreen(): void {
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen()
  // A browser that refuses shows the window as it is.
  done.catch(() => undefined)
}

/** Keeps the screen on while the page fills it. Browsers without wake lock do as they always did. */
export function keepAwake(): void {
  let lock: Promise<WakeLockSentinel | undefined> | undefined
  const check = (): void => {
    const wanted = Boolean(document.fullscreenElement) && document.visibilityState === 'visible'
    if (wanted) lock = navigator.wakeLock?.request('screen').catch(() => undefined)
    else void lock?.then((held) => held?.release()).catch(() => undefined)
  }
  document.addEventListener('fullscreenchange', check)
  // The browser lets go of it when the window is out of sight.
  document.addEventListener('visibilitychange', check)
}
