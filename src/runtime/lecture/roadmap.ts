/** "You are here" travels: from where it stood on the slide before, else from the last stop that was called up. */
import type { LectureDeck } from './deck-api.ts'

interface Spot {
  x: number
  y: number
  /** Type size of a label, width of a line, px on screen. */
  size: number
}

interface Parts {
  dots: Spot[]
  labels: Spot[]
  lines: Spot[]
}

type Snapshot = Map<string, Parts & { at: number }>

const DURATION = 700
const EASING = 'cubic-bezier(0.5, 0, 0.15, 1)'
/** Between one stretch of line and the next as the marker passes over several stops, ms. */
const STAGGER = 160

/** Moves the marker whenever a slide with a recalled road comes up. Does nothing where motion is not wanted. */
export function installRoadmap(deck: LectureDeck): void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)')
  let left: Snapshot = new Map()
  deck.on('beforeslidechange', () => {
    left = snapshot(deck.getCurrentSlide())
  })
  deck.on('slidechanged', (event) => {
    const { currentSlide, previousSlide } = event as unknown as {
      currentSlide: HTMLElement
      previousSlide?: HTMLElement
    }
    if (calm.matches || !previousSlide) return
    const forward = previousSlide.compareDocumentPosition(currentSlide) & Node.DOCUMENT_POSITION_FOLLOWING
    for (const figure of currentSlide.querySelectorAll<HTMLElement>('.roadmap[data-at]')) {
      const before = left.get(figure.dataset.roadmap ?? '')
      if (before || forward) travel(figure, before, deck.getScale())
    }
    left = new Map()
  })
}

function snapshot(slide: Element | null | undefined): Snapshot {
  const result: Snapshot = new Map()
  for (const figure of slide?.querySelectorAll<HTMLElement>('.roadmap') ?? []) {
    result.set(figure.dataset.roadmap ?? '', { ...measure(figure), at: Number(figure.dataset.at ?? 0) })
  }
  return result
}

function measure(figure: HTMLElement): Parts {
  const spots = (selector: string, size: (element: Element, width: number) => number) =>
    [...figure.querySelectorAll(selector)].map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect()
      return { x: left + width / 2, y: top + height / 2, size: size(element, width) }
    })
  return {
    dots: spots('.roadmap-dot', () => 1),
    labels: spots('.roadmap-label', (element) => Number.parseFloat(getComputedStyle(element).fontSize)),
    lines: spots('.roadmap-line', (_, width) => width),
  }
}

/** First, last, invert, play: the road as it was before, as it is now, and each part moved between the two. */
function travel(figure: HTMLElement, before: (Parts & { at: number }) | undefined, scale: number): void {
  const at = Number(figure.dataset.at)
  const from = before?.at || Number(figure.dataset.from ?? 0)
  if (from === at) return
  setAt(figure, from)
  const first = before ?? measure(figure)
  const stops = [...figure.querySelectorAll<HTMLElement>('.roadmap-stop')]
  for (const [index, stop] of stops.entries()) {
    const passed = from < at ? index - from : from - 1 - index
    stop.style.setProperty('--delay', `${Math.max(0, passed) * STAGGER}ms`)
  }
  // The state before must be painted, else nothing has a value to change from.
  void figure.offsetWidth
  figure.classList.add('roadmap-moving')
  setAt(figure, at)
  const last = measure(figure)
  const delay = Math.max(0, Math.abs(at - from) - 1) * STAGGER
  const running = [
    ...move(figure, 'dot', first.dots, last.dots, scale),
    ...move(figure, 'line', first.lines, last.lines, scale),
    ...move(figure, 'label', first.labels, last.labels, scale, delay),
    ...appear(
      figure.querySelectorAll(".roadmap-stop[data-state='here'] :is(.roadmap-sublabel, .roadmap-date)"),
      delay,
    ),
  ]
  const wait = Math.max(
    0,
    ...running.map((animation) => Number(animation.effect?.getComputedTiming().endTime ?? 0)),
  )
  const rest = figure.animate([], { duration: wait + DURATION })
  rest.finished.catch(() => undefined).finally(() => figure.classList.remove('roadmap-moving'))
}

function setAt(figure: HTMLElement, at: number): void {
  for (const [index, stop] of figure.querySelectorAll<HTMLElement>('.roadmap-stop').entries()) {
    stop.dataset.state = index + 1 < at ? 'past' : index + 1 > at ? 'ahead' : 'here'
  }
}

function move(
  figure: HTMLElement,
  part: 'dot' | 'line' | 'label',
  first: Spot[],
  last: Spot[],
  scale: number,
  delay = 0,
): Animation[] {
  const animations: Animation[] = []
  for (const [index, element] of figure.querySelectorAll(`.roadmap-${part}`).entries()) {
    const a = first[index]
    const b = last[index]
    if (!a || !b || b.size === 0) continue
    const x = (a.x - b.x) / scale
    const y = (a.y - b.y) / scale
    const grow = a.size / b.size
    if (Math.abs(x) < 0.5 && Math.abs(y) < 0.5 && Math.abs(grow - 1) < 0.01) continue
    const transform = `translate(${x}px, ${y}px) ${part === 'line' ? 'scaleX' : 'scale'}(${grow})`
    const options = { duration: DURATION, easing: EASING, delay, fill: 'backwards' } as const
    // Where the road turns the line has another shape on either side: it only comes in.
    const turn = part === 'line' && element.closest('.roadmap-turn')
    animations.push(
      element.animate(
        turn ? [{ opacity: 0 }, { opacity: 1 }] : [{ transform }, { transform: 'none' }],
        options,
      ),
    )
  }
  return animations
}

function appear(elements: NodeListOf<Element>, delay: number): Animation[] {
  return [...elements].map((element) =>
    element.animate([{ opacity: 0 }, { opacity: 1 }], {
      duration: 400,
      delay: delay + DURATION * 0.6,
      fill: 'backwards',
      easing: 'ease-out',
    }),
  )
}
