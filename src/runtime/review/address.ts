/** `#SLUG/3` names a slide and its step; `#/SLUG`, as the lecture writes it, is understood too. */
import { type LightStep, SENTENCE } from './light-steps.ts'

/** A slide and, where it is named, a step of it. */
export interface Place {
  slug: string
  step?: number
}

/** Reads the part of an address after `#`; undefined where it names nothing. */
export function readPlace(hash: string): Place | undefined {
  const [, slug = '', step] = /^#?\/?(.+?)(?:\/(\d+))?$/.exec(hash) ?? []
  if (slug === '') return undefined
  try {
    return { slug: decodeURIComponent(slug), ...(step === undefined ? {} : { step: Number(step) }) }
  } catch {
    return undefined
  }
}

/** Goes where the address says, now and when it changes; the browser itself finds only plain slugs. */
export function followAddress(light: LightStep): void {
  const follow = (): void => {
    const place = readPlace(location.hash)
    const target = place && document.getElementById(place.slug)
    if (!target) return
    light(place.slug, place.step)
    arrive(target)
  }
  addEventListener('hashchange', follow)
  // Another press of the same link changes no address.
  addEventListener('click', ({ target }) => {
    const link = (target as Element).closest?.('a[href^="#"]')
    if (link && link.getAttribute('href') === location.hash) follow()
  })
  follow()
}

/** Frames for which a target is kept in place. */
const FRAMES = 30

/** What ends that: the reader moves on, or another part of the page does. */
const MOVES = ['wheel', 'touchstart', 'pointerdown', 'keydown', 'lectern:moved'] as const

/**
 * Brings a slide to the top and keeps it there while slides around it, which were only guessed at, take their real
 * height and fonts come in.
 */
function arrive(target: HTMLElement): void {
  let frames = FRAMES
  const stop = (): void => {
    frames = 0
    for (const type of MOVES) removeEventListener(type, stop)
    removeEventListener('pointermove', point)
  }
  // Who points at a sentence wants it to stay under the pointer; one on its way to somewhere ends nothing.
  const point = ({ target: at }: Event): void => {
    if ((at as Element).closest?.(SENTENCE)) stop()
  }
  const keep = (): void => {
    if (frames-- <= 0) return stop()
    const margin = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0
    const { top } = target.getBoundingClientRect()
    const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 1
    if (Math.abs(top - margin) > 1 && !(atEnd && top > margin)) target.scrollIntoView()
    requestAnimationFrame(keep)
  }
  target.scrollIntoView()
  for (const type of MOVES) addEventListener(type, stop, { passive: true })
  addEventListener('pointermove', point, { passive: true })
  requestAnimationFrame(keep)
}
