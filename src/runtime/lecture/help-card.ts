/** The card that lists the keys, in the deck's language. */
import { lectureWords } from './words.ts'
import type { PageWords } from '../../shared/words/words.ts'

/** Two columns: moving and other pages; what covers the slide, points and draws. Clickers' keys stand last in their rows. */
const columns: [keyof PageWords['keys'] | 'read', string[]][][] = [
  [
    ['next', ['→', '↓', 'Space', 'N', 'Page Down']],
    ['previous', ['←', '↑', 'P', 'Page Up']],
    ['skip', ['Alt →', 'Alt ←']],
    ['ends', ['Home', 'End']],
    ['overview', ['Esc', 'O']],
    ['jump', ['G']],
    ['fullscreen', ['F', 'F5', 'Shift F5']],
    ['speaker', ['S']],
    ['read', ['R']],
    ['scheme', ['D']],
    ['timer', ['T']],
    ['print', ['Ctrl P']],
    ['help', ['?']],
  ],
  [
    ['pause', ['B', '.']],
    ['white', ['W', ',']],
    ['laser', ['Q']],
    ['spotlight', ['M']],
    ['zoom', ['+', '−']],
    ['pen', ['C']],
    ['marker', ['Y']],
    ['colours', ['1', '…', '5']],
    ['eraser', ['E']],
    ['undo', ['Z']],
    ['clear', ['Delete']],
    ['board', ['X']],
    ['away', ['Esc']],
  ],
]

export class HelpCard {
  /** Decks from right to left go on to the left. */
  readonly #rtl: boolean
  #dialog: HTMLDialogElement | undefined

  constructor(rtl: boolean) {
    this.#rtl = rtl
  }

  get isOpen(): boolean {
    return this.#dialog?.open ?? false
  }

  toggle(): void {
    this.#dialog ??= this.#make()
    if (this.#dialog.open) this.#dialog.close()
    else {
      this.#dialog.showModal()
      // The focus is on the button at its end.
      this.#dialog.scrollTop = 0
    }
  }

  #make(): HTMLDialogElement {
    const words = lectureWords()
    const dialog = document.createElement('dialog')
    dialog.className = 'help-card'
    dialog.setAttribute('aria-labelledby', 'help-card-title')
    const title = Object.assign(document.createElement('h2'), {
      id: 'help-card-title',
      textContent: words.help,
    })
    const lists = document.createElement('div')
    lists.className = 'help-card-keys'
    lists.append(...columns.map((rows) => this.#list(rows, words)))
    const close = Object.assign(document.createElement('button'), {
      textContent: words.close,
      autofocus: true,
    })
    close.addEventListener('click', () => dialog.close())
    dialog.addEventListener('keydown', (event) => {
      if (event.key === '?') dialog.close()
    })
    // A click beside the card is on the dialog itself: its content lies in the box within.
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) dialog.close()
    })
    const box = document.createElement('div')
    box.append(title, lists, close)
    dialog.append(box)
    document.body.append(dialog)
    return dialog
  }

  #list(rows: (typeof columns)[number], words: PageWords): HTMLElement {
    const list = document.createElement('dl')
    for (const [name, keys] of rows) {
      const term = document.createElement('dt')
      for (const key of keys) {
        const shown = this.#rtl ? mirrored(key) : key
        term.append(Object.assign(document.createElement('kbd'), { textContent: shown, dir: 'ltr' }))
      }
      const row = document.createElement('div')
      row.append(
        term,
        Object.assign(document.createElement('dd'), {
          textContent: name === 'read' ? words.read : words.keys[name],
        }),
      )
      list.append(row)
    }
    return list
  }
}

/** The key with its arrow the other way round. */
function mirrored(key: string): string {
  return key.replace(/[→←]/, (arrow) => (arrow === '→' ? '←' : '→'))
}
