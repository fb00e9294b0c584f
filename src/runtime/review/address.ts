/** `#SLUG/3` names a slide and its step; `#/SLUG`, as the lecture writes it, is understood too. */
import type { LightStep } from './light-steps.ts'

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
    if (location.hash !== `#${encodeURIComponent(place.slug)}`) target.scrollIntoView()
  }
  addEventListener('hashchange', follow)
  follow()
}
