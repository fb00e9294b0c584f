/** Laser pointer and spotlight: both follow the pointer, here or in the speaker view, and neither is in its way. */
import type { PointerKind } from '../../../shared/speaker.ts'

/** A spot as shares of the stage. */
export interface Pointing {
  kind?: PointerKind
  x: number
  y: number
}

export interface PointerTool {
  /** Turns one on, and the other off with it; the same again turns it off. */
  toggle(kind: PointerKind): void
  /** Puts either away; whether there was one. */
  leave(): boolean
  /** Whether one is on. */
  readonly isOn: boolean
  /** Points where another window does. */
  show(pointing: Pointing): void
  /** Called with each spot that is pointed at here, and once with none. */
  onPoint: (pointing: Pointing) => void
}

export function installPointer(root: HTMLElement): PointerTool {
  const stage = root.querySelector('.slides')!
  const mark = document.createElement('div')
  mark.className = 'pointing'
  mark.setAttribute('aria-hidden', 'true')
  mark.hidden = true
  document.body.append(mark)

  function turn(kind: PointerKind | undefined): void {
    mark.hidden = !kind
    mark.dataset.kind = kind ?? ''
    root.toggleAttribute('data-pointing', kind === 'laser')
  }

  function put(x: number, y: number): void {
    mark.style.setProperty('--x', `${x}px`)
    mark.style.setProperty('--y', `${y}px`)
  }

  const tool: PointerTool = {
    toggle(kind) {
      const on = mark.dataset.kind !== kind
      turn(on ? kind : undefined)
      if (!on) tool.onPoint({ x: 0, y: 0 })
    },
    leave() {
      const was = tool.isOn
      turn(undefined)
      if (was) tool.onPoint({ x: 0, y: 0 })
      return was
    },
    get isOn() {
      return !mark.hidden
    },
    show({ kind, x, y }) {
      const { left, top, width, height } = stage.getBoundingClientRect()
      turn(kind)
      put(left + x * width, top + y * height)
    },
    onPoint: () => undefined,
  }

  // In the window, so that it is followed over players and the bar; kept up to date so that it comes where the hand is.
  window.addEventListener('pointermove', ({ clientX, clientY }) => {
    put(clientX, clientY)
    if (!tool.isOn) return
    const { left, top, width, height } = stage.getBoundingClientRect()
    const kind = mark.dataset.kind as PointerKind
    tool.onPoint({ kind, x: (clientX - left) / width, y: (clientY - top) / height })
  })
  return tool
}
