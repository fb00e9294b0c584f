/**
 * Keys of the page that are a single letter or sign. They rest where letters are typed or a dialog is open, and can be
 * turned off for those who speak to their computer (WCAG 2.2, 2.1.4).
 */
import { KEYS_KEY } from '../../shared/review.ts'

const BUSY =
  'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], dialog, .mark-bar'

/** Calls `act` when `key` is pressed on the page. */
export function pageKey(key: string, act: () => void): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey) return
    if ((event.target as Element).closest?.(BUSY) || !keysOn()) return
    event.preventDefault()
    act()
  })
}

/** Whether they are on, which they are until the reader says otherwise. */
export function keysOn(): boolean {
  try {
    return localStorage.getItem(KEYS_KEY) !== 'off'
  } catch {
    return true
  }
}
