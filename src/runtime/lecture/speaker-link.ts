/** The lecture's half of the speaker view: opens its window, tells it where the lecture stands, and does as it says. */
import type { Manifest } from '../../shared/manifest.ts'
import {
  PREVIEW_QUERY,
  SPEAKER_PAGE,
  isSpeakerMessage,
  type SpeakerMessage,
  type SpeakerPlace,
} from '../../shared/speaker.ts'
import { lectureWords } from './words.ts'
import { OUR_PAGES, Peer, isFromUs } from '../peer.ts'
import type { LectureDeck } from './deck-api.ts'
import type { Ink } from './ink/ink.ts'
import type { PointerTool } from './pointing/pointer.ts'

/** What both windows show alike. */
export interface SharedTools {
  ink: Ink
  pointer: PointerTool
}

/** Whether this page is a preview in a speaker view. */
export function isPreview(): boolean {
  return window.parent !== window && new URLSearchParams(location.search).has(PREVIEW_QUERY)
}

/** Keeps a speaker view up to date, whichever of the two windows is loaded anew. Gives what opens one. */
export function linkSpeaker(
  deck: LectureDeck,
  manifest: Manifest,
  { ink, pointer }: SharedTools,
): () => void {
  const tell = () => peer.send({ lectern: 'at', place: placeOf(deck), paused: deck.isPaused() })
  // A message of a page that has gone may not arrive: this one goes when the other is the lecture by its own word.
  let swapping = false
  const peer = new Peer('lecture', (message) => {
    if (message.lectern === 'hello' && message.page === 'lecture' && swapping) location.assign(SPEAKER_PAGE)
    else if (message.lectern === 'hello') tell()
    else if (message.lectern === 'go') goTo(deck, message.place)
    else if (message.lectern === 'do') doCommand(deck, message.what)
    else if (message.lectern === 'ink') ink.store.take(message.slug, message.ink)
    else if (message.lectern === 'point') pointer.show(message)
    else if (message.lectern === 'swap') {
      swapping = true
      peer.send({ lectern: 'swap', place: placeOf(deck) })
    }
  })
  ink.store.onDrawn = (slug) => peer.send({ lectern: 'ink', slug, ink: ink.store.get(slug) })
  for (const event of ['slidechanged', 'fragmentshown', 'fragmenthidden', 'paused', 'resumed', 'ready'])
    deck.on(event, tell)
  return () => {
    const opened = window.open(SPEAKER_PAGE, `lectern-speaker-${manifest.deck}`, 'width=1280,height=800')
    if (!opened) return sayBlocked()
    peer.meet(opened)
    opened.focus()
  }
}

/** A preview shows what the speaker view tells it, and says what it shows; it can be drawn on and pointed at. */
export function followSpeaker(deck: LectureDeck, { ink, pointer }: SharedTools): void {
  const tell = (message: SpeakerMessage) => window.parent.postMessage(message, OUR_PAGES)
  window.addEventListener('message', (event) => {
    const { source, data } = event
    if (source !== window.parent || !isFromUs(event) || !isSpeakerMessage(data)) return
    if (data.lectern === 'show') {
      goTo(deck, data.place)
      const end = data.ahead && !canGoOn(deck)
      if (data.ahead && !end) deck.next()
      tell({ lectern: 'shown', place: placeOf(deck), end })
    } else if (data.lectern === 'ink') ink.store.take(data.slug, data.ink)
    else if (data.lectern === 'press') {
      pressTool(data.key, { ink, pointer })
      tell({ lectern: 'tool', on: ink.isOn || pointer.isOn })
    } else if (data.lectern === 'step') {
      if (data.what === 'next') deck.next()
      else deck.prev()
      tell({ lectern: 'stepped', place: placeOf(deck) })
    }
  })
  ink.store.onDrawn = (slug) => tell({ lectern: 'ink', slug, ink: ink.store.get(slug) })
  ink.onLeave = () => tell({ lectern: 'tool', on: pointer.isOn })
  pointer.onPoint = (pointing) => tell({ lectern: 'point', ...pointing })
  // A press of the pointer may bring the keys here, which belong to the speaker view.
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    tell({ lectern: 'press', key: event.key })
  })
  tell({ lectern: 'hello', page: 'lecture' })
}

function pressTool(key: string, { ink, pointer }: SharedTools): void {
  if (key === 'q') pointer.toggle('laser')
  else if (key === 'm') pointer.toggle('spotlight')
  else if (key === 'Escape') void (ink.leave() || pointer.leave())
  else ink.actionFor(key.toLowerCase() === 'z' ? 'z' : key, key === 'Z')?.()
}

function placeOf(deck: LectureDeck): SpeakerPlace {
  return { slug: deck.getCurrentSlide()?.id ?? '', step: deck.getIndices().f ?? -1 }
}

function goTo(deck: LectureDeck, { slug, step }: SpeakerPlace): void {
  const slide = document.getElementById(slug)
  if (!slide) return
  const { h, v } = deck.getIndices(slide)
  deck.slide(h, v, step)
}

function canGoOn(deck: LectureDeck): boolean {
  return !deck.isLastSlide() || deck.availableFragments().next
}

function doCommand(deck: LectureDeck, what: 'next' | 'previous' | 'first' | 'last' | 'pause'): void {
  if (what === 'next') deck.next()
  else if (what === 'previous') deck.prev()
  else if (what === 'pause') deck.togglePause()
  else {
    const slides = deck.getSlides()
    const slide = what === 'first' ? slides[0] : slides.at(-1)
    if (slide) goTo(deck, { slug: slide.id, step: -1 })
  }
}

/** A window that the browser did not open is explained, with the address to open by hand. */
function sayBlocked(): void {
  const dialog = document.createElement('dialog')
  dialog.className = 'help-card'
  const words = Object.assign(document.createElement('p'), { textContent: lectureWords().blocked })
  const link = Object.assign(document.createElement('a'), {
    href: SPEAKER_PAGE,
    textContent: SPEAKER_PAGE,
    // Opened by this link it has the lecture for its opener.
    target: '_blank',
    rel: 'opener',
  })
  const box = document.createElement('div')
  box.append(words, link)
  dialog.append(box)
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close()
  })
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
}
