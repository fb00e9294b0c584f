/** Light or dark: the system's choice until the lecturer makes one. */
const KEY = 'lectern:scheme'
type Scheme = 'light' | 'dark'

/** Takes up the choice of the last visit. */
export function restoreScheme(): void {
  const kept = read()
  if (kept) document.documentElement.dataset.scheme = kept
}

/** Turns light into dark and back, and keeps the choice. */
export function toggleScheme(): void {
  // `light dark` where the system decides; a theme may stand in one scheme until the lecturer asks for the other.
  const { colorScheme } = getComputedStyle(document.documentElement)
  const dark =
    colorScheme === 'dark' || (colorScheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  const next: Scheme = dark ? 'light' : 'dark'
  document.documentElement.dataset.scheme = next
  try {
    localStorage.setItem(KEY, next)
  } catch {
    // Storage may be closed to pages from disk; the choice then lasts as long as the page.
  }
}

function read(): Scheme | undefined {
  try {
    const kept = localStorage.getItem(KEY)
    return kept === 'light' || kept === 'dark' ? kept : undefined
  } catch {
    return undefined
  }
}
