/** Figures that a reader can turn: what a control is moved to is put in the drawing's place. */
import {
  CONTROL_ATTRIBUTE,
  FIGURE_CONTROLS,
  STATES_ATTRIBUTE,
  type FigureStates,
  stateHtml,
} from '../../shared/figure-states.ts'

const read = new WeakMap<Element, FigureStates>()

/**
 * Answers every control of the page, those of slides that come later too. Clickers' keys leave a control and go on to the
 * deck; after the pointer has let go, so does every other key.
 */
export function turnFigures(): void {
  // Only now are they shown: without scripts they would be dead.
  document.documentElement.dataset.figures = 'turn'
  document.addEventListener('input', ({ target }) => {
    const controls = (target as Element).closest(`.${FIGURE_CONTROLS}`)
    if (controls) turn(controls)
  })
  document.addEventListener('pointerup', ({ target }) => {
    if ((target as Element).closest(`.${FIGURE_CONTROLS}`))
      (document.activeElement as HTMLElement | null)?.blur()
  })
  document.addEventListener(
    'keydown',
    (event) => {
      const target = event.target as HTMLElement
      if (!/^Page(?:Up|Down)$/.test(event.key) || !target.closest?.(`.${FIGURE_CONTROLS}`)) return
      event.preventDefault()
      target.blur()
    },
    true,
  )
}

function turn(controls: Element): void {
  const figure = controls.closest('figure')
  const states = statesOf(controls)
  if (!figure || !states) return
  const at = states.counts.map((_, index) => positionOf(controls, index))
  const fresh = document.createElement('template')
  fresh.innerHTML = stateHtml(states, at)
  for (const selector of [':scope > svg', ':scope > .figure-twin']) {
    const old = figure.querySelector(selector)
    const next = fresh.content.querySelector(selector.slice(':scope > '.length))
    if (!old || !next) continue
    keepSteps(old, next)
    old.replaceWith(next)
  }
  for (const [index, output] of [...controls.querySelectorAll('output')].entries()) {
    const input = output.closest('label')?.querySelector('input')
    const control = Number(input?.getAttribute(CONTROL_ATTRIBUTE) ?? index)
    const said = states.said[control]?.[at[control] ?? 0] ?? ''
    output.textContent = said
    input?.setAttribute('aria-valuetext', said)
  }
}

function statesOf(controls: Element): FigureStates | undefined {
  let states = read.get(controls)
  const json = controls.getAttribute(STATES_ATTRIBUTE)
  if (!states && json) {
    states = JSON.parse(json) as FigureStates
    read.set(controls, states)
  }
  return states
}

/** The index at which a control stands. */
function positionOf(controls: Element, index: number): number {
  const inputs = [...controls.querySelectorAll<HTMLInputElement>(`[${CONTROL_ATTRIBUTE}="${index}"]`)]
  const [input] = inputs
  if (input?.type === 'checkbox') return Number(input.checked)
  return Number((input?.type === 'radio' ? inputs.find(({ checked }) => checked) : input)?.value ?? 0)
}

/** Steps that have come stay, in the new drawing as in the old one; so does what a sentence of the notes has lit. */
function keepSteps(old: Element, next: Element): void {
  const states = ['visible', 'current-fragment', 'is-lit']
  for (const step of next.querySelectorAll('[data-fragment-index]')) {
    const index = step.getAttribute('data-fragment-index')
    const before = old.querySelector(`[data-fragment-index="${index}"]`)
    for (const state of states) step.classList.toggle(state, before?.classList.contains(state) ?? false)
  }
  for (const name of ['class', 'style']) {
    const value = old.getAttribute(name)
    if (value !== null) next.setAttribute(name, value)
  }
}
