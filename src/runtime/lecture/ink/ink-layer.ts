/** The sheet over the stage that strokes are drawn on. It is as large as the stage, and scales with it. */
import { INK_COLOURS, type SlideInk, type Stroke } from '../../../shared/ink.ts'
import type { LectureDeck } from '../deck-api.ts'
import type { InkStore } from './ink-store.ts'
import { inkNodes, inkSheet, pathOf } from './ink-nodes.ts'
import { strokesOf, withStrokes } from './slide-ink.ts'
import { outline, type Spot, touches } from './stroke.ts'

export type Tool = 'pen' | 'marker' | 'eraser'

/** How far around itself the eraser takes strokes away, in px of the stage. */
const ERASER = 12
/** A stylus that is turned round, or whose eraser button is held, says so. */
const ERASER_BUTTON = 32

export class InkLayer {
  readonly #deck: LectureDeck
  readonly #store: InkStore
  readonly #svg: SVGSVGElement
  readonly #paths = document.createElementNS('http://www.w3.org/2000/svg', 'g')
  tool: Tool | undefined
  /** Each tool keeps its own; the highlighter begins in yellow. */
  readonly colours = { pen: 1, marker: INK_COLOURS }
  /** A hand beside a stylus draws nothing. */
  #stylus = false
  #drawing: { pointer: number; erases: boolean; last: Spot; stroke: Stroke; path: SVGPathElement } | undefined
  #erased: SlideInk | undefined

  constructor(deck: LectureDeck, store: InkStore, stage: { width: number; height: number }) {
    this.#deck = deck
    this.#store = store
    this.#svg = inkSheet(stage)
    this.#svg.append(this.#paths)
    // Reveal itself is not ready yet; it knows its last slide by nothing coming after it.
    document.querySelector('.slides')?.prepend(this.#svg)
    for (const [type, act] of Object.entries({
      pointerdown: (event: PointerEvent) => this.#down(event),
      pointermove: (event: PointerEvent) => this.#move(event),
      pointerup: (event: PointerEvent) => this.#up(event),
      pointercancel: (event: PointerEvent) => this.#up(event),
    }))
      this.#svg.addEventListener(type, (event) => act(event as PointerEvent))
  }

  /** Shows the ink of the slide that is shown, and takes the pointer while a tool is on. */
  draw(): void {
    const slide = this.#deck.getCurrentSlide()
    const ink = this.#store.get(slide.id)
    this.#svg.dataset.board = ink.shown ?? ''
    this.#svg.dataset.tool = this.tool ?? ''
    const dark = ink.shown ? ink.shown === 'black' : slide.matches('.filled, .on-dark')
    this.#svg.dataset.dark = ink.shown || dark ? String(dark) : ''
    this.#paths.replaceChildren(...inkNodes(this.#erased ?? ink))
  }

  get #slug(): string {
    return this.#deck.getCurrentSlide().id
  }

  #down(event: PointerEvent): void {
    if (event.pointerType === 'pen') this.#stylus = true
    if (!this.tool || (event.button > 0 && event.button !== 5)) return
    if (this.#drawing || (event.pointerType === 'touch' && this.#stylus)) return
    // Nor does the deck take it for a swipe.
    event.stopPropagation()
    event.preventDefault()
    this.#svg.setPointerCapture(event.pointerId)
    const erases = this.tool === 'eraser' || (event.buttons & ERASER_BUTTON) > 0
    const tool = this.tool === 'eraser' ? 'pen' : this.tool
    const stroke: Stroke = {
      tool,
      colour: this.colours[tool],
      points: [],
      ...(event.pointerType === 'pen' && { pressed: true as const }),
    }
    const path = pathOf(stroke)
    this.#drawing = { pointer: event.pointerId, erases, last: this.#spot(event), stroke, path }
    if (!erases) this.#paths.append(path)
    this.#move(event)
  }

  #move(event: PointerEvent): void {
    const now = this.#drawing
    if (now?.pointer !== event.pointerId) return
    event.stopPropagation()
    const { stroke, path } = now
    for (const part of coalesced(event)) {
      const spot = this.#spot(part)
      if (now.erases) this.#erase(now.last, spot)
      // With Shift the line is straight.
      else if (event.shiftKey && stroke.points.length >= 3) stroke.points.splice(3)
      if (!now.erases) stroke.points.push(tenth(spot.x), tenth(spot.y), Math.round(part.pressure * 100) / 100)
      now.last = spot
    }
    if (!now.erases) path.setAttribute('d', outline(stroke))
  }

  #up(event: PointerEvent): void {
    const now = this.#drawing
    if (now?.pointer !== event.pointerId) return
    event.stopPropagation()
    this.#drawing = undefined
    const ink = this.#store.get(this.#slug)
    const erased = this.#erased
    this.#erased = undefined
    if (erased) this.#store.change(this.#slug, erased)
    else if (!now.erases) this.#store.change(this.#slug, withStrokes(ink, [...strokesOf(ink), now.stroke]))
  }

  /** Takes away whole strokes; one run of the eraser is undone at once. */
  #erase(from: Spot, to: Spot): void {
    const ink = this.#erased ?? this.#store.get(this.#slug)
    const left = strokesOf(ink).filter((stroke) => !touches(stroke, from, to, ERASER))
    if (left.length === strokesOf(ink).length) return
    this.#erased = withStrokes(ink, left)
    this.draw()
  }

  /** Where the pointer is on the stage. */
  #spot({ clientX, clientY }: PointerEvent): Spot {
    const { left, top, width, height } = this.#svg.getBoundingClientRect()
    const stage = this.#svg.viewBox.baseVal
    return { x: ((clientX - left) / width) * stage.width, y: ((clientY - top) / height) * stage.height }
  }

  /** The slide was left with the pen down. */
  finish(): void {
    this.#drawing = undefined
    this.#erased = undefined
  }
}

/** All spots since the last event, where the browser tells them. */
function coalesced(event: PointerEvent): PointerEvent[] {
  const parts = event.type === 'pointermove' ? event.getCoalescedEvents() : []
  return parts.length > 0 ? parts : [event]
}

const tenth = (value: number): number => Math.round(value * 10) / 10
