/** All slides by number and title; typing narrows the list. */
import type { ManifestSlide } from '../../shared/manifest.ts'

export class JumpList {
  readonly #dialog: HTMLDialogElement
  readonly #input: HTMLInputElement
  readonly #list: HTMLOListElement

  constructor(dialog: HTMLDialogElement, slides: ManifestSlide[], go: (slug: string) => void) {
    this.#dialog = dialog
    this.#input = dialog.querySelector('input')!
    this.#list = dialog.querySelector('ol')!
    for (const [index, { slug, title }] of slides.entries()) {
      const item = document.createElement('li')
      const button = Object.assign(document.createElement('button'), {
        type: 'button',
        textContent: title || slug,
      })
      item.value = index + 1
      button.addEventListener('click', () => {
        dialog.close()
        go(slug)
      })
      item.append(button)
      this.#list.append(item)
    }
    this.#input.addEventListener('input', () => this.#narrow())
    dialog.addEventListener('keydown', (event) => this.#key(event))
    dialog.addEventListener('click', ({ target }) => {
      if (target === dialog) dialog.close()
    })
  }

  get isOpen(): boolean {
    return this.#dialog.open
  }

  open(): void {
    this.#input.value = ''
    this.#narrow()
    this.#dialog.showModal()
    this.#input.focus()
  }

  #shown(): HTMLButtonElement[] {
    return [...this.#list.querySelectorAll<HTMLButtonElement>('li:not([hidden]) > button')]
  }

  #narrow(): void {
    const wanted = this.#input.value.trim().toLowerCase()
    for (const item of this.#list.children as HTMLCollectionOf<HTMLLIElement>)
      item.hidden = wanted !== String(item.value) && !item.textContent!.toLowerCase().includes(wanted)
  }

  #key(event: KeyboardEvent): void {
    const shown = this.#shown()
    const at = shown.indexOf(document.activeElement as HTMLButtonElement)
    if (event.key === 'Enter' && at < 0) shown[0]?.click()
    else if (event.key === 'ArrowDown') shown[Math.min(at + 1, shown.length - 1)]?.focus()
    else if (event.key === 'ArrowUp' && at <= 0) this.#input.focus()
    else if (event.key === 'ArrowUp') shown[at - 1]!.focus()
    else return
    event.preventDefault()
  }
}
