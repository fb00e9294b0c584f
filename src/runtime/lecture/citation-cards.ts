/** Citation cards stand at the foot of the slide, or at its head where the foot would cover the citation itself. */

/** Class of a card at the head of its slide. */
const AT_HEAD = 'at-head'

/** Places each card when its citation is pointed at or focused. */
export function placeCitationCards(root: HTMLElement): void {
  for (const type of ['pointerover', 'focusin'] as const)
    root.addEventListener(type, ({ target }) => {
      const item = (target as Element).closest('.cite-item')
      const card = item?.querySelector('.citation-card')
      const slide = item?.closest('section')
      // What lies on the card itself must not move it away.
      if (!item || !card || !slide || card.contains(target as Element)) return
      const link = item.querySelector('a')!.getBoundingClientRect()
      const stage = slide.getBoundingClientRect()
      card.classList.toggle(AT_HEAD, link.top + link.bottom > stage.top + stage.bottom)
    })
}
