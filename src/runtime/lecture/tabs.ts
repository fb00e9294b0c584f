/** `:::tabs` as tabs, by the pattern of the ARIA Authoring Practices: arrows, Home and End move, one panel shows. */

let made = 0

/** Makes tabs of each `.tabs` in a slide that has been put into the page. */
export function makeTabs(slide: Element): void {
  for (const group of slide.querySelectorAll<HTMLElement>('.tabs:not(.is-tabs)')) make(group)
}

function make(group: HTMLElement): void {
  const panels = [...group.querySelectorAll<HTMLElement>(':scope > .tab')]
  if (panels.length === 0) return
  const list = document.createElement('div')
  list.className = 'tab-list'
  list.setAttribute('role', 'tablist')
  const buttons = panels.map((panel) => {
    const button = document.createElement('button')
    const name = panel.querySelector(':scope > .tab-name')
    button.type = 'button'
    button.append(...(name ? [...name.cloneNode(true).childNodes] : []))
    button.setAttribute('role', 'tab')
    button.id = `tab-${++made}`
    panel.id ||= `tab-panel-${made}`
    button.setAttribute('aria-controls', panel.id)
    panel.setAttribute('role', 'tabpanel')
    panel.setAttribute('aria-labelledby', button.id)
    list.append(button)
    return button
  })
  const choose = (index: number) => {
    for (const [at, button] of buttons.entries()) {
      button.setAttribute('aria-selected', String(at === index))
      button.tabIndex = at === index ? 0 : -1
      panels[at]!.classList.toggle('is-shown', at === index)
    }
  }
  list.addEventListener('click', ({ target }) => {
    const index = buttons.findIndex((button) => button.contains(target as Node))
    if (index >= 0) choose(index)
  })
  list.addEventListener('keydown', (event) => {
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    const to = target(event.key, at, buttons.length)
    if (at < 0 || to === undefined) return
    event.preventDefault()
    // The deck would turn the slide.
    event.stopPropagation()
    choose(to)
    buttons[to]!.focus()
  })
  group.prepend(list)
  group.classList.add('is-tabs')
  choose(0)
}

function target(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowRight' || key === 'ArrowDown') return (at + 1) % count
  if (key === 'ArrowLeft' || key === 'ArrowUp') return (at + count - 1) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : undefined
}
