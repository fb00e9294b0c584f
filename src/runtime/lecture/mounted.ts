/** Tells those who enliven slides that a slide's content has come into the page. */
type Callback = (slide: HTMLElement) => void

const callbacks: Callback[] = []

/**
 * Calls `callback` for every slide whose content is in the page, now and whenever a parked or patched slide's content
 * comes in. A slide may come more than once, each time with fresh content.
 */
export function forEachMounted(callback: Callback): void {
  callbacks.push(callback)
  for (const slide of document.querySelectorAll<HTMLElement>('.slides section.slide'))
    if (!slide.querySelector(':scope > script')) callback(slide)
}

/** To be called by whoever has put new content into `slide`. */
export function slideMounted(slide: HTMLElement): void {
  for (const callback of callbacks) callback(slide)
}
