/** Takes edits into the open deck: the changed slides in place, on the same slide and fragment. */
import type { Manifest } from '../../shared/manifest.ts'
import {
  DECK_STYLE_ID,
  HOT_EVENT,
  HOT_MESSAGES_EVENT,
  type HotUpdate,
  type SlidePatch,
  type WireMessage,
} from '../../shared/markup.ts'
import type { LectureDeck } from './deck-api.ts'
import { slideMounted } from './mounted.ts'
import { MessageOverlay } from './overlay.ts'
import type { Parking } from './parking.ts'

/** Id of the messages with which the dev server's page starts. */
const MESSAGES_ID = 'lectern-messages'

/** Attributes that Reveal owns; a patch leaves them as they are. */
const kept = new Set([
  'hidden',
  'aria-hidden',
  'inert',
  'style',
  'data-fragment',
  'data-index-h',
  'data-index-v',
])
const keptClasses = ['past', 'present', 'future', 'has-dark-background', 'has-light-background']

/** Connects to the dev server; a built page has none. `refit`: measures all slides anew. */
export function connectHotUpdates(
  deck: LectureDeck,
  manifest: Manifest,
  parking: Parking,
  refit: () => void,
): void {
  if (!import.meta.hot) return
  const overlay = new MessageOverlay(manifest.lang)
  const first = document.querySelector(`script#${MESSAGES_ID}`)?.textContent
  if (first) overlay.show(JSON.parse(first) as WireMessage[])
  import.meta.hot.on(HOT_MESSAGES_EVENT, (data: { deck: string; messages: WireMessage[] }) => {
    if (data.deck === manifest.deck) overlay.show(data.messages)
  })
  import.meta.hot.on(HOT_EVENT, (update: HotUpdate) => {
    if (update.deck !== manifest.deck) return
    overlay.show(update.messages)
    const sheet = document.getElementById(DECK_STYLE_ID)
    if (sheet && update.style !== undefined) {
      sheet.textContent = update.style
      refit()
    }
    // The address names slide and fragment, so the page comes back where it was.
    if (update.slides === null) location.reload()
    else if (update.slides.length > 0) patchSlides(deck, parking, update.slides)
  })
}

/** Puts the changed slides in place and returns to where the deck was. */
export function patchSlides(deck: LectureDeck, parking: Parking, patches: SlidePatch[]): void {
  const { h, v, f } = deck.getIndices()
  for (const { html } of patches) {
    const template = document.createElement('template')
    template.innerHTML = html
    const next = template.content.querySelector('section')
    const section = next && document.getElementById(next.id)
    if (!next || !section) continue
    patchAttributes(section, next)
    if (parking.replace(section, next.innerHTML)) continue
    const past = section.classList.contains('past') || section.parentElement?.classList.contains('past')
    const shown = past ? Infinity : section === deck.getCurrentSlide() ? (f ?? -1) : -1
    // Before they are in the page: what has stepped in already must not step in again.
    for (const fragment of next.querySelectorAll<HTMLElement>('.fragment'))
      fragment.classList.toggle('visible', Number(fragment.dataset.fragmentIndex) <= shown)
    section.replaceChildren(...next.childNodes)
    slideMounted(section)
    deck.syncSlide(section)
  }
  // All backgrounds anew: a patch may have changed one.
  deck.sync()
  deck.slide(h, v, f)
}

function patchAttributes(section: HTMLElement, next: HTMLElement): void {
  for (const name of section.getAttributeNames())
    if (!next.hasAttribute(name) && !kept.has(name)) section.removeAttribute(name)
  const state = keptClasses.filter((name) => section.classList.contains(name))
  for (const { name, value } of next.attributes) if (!kept.has(name)) section.setAttribute(name, value)
  section.classList.add(...state)
}
