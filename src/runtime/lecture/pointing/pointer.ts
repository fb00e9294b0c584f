/** Laser pointer and spotlight: both follow the pointer, and neither is in its way. */
export type PointerKind = 'laser' | 'spotlight'

export interface PointerTool {
  /** Turns one on, and the other off with it; the same again turns it off. */
  toggle(kind: PointerKind): void
  /** Puts either away; whether there was one. */
  leave(): boolean
}

export function installPointer(root: HTMLElement): PointerTool {
  const mark = document.createElement('div')
  mark.className = 'pointing'
  mark.setAttribute('aria-hidden', 'true')
  mark.hidden = true
  document.body.append(mark)

  function show(kind: PointerKind | undefined): void {
    mark.hidden = !kind
    mark.dataset.kind = kind ?? ''
    root.toggleAttribute('data-pointing', kind === 'laser')
  }

  // In the window, so that it is followed over players and the bar; kept up to date so that it comes where the hand is.
  window.addEventListener('pointermove', ({ clientX, clientY }) => {
    mark.style.setProperty('--x', `${clientX}px`)
    mark.style.setProperty('--y', `${clientY}px`)
  })
  return {
    toggle: (kind) => show(mark.dataset.kind === kind ? undefined : kind),
    leave() {
      const was = !mark.hidden
      show(undefined)
      return was
    },
  }
}
