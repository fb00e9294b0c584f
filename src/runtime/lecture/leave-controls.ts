/** A figure's controls never stand between the lecturer and the next slide. */
import { FIGURE_CONTROLS } from '../../shared/figure-states.ts'

/** Clickers' keys leave a control and go on to the deck; after the pointer has let go, so does every other key. */
export function leaveControls(): void {
  const isControl = (target: EventTarget | null): target is HTMLElement =>
    target instanceof HTMLElement && target.closest(`.${FIGURE_CONTROLS}`) !== null
  document.addEventListener('pointerup', ({ target }) => {
    if (isControl(target)) (document.activeElement as HTMLElement | null)?.blur()
  })
  document.addEventListener(
    'keydown',
    (event) => {
      if (!/^Page(?:Up|Down)$/.test(event.key) || !isControl(event.target)) return
      event.preventDefault()
      event.target.blur()
    },
    true,
  )
}
