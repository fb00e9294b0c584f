/** The bar at a selection or a mark: colours, a note, copy, delete. It stands in the browser's top layer. */
import { markColours, type MarkColour } from '../entries.ts'
import { markWords, reviewWords } from '../page-words.ts'
import { button, element } from '../quiz-dom.ts'

export interface BarActions {
  /** Marks the selection, or gives the open mark another colour. */
  mark(colour: MarkColour): void
  /** The id of the mark that the note is for, made where there is none yet. */
  note(): string | undefined
  write(id: string, note: string): void
  copy(): Promise<boolean>
  /** Deletes; returns how to undo that. */
  remove(id: string): () => void
  noteOf(id: string): string
  colourOf(id: string): MarkColour
}

export interface MarkBar {
  /** Shows it at a range: of a selection, or of the mark `id`. */
  show(range: Range, id?: string): void
  hide(): void
  focus(): void
  /** The mark that it is open for. */
  open(): string | undefined
  /** Something is being written or undone in it: a selection that goes closes nothing. */
  busy(): boolean
  holds(target: EventTarget | null): boolean
}

/** Px between the bar and the text. */
const GAP = 8

/** Makes the bar; it is in the page only while it is shown. */
export function markBar(act: BarActions): MarkBar {
  const say = markWords()
  const bar = element('div', 'mark-bar')
  bar.role = 'group'
  bar.ariaLabel = say.mark
  bar.popover = 'manual'
  let at: Range | undefined
  let id: string | undefined
  let busy = false
  let before: HTMLElement | undefined

  const swatches = markColours.map((colour, index) => {
    const made = button('', 'mark-swatch', () => act.mark(colour))
    made.dataset.colour = colour
    made.ariaLabel = say.colours[index]!
    made.title = say.colours[index]!
    return made
  })
  const note = button(say.note, 'mark-tool', () => {
    id = act.note()
    if (id) write(id)
  })
  const copy = button(say.copy, 'mark-tool', () => {
    void act.copy().then((done) => done && (copy.textContent = reviewWords().copied))
  })
  copy.ariaLive = 'polite'
  const remove = button(say.remove, 'mark-tool', () => {
    if (!id) return
    const undo = act.remove(id)
    busy = true
    const back = button(say.undo, 'mark-tool', () => {
      undo()
      hide()
    })
    const said = element('span', 'mark-said', say.removed)
    said.role = 'status'
    bar.replaceChildren(said, back)
    back.focus()
    place()
  })

  const write = (mark: string): void => {
    busy = true
    const field = element('textarea', 'mark-note')
    field.rows = 2
    field.value = act.noteOf(mark)
    field.placeholder = say.yourNote
    field.ariaLabel = say.yourNote
    field.addEventListener('input', () => act.write(mark, field.value))
    bar.querySelector('.mark-note')?.remove()
    bar.append(field)
    remove.hidden = false
    place()
    field.focus()
  }
  const place = (): void => {
    if (!at || !bar.isConnected) return
    const docked = matchMedia('(pointer: coarse), (max-width: 499px)').matches
    bar.classList.toggle('is-docked', docked)
    if (docked) return void bar.style.removeProperty('inset')
    const { left, right, top, bottom } = at.getBoundingClientRect()
    const { width, height } = bar.getBoundingClientRect()
    const x = Math.max(GAP, Math.min((left + right) / 2 - width / 2, innerWidth - width - GAP))
    const above = top - height - GAP
    const y = above > 64 ? above : Math.min(bottom + GAP, innerHeight - height - GAP)
    bar.style.inset = `${y}px auto auto ${x}px`
  }
  const hide = (): void => {
    if (!bar.isConnected) return
    const focused = bar.contains(document.activeElement)
    bar.remove()
    at = id = undefined
    busy = false
    if (focused) before?.focus({ preventScroll: true })
    before = undefined
  }
  // A press must not take the selection away.
  bar.addEventListener('mousedown', (event) => {
    if (!(event.target as Element).closest('textarea')) event.preventDefault()
  })
  bar.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    hide()
  })
  addEventListener('scroll', place, { passive: true, capture: true })
  addEventListener('resize', place)

  return {
    show(range, mark) {
      at = range
      // News of a selection may come late: who is in the bar already stays there.
      if (bar.contains(document.activeElement) && id === mark && !busy) return place()
      id = mark
      busy = false
      copy.textContent = say.copy
      const colour = mark && act.colourOf(mark)
      for (const swatch of swatches)
        if (mark) swatch.ariaPressed = String(swatch.dataset.colour === colour)
        else swatch.removeAttribute('aria-pressed')
      remove.hidden = !mark
      bar.replaceChildren(...swatches, note, copy, remove)
      if (!bar.isConnected) {
        // Where those who move by landmarks find it.
        ;(document.querySelector('main') ?? document.body).append(bar)
        bar.showPopover()
      }
      const text = mark && act.noteOf(mark)
      if (mark && text) {
        const said = element('p', 'mark-text', text)
        bar.append(said)
      }
      place()
    },
    hide,
    focus() {
      before = document.activeElement as HTMLElement
      swatches[0]!.focus()
    },
    open: () => (bar.isConnected ? id : undefined),
    busy: () => bar.isConnected && busy,
    holds: (target) => target instanceof Node && bar.contains(target),
  }
}
