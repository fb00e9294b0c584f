/** Figures that a reader can turn: what a control is moved to is put in the drawing's place. */
import {
  CONTROL_ATTRIBUTE,
  FIGURE_CONTROLS,
  type FigureState,
  type FigureStates,
  STATES_ATTRIBUTE,
  stateAt,
} from '../../shared/figure-states.ts'

/** A figure as it came, and all that it can be turned to. */
interface Turned {
  states: FigureStates
  first: Element[]
}

const known = new WeakMap<Element, Turned>()

/** Classes that say what has come of an element's steps. */
const STEP_STATES = ['visible', 'current-fragment', 'is-lit']

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
  const turned = figure && knownOf(controls, figure)
  if (!turned) return
  const { said } = turned.states
  const at = said.map((_, index) => positionOf(controls, index))
  draw(figure, turned.first, stateAt(turned.states, at))
  for (const output of controls.querySelectorAll('output')) {
    const input = output.closest('label')!.querySelector('input')!
    const control = Number(input.getAttribute(CONTROL_ATTRIBUTE))
    const word = said[control]?.[at[control] ?? 0] ?? ''
    output.textContent = word
    input.setAttribute('aria-valuetext', word)
  }
}

function knownOf(controls: Element, figure: Element): Turned | undefined {
  let turned = known.get(controls)
  const json = controls.getAttribute(STATES_ATTRIBUTE)
  if (!turned && json) {
    const first = partsOf(figure).map((part) => part.cloneNode(true) as Element)
    turned = { states: JSON.parse(json) as FigureStates, first }
    known.set(controls, turned)
  }
  return turned
}

/** The drawing and its text twin. */
const partsOf = (figure: Element): Element[] => [
  ...figure.querySelectorAll(':scope > svg, :scope > .figure-twin'),
]
const elementsOf = (parts: readonly Element[]): Element[] =>
  parts.flatMap((part) => [part, ...part.querySelectorAll('*')])

/** The index at which a control stands. */
function positionOf(controls: Element, index: number): number {
  const inputs = [...controls.querySelectorAll<HTMLInputElement>(`[${CONTROL_ATTRIBUTE}="${index}"]`)]
  const [input] = inputs
  if (input?.type === 'checkbox') return Number(input.checked)
  return Number((input?.type === 'radio' ? inputs.find(({ checked }) => checked) : input)?.value ?? 0)
}

/** Element by element, so that steps stay as they are; where the tree is another, as a whole. */
function draw(figure: Element, first: readonly Element[], state: FigureState): void {
  const wanted = elementsOf(first)
  let now = elementsOf(partsOf(figure))
  if (typeof state === 'string') return replace(figure, parse(state, false))
  if (now.length !== wanted.length) {
    replace(
      figure,
      first.map((part) => part.cloneNode(true) as Element),
    )
    now = elementsOf(partsOf(figure))
  }
  const inSvg = new Set<Element>(wanted.filter((element) => element instanceof SVGElement))
  for (const [place, element] of now.entries()) {
    const piece = state[place]
    const origin = wanted[place]!
    const [next] =
      piece === undefined ? [origin] : parse(piece, inSvg.has(origin) && origin.localName !== 'svg')
    if (next) become(element, next)
  }
}

/** The elements that `html` begins with. */
function parse(html: string, inSvg: boolean): Element[] {
  const holder = document.createElement('template')
  holder.innerHTML = inSvg ? `<svg>${html}` : html
  const { content } = holder
  return [...(inSvg ? content.firstElementChild! : content).children]
}

/** Gives `element` the attributes of `next`, and the text that stands first in it. */
function become(element: Element, next: Element): void {
  const come = STEP_STATES.filter((state) => element.classList.contains(state))
  for (const { name, value } of next.attributes)
    if (element.getAttribute(name) !== value && !(name === 'style' && element.localName === 'svg'))
      element.setAttribute(name, value)
  for (const name of element.getAttributeNames())
    if (!next.hasAttribute(name) && name !== 'style' && name !== 'class') element.removeAttribute(name)
  if (come.length > 0) element.classList.add(...come)
  const text = next.firstChild instanceof Text ? next.firstChild.data : ''
  const shown = element.firstChild
  if (shown instanceof Text) {
    if (shown.data !== text) shown.data = text
  } else if (text !== '') element.prepend(text)
}

function replace(figure: Element, next: readonly Element[]): void {
  for (const [index, old] of partsOf(figure).entries()) {
    const fresh = next[index]
    if (!fresh) continue
    for (const step of fresh.querySelectorAll('[data-fragment-index]')) {
      const before = old.querySelector(`[data-fragment-index="${step.getAttribute('data-fragment-index')}"]`)
      for (const state of STEP_STATES)
        step.classList.toggle(state, before?.classList.contains(state) ?? false)
    }
    old.replaceWith(fresh)
  }
}
