/** Cards of citations, references and terms stand at the foot of the slide, or at its head where the foot would cover what they belong to. */

/** Class of a card at the head of its slide. */
const AT_HEAD = 'at-head'

/** Places each card when what it belongs to is pointed at or focused. */
export function placeHoverCards(root: HTMLElement): void {
  for (const type of ['pointerover', 'focusin'] as const)
    root.addEventListener(type, ({ target }) => {
      const owner = (target as Element).closest('.has-card')
      const card = owner?.querySelector('.hover-card')
      const slide = owner?.closest('section')
      // What lies on the card itself must not move it away.
      if (!owner || !card || !slide || card.contains(target as Element)) return
      const text = (owner.firstElementChild as Element).getBoundingClientRect()
      const stage = slide.getBoundingClientRect()
      card.classList.toggle(AT_HEAD, text.top + text.bottom > stage.top + stage.bottom)
    })
}
