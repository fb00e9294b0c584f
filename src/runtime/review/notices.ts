/** The one place where the page tells what goes wrong with what it keeps, once and until it is closed. */
import { reviewWords } from './page-words.ts'
import { saveFile } from './backup.ts'
import type { ReviewStore, Trouble } from './store.ts'

/** Shows a notice while the store has trouble, with the way to save everything to a file. */
export function notices(store: ReviewStore, lang: string): void {
  const say = reviewWords(lang)
  const box = document.createElement('div')
  box.className = 'review-notice'
  box.role = 'status'
  document.body.append(box)
  const closed = new Set<Trouble>()
  store.onTrouble((trouble) => {
    box.replaceChildren()
    if (!trouble || closed.has(trouble)) return
    const text = document.createElement('p')
    text.textContent = trouble === 'full' ? say.storageFull : say.storageDenied
    const save = button(say.exportFile, () => saveFile(store))
    const close = button(say.close, () => {
      closed.add(trouble)
      box.replaceChildren()
    })
    box.append(text, save, close)
  })
}

function button(text: string, press: () => void): HTMLButtonElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.className = 'plain-button'
  element.textContent = text
  element.addEventListener('click', press)
  return element
}
