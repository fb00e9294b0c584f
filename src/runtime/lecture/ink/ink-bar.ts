/** The bar beside the slide while a drawing tool is on. All of it has keys, too. */
import { INK_COLOURS } from '../../../shared/ink.ts'
import type { PageWords } from '../../../shared/words/words.ts'

export type InkAction =
  'pen' | 'marker' | 'eraser' | 'undo' | 'redo' | 'board' | 'clear' | 'save' | 'load' | 'leave'

/** Paths of 24 by 24 units, drawn as lines. */
const icons: Record<InkAction, string> = {
  pen: 'M4 20l1-5L16 4l4 4L9 19zM13.5 6.5l4 4',
  marker: 'M9 15l-3 5h5l1-2M9 15l-1-3L17 3l4 4-9 9zM3 21h18',
  eraser: 'M8 20h12M4.5 14.5L14 5l6 6-9 9H8zM9 10l6 6',
  undo: 'M8 5L4 9l4 4M4 9h10a5 5 0 010 10h-4',
  redo: 'M16 5l4 4-4 4M20 9H10a5 5 0 000 10h4',
  board: 'M3 4h18v12H3zM8 20l4-4 4 4',
  clear: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
  save: 'M12 4v11M7.5 11l4.5 4.5 4.5-4.5M4 20h16',
  load: 'M12 16V5M7.5 9L12 4.5 16.5 9M4 20h16',
  leave: 'M6 6l12 12M18 6L6 18',
}

const groups: InkAction[][] = [
  ['pen', 'marker', 'eraser'],
  ['undo', 'redo', 'board', 'clear'],
  ['save', 'load', 'leave'],
]

export interface BarState {
  tool: string
  colour: number
  undo: boolean
  redo: boolean
  board: boolean
  /** What the lecturer must know: nothing is kept, a file was none of ours. */
  trouble: string
}

export class InkBar {
  readonly #bar = document.createElement('aside')
  readonly #trouble = document.createElement('p')
  readonly #buttons = new Map<string, HTMLButtonElement>()

  /** `act` does what a button says; a colour comes as its number. */
  constructor(words: PageWords, act: (what: InkAction | number) => void) {
    this.#bar.className = 'ink-bar'
    this.#bar.ariaLabel = words.keys.pen
    this.#bar.hidden = true
    const tools = document.createElement('div')
    tools.setAttribute('role', 'toolbar')
    tools.ariaOrientation = 'vertical'
    tools.ariaLabel = words.keys.pen
    this.#trouble.setAttribute('role', 'status')
    const names: Record<InkAction, string> = { ...words.keys, ...words.tools, leave: words.close }
    const [drawing, ...rest] = groups.map((group) =>
      group.map((name) => this.#button(name, names[name], iconOf(icons[name]), () => act(name))),
    )
    const colours = Array.from({ length: INK_COLOURS }, (_, at) => {
      const dot = document.createElement('span')
      dot.dataset.colour = String(at + 1)
      return this.#button(`colour-${at + 1}`, `${words.tools.colour} ${at + 1}`, dot, () => act(at + 1))
    })
    for (const group of [drawing!, colours, ...rest]) {
      const box = document.createElement('div')
      box.append(...group)
      tools.append(box)
    }
    this.#bar.append(tools, this.#trouble)
    // A press of the mouse leaves the focus where it is: the space bar goes on to mean "next".
    this.#bar.addEventListener('mousedown', (event) => event.preventDefault())
    document.body.append(this.#bar)
  }

  show(state: BarState | undefined): void {
    if (!state && this.#bar.contains(document.activeElement)) (document.activeElement as HTMLElement).blur()
    this.#bar.hidden = !state
    if (!state) return
    const pressed = [state.tool, `colour-${state.colour}`, ...(state.board ? ['board'] : [])]
    for (const [name, button] of this.#buttons)
      if (button.hasAttribute('aria-pressed')) button.ariaPressed = String(pressed.includes(name))
    this.#buttons.get('undo')!.disabled = !state.undo
    this.#buttons.get('redo')!.disabled = !state.redo
    if (this.#trouble.textContent !== state.trouble) this.#trouble.textContent = state.trouble
  }

  #button(name: string, label: string, content: Element, act: () => void): HTMLButtonElement {
    const button = Object.assign(document.createElement('button'), { type: 'button', title: label })
    button.dataset.ink = name
    button.ariaLabel = label
    if (/^(?:pen|marker|eraser|board|colour)/.test(name)) button.ariaPressed = 'false'
    button.append(content)
    button.addEventListener('click', act)
    this.#buttons.set(name, button)
    return button
  }
}

function iconOf(data: string): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', data)
  svg.append(path)
  return svg
}
