/** The countdown of a slide: starts and pauses by a click or a key, or starts with a step; it outlives a reload. */
import { COUNTDOWN_CLASS } from '../../shared/markup.ts'
import { clockText } from '../../shared/pace.ts'
import { lectureWords } from './words.ts'
import type { LectureDeck } from './deck-api.ts'
import { forEachMounted } from './mounted.ts'

interface Run {
  /** Milliseconds that are left, while it stands. */
  left: number
  /** When it ends, while it runs. */
  until?: number
}

/** The shape of what is kept; raised when a reader of the old shape would be wrong. */
const VERSION = 1

interface Kept {
  version: typeof VERSION
  /** When this was written. */
  at: number
  runs: [slug: string, run: Run][]
}

/** What no one has touched for longer belongs to another lecture, and so does what has been over for longer, ms. */
const STALE = 3600_000
const OVER = 10 * 60_000

/** How often the ring moves, ms. */
const TICK = 200

/** Makes the countdowns of the deck work; gives what a key does with the one on the slide. */
export function installCountdown(deck: LectureDeck): () => void {
  const key = `lectern:timers:${location.pathname}`
  const runs = new Map<string, Run>(restore(key))
  const label = lectureWords().keys.timer
  const here = () => deck.getCurrentSlide()?.querySelector<HTMLElement>(`:scope > .${COUNTDOWN_CLASS}`)
  let ticking: ReturnType<typeof setInterval> | undefined

  function toggle(box: HTMLElement): void {
    const { id } = box.closest('section')!
    const full = fullOf(box)
    const { left, until } = runs.get(id) ?? { left: full }
    const rest = until === undefined ? left : until - Date.now()
    if (until !== undefined && rest > 0) runs.set(id, { left: rest })
    // What has ended begins anew, when it is told to.
    else if (rest <= 0) runs.set(id, { left: full })
    else runs.set(id, { left: rest, until: Date.now() + rest })
    keep(key, runs)
    draw(box)
  }

  function draw(box: HTMLElement): void {
    const full = fullOf(box)
    const { left, until } = runs.get(box.closest('section')!.id) ?? { left: full }
    const rest = Math.max(0, until === undefined ? left : until - Date.now())
    const button = box.querySelector('button')
    if (!button) return
    const text = clockText(Math.ceil(rest / 1000))
    if (button.textContent !== text) button.textContent = text
    box.style.setProperty('--left', String(rest / full))
    box.dataset.state = rest === 0 ? 'over' : until !== undefined ? 'runs' : rest < full ? 'paused' : 'ready'
    button.ariaPressed = String(box.dataset.state === 'runs')
    if (box.dataset.state === 'runs') ticking ??= setInterval(tick, TICK)
  }

  function tick(): void {
    const box = here()
    if (box) draw(box)
    if (box?.dataset.state === 'runs') return
    clearInterval(ticking)
    ticking = undefined
  }

  /** Starts what shall start with the step that shows, once. */
  function arrive(): void {
    const box = here()
    if (!box) return
    const step = (deck.getIndices().f ?? -1) + 1
    if (
      box.dataset.at !== undefined &&
      step >= Number(box.dataset.at) &&
      !runs.has(box.closest('section')!.id)
    )
      toggle(box)
    else draw(box)
  }

  forEachMounted((slide) => {
    const box = slide.querySelector<HTMLElement>(`:scope > .${COUNTDOWN_CLASS}`)
    if (!box) return
    const button = document.createElement('button')
    button.title = label
    button.setAttribute('aria-description', label)
    button.addEventListener('click', () => toggle(box))
    // A press of the mouse leaves the focus where it is: the space bar goes on to mean "next".
    button.addEventListener('mousedown', (event) => event.preventDefault())
    box.setAttribute('role', 'timer')
    box.replaceChildren(button)
    draw(box)
  })
  for (const event of ['ready', 'slidechanged', 'fragmentshown']) deck.on(event, arrive)
  return () => {
    const box = here()
    if (box) toggle(box)
  }
}

function fullOf(box: HTMLElement): number {
  return Number(box.dataset.seconds) * 1000
}

function keep(key: string, runs: Map<string, Run>): void {
  const kept: Kept = { version: VERSION, at: Date.now(), runs: [...runs] }
  try {
    localStorage.setItem(key, JSON.stringify(kept))
  } catch {
    // Storage may be closed to pages from disk; the countdown then does not outlive a reload.
  }
}

/** What a reload, or a crash, has interrupted; what was counted down in the last lecture is of no use in the next. */
function restore(key: string): [string, Run][] {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null
    const now = Date.now()
    if (kept?.version !== VERSION || now - kept.at > STALE) return []
    return kept.runs.filter(isEntry).filter(([, { until = now }]) => now - until < OVER)
  } catch {
    return []
  }
}

function isEntry(value: unknown): value is [string, Run] {
  const [slug, run] = Array.isArray(value) ? (value as unknown[]) : []
  return typeof slug === 'string' && Number.isFinite((run as Partial<Run> | undefined)?.left)
}
