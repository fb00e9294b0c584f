/** Entry of the speaker view: follows the lecture in the other window, and steers it. */
import './styles.css'
import 'virtual:lectern/theme'
import type { Manifest } from '../../shared/manifest.ts'
import { MANIFEST_ID } from '../../shared/markup.ts'
import {
  SPEAKER_DATA_ID,
  isSpeakerMessage,
  type SpeakerData,
  type SpeakerMessage,
  type SpeakerPlace,
} from '../../shared/speaker.ts'
import { speakerWords } from '../../shared/speaker-words.ts'
import { Clock } from './clock.ts'
import { JumpList } from './jump-list.ts'
import { Peer, isFromUs } from '../peer.ts'
import { NotesPane } from './notes-pane.ts'
import { Preview } from './preview.ts'
import { SectionBar } from './section-bar.ts'

const read = <T>(id: string): T =>
  JSON.parse(document.querySelector(`script#${id}`)?.textContent ?? '{}') as T
const one = <T extends Element>(selector: string): T => document.querySelector<T>(selector)!

const manifest = read<Manifest>(MANIFEST_ID)
const data = read<SpeakerData>(SPEAKER_DATA_ID)
const words = speakerWords(manifest.lang)
const slides = manifest.slides
const now = new Preview(one('[data-preview="now"]'), data.lecture, manifest.stage)
const next = new Preview(one('[data-preview="next"]'), data.lecture, manifest.stage)
const notes = new NotesPane(one('.speaker-notes'))
const clock = new Clock(
  manifest.deck,
  data,
  words,
  slides.map(({ section }) => section),
)
const sections = new SectionBar(one('.speaker-sections'), manifest, data, words)
const jump = new JumpList(one('.speaker-jump'), slides, (slug) => go({ slug, step: -1 }))

/** Where the room is, and where the lecturer looks: the same unless the room is frozen. */
let room: SpeakerPlace = { slug: slides[0]?.slug ?? '', step: -1 }
let place = room
let frozen = false
let black = false

const peer = new Peer('speaker', hear)
const tell = (message: SpeakerMessage): void => peer.send(message)

function show(at: SpeakerPlace): void {
  now.show(at, false)
  look(at)
}

/** The rest beside a preview that stands at `at`. To tell it once more would take it back from where it has gone since. */
function look(at: SpeakerPlace): void {
  place = at
  next.show(at, true)
  notes.show(at)
  one('.speaker-place').textContent = `${indexOf(at) + 1} / ${slides.length}`
}

const indexOf = (at: SpeakerPlace): number => slides.findIndex(({ slug }) => slug === at.slug)

/** Clock and sections are about the room, wherever the lecturer looks. */
function follow(at: SpeakerPlace): void {
  const index = indexOf(at)
  const slide = slides[index]
  const share = slide && slide.steps > 0 ? (at.step + 1) / slide.steps : 0
  clock.at(index, share)
  sections.at(index, share)
}

function go(to: SpeakerPlace): void {
  if (frozen) show(to)
  else tell({ lectern: 'go', place: to })
}

type Command = 'next' | 'previous' | 'first' | 'last'

function command(what: Command): void {
  if (!frozen) tell({ lectern: 'do', what })
  else if (what === 'next' || what === 'previous') now.step(what)
  else show({ slug: (what === 'first' ? slides[0] : slides.at(-1))?.slug ?? '', step: -1 })
  if (what === 'next') clock.startOnce()
}

const actions: Record<string, () => void> = {
  next: () => command('next'),
  previous: () => command('previous'),
  first: () => command('first'),
  last: () => command('last'),
  clock: () => clock.toggle(),
  reset: () => clock.reset(),
  freeze: () => freeze(!frozen),
  black: () => tell({ lectern: 'do', what: 'pause' }),
  jump: () => jump.open(),
  swap: () => tell({ lectern: 'swap', place: room }),
  larger: () => notes.resize(1),
  smaller: () => notes.resize(-1),
}

/** Letting go brings the room to where the lecturer looks. */
function freeze(on: boolean): void {
  frozen = on
  if (!on && (place.slug !== room.slug || place.step !== room.step)) tell({ lectern: 'go', place })
  refresh()
}

function refresh(): void {
  document.documentElement.toggleAttribute('data-frozen', frozen)
  document.documentElement.toggleAttribute('data-black', black)
  for (const [name, on] of [
    ['freeze', frozen],
    ['black', black],
    ['clock', clock.runs],
  ] as const)
    one(`[data-do="${name}"]`).setAttribute('aria-pressed', String(on))
}

function status(text: string): void {
  const line = one('.speaker-status')
  if (line.textContent !== text) line.textContent = text
}

const back = manifest.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
const on = manifest.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
const keys: Record<string, string> = {
  [on]: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  n: 'next',
  [back]: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  p: 'previous',
  Home: 'first',
  End: 'last',
  t: 'clock',
  r: 'reset',
  l: 'freeze',
  b: 'black',
  '.': 'black',
  g: 'jump',
  x: 'swap',
  '+': 'larger',
  '-': 'smaller',
}

/** Keys of the tools, which work on the slide shown here; the room sees what they do. */
const toolKeys = /^(?:[cyeqmz1-5]|Z|Delete|Escape)$/

function press(key: string): boolean {
  const action = keys[key.length === 1 ? key.toLowerCase() : key]
  if (action) actions[action]!()
  else if (toolKeys.test(key)) now.tell({ lectern: 'press', key })
  else return false
  return true
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || jump.isOpen) return
  const target = event.target as Element
  if ((event.key === ' ' || event.key === 'Enter') && target.closest('button')) return
  if (press(event.key)) event.preventDefault()
})
document.addEventListener('click', ({ target }) => {
  const button = (target as Element).closest<HTMLElement>('[data-do], [data-go]')
  if (button?.dataset.do) actions[button.dataset.do]?.()
  else if (button?.dataset.go) go({ slug: button.dataset.go, step: -1 })
})

window.addEventListener('message', (event) => {
  const { source, data: message } = event
  if (!isFromUs(event) || !isSpeakerMessage(message)) return
  if (source === now.window && message.lectern === 'stepped') {
    now.stands(message.place)
    if (frozen) look(message.place)
  } else if (source === next.window && message.lectern === 'shown') next.end(message.end)
  else if (source !== now.window) return
  else if (message.lectern === 'press') press(message.key)
  else if (message.lectern === 'tool') now.takePointer(message.on)
  else if (message.lectern === 'point') tell(message)
  else if (message.lectern === 'ink') {
    tell(message)
    next.tell(message)
  }
})

function hear(message: SpeakerMessage): void {
  if (message.lectern === 'at') {
    const moved = message.place.slug !== room.slug || message.place.step !== room.step
    if (moved && clock.mayStart) clock.startOnce()
    room = message.place
    black = message.paused
    clock.mayStart = true
    follow(room)
    if (!frozen) show(room)
    refresh()
  } else if (message.lectern === 'ink') {
    now.tell(message)
    next.tell(message)
  } else if (message.lectern === 'swap')
    location.replace(`${data.lecture}#/${encodeURIComponent(message.place.slug)}`)
}

clock.onChange = refresh
clock.onTime = (spent) => sections.times(spent)
show(room)
follow(room)
refresh()
setInterval(() => status(frozen ? words.frozen : peer.isThere ? '' : words.lost), 1000)
