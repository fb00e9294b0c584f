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

/** Answers every control of the page, those of slides that come later too. */
export function turnFigures(): void {
  // Only now are they shown: without scripts they would be dead.
  document.documentElement.dataset.figures = 'turn'
  document.addEventListener('input', ({ target }) => {
    const controls = (target as Element).closest(`.${FIGURE_CONTROLS}`)
    if (controls) turn(controls)
  })
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
/** The index at which a control stands; a switch that is off has none. */
function positionOf(controls: Element, index: number): number {
  const selector = `[${CONTROL_ATTRIBUTE}="${index}"]:is(:checked, [type='range'])`
  return Number(controls.querySelector<HTMLInputElement>(selector)?.value ?? 0)
}

/** The first drawing with what the setting changes in it; where the tree is another, the whole of it. */
function draw(figure: Element, first: readonly Element[], state: FigureState): void {
  const next = typeof state === 'string' ? parse(state) : first.map((part) => part.cloneNode(true) as Element)
  if (typeof state !== 'string') {
    const elements = next.flatMap((part) => [part, ...part.querySelectorAll('*')])
    for (const [place, piece] of Object.entries(state)) become(elements[Number(place)]!, piece)
  }
  for (const [index, old] of partsOf(figure).entries()) {
    for (const step of next[index]!.querySelectorAll('[data-fragment-index]')) {
      const before = old.querySelector(`[data-fragment-index="${step.getAttribute('data-fragment-index')}"]`)
      for (const come of STEP_STATES) if (before?.classList.contains(come)) step.classList.add(come)
    }
    old.replaceWith(next[index]!)
  }
}

/** Gives `element` the attributes of the start tag `piece`, and the text behind it. */
function become(element: Element, piece: string): void {
  const [next] = parse(piece, element.parentElement instanceof SVGElement)
  for (const name of element.getAttributeNames()) element.removeAttribute(name)
  for (const { name, value } of next!.attributes) element.setAttribute(name, value)
  const text = next!.firstChild instanceof Text ? next!.firstChild.data : ''
  if (element.firstChild instanceof Text) element.firstChild.data = text
  else element.prepend(text)
}

/** The elements that `html` begins with. */
function parse(html: string, inSvg = false): Element[] {
  const holder = document.createElement('template')
  holder.innerHTML = inSvg ? `<svg>${html}` : html
  return [...(inSvg ? holder.content.firstElementChild! : holder.content).children]
}
