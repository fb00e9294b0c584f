/** Cards of citations, references and terms: opened by pointing, by focus and by a tap, beside what they belong to. */

/** Px between a card and what it belongs to. */
const GAP = 6

let open: { owner: HTMLElement; card: HTMLElement } | undefined

/** Takes the cards into the browser's top layer: nothing can cut them off there. */
export function hoverCards(slides: readonly HTMLElement[]): void {
  if (!('popover' in HTMLElement.prototype)) return
  document.documentElement.classList.add('has-popover-cards')
  /** What was open when a finger came down: the tap that opens a card does not follow its link. */
  let before: HTMLElement | undefined
  document.addEventListener('pointerdown', ({ target }) => {
    before = open?.card
    leave(target)
  })
  for (const slide of slides) {
    for (const type of ['pointerover', 'focusin', 'click'] as const)
      slide.addEventListener(type, (event) => {
        const owner = (event.target as Element).closest<HTMLElement>('.has-card')
        const card = owner?.querySelector<HTMLElement>('.hover-card')
        if (!owner || !card) return
        // A blank's card would tell its word, and lie over the question whether it was known.
        if (owner.matches('.is-blank') || document.querySelector('.blank-judge')) return hide()
        // A finger that comes down "points" first.
        if (type === 'pointerover' && (event as PointerEvent).pointerType === 'touch') return
        const touch = type === 'click' && (event as PointerEvent).pointerType === 'touch'
        if (touch && !card.contains(event.target as Node) && before !== card) event.preventDefault()
        show(owner, card)
      })
    slide.addEventListener('pointerout', (event) => {
      if (event.pointerType !== 'touch') leave(event.relatedTarget)
    })
    slide.addEventListener('focusout', (event) => leave(event.relatedTarget))
  }
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && hide())
  // Focus may itself have moved the page: the card goes along.
  const moved = (): void => (open?.owner.contains(document.activeElement) ? place() : hide())
  addEventListener('scroll', moved, { passive: true })
}

function show(owner: HTMLElement, card: HTMLElement): void {
  if (open?.card === card) return
  hide()
  card.popover = 'manual'
  card.showPopover()
  open = { owner, card }
  place()
}

function place(): void {
  if (!open) return
  const { owner, card } = open
  const text = (owner.firstElementChild ?? owner).getClientRects()[0] ?? owner.getBoundingClientRect()
  const { width, height } = card.getBoundingClientRect()
  const left = Math.max(12, Math.min(text.left, innerWidth - width - 12))
  const below = text.bottom + GAP + height < innerHeight
  card.style.left = `${left}px`
  card.style.top = `${below ? text.bottom + GAP : Math.max(8, text.top - GAP - height)}px`
}

/** The pointer or the focus may go over to the card itself. */
function leave(to: EventTarget | null): void {
  if (!open || (to instanceof Node && (open.owner.contains(to) || open.card.contains(to)))) return
  hide()
}

function hide(): void {
  if (open?.card.matches(':popover-open')) open.card.hidePopover()
  open = undefined
}
