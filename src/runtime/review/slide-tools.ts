/** Under each slide: a bookmark, and the student's own note. */
import { reviewWords } from './page-words.ts'
import type { ReviewStore } from './store.ts'

/** How long after the last key a note is kept, ms. */
const PAUSE = 500

/** Adds the tools to all slides and keeps them in step with the store. */
export function slideTools(slides: readonly HTMLElement[], store: ReviewStore, lang: string): void {
  const say = reviewWords(lang)
  const updates = slides.map((slide) => {
    const tools = slide.querySelector('.slide-tools')!
    const title = slide.getAttribute('aria-label') ?? slide.id
    const bookmark = tool(say.bookmark, title, () => {
      const marked = store.get('bookmark', slide.id)
      void store.set('bookmark', slide.id, marked ? undefined : { title })
    })
    const note = tool(say.note, title, () => {
      openNote().focus()
    })
    let field: HTMLTextAreaElement | undefined
    let pause = 0
    const openNote = (): HTMLTextAreaElement => {
      if (field) return field
      field = document.createElement('textarea')
      field.className = 'own-note'
      field.rows = 3
      field.ariaLabel = `${say.yourNote}: ${title}`
      field.placeholder = say.yourNote
      field.value = store.get('note', slide.id)?.text ?? ''
      const keep = (): void => {
        clearTimeout(pause)
        const text = field!.value
        if (text !== (store.get('note', slide.id)?.text ?? ''))
          void store.set('note', slide.id, text === '' ? undefined : { text })
      }
      field.addEventListener('input', () => {
        clearTimeout(pause)
        pause = window.setTimeout(keep, PAUSE)
      })
      field.addEventListener('blur', keep)
      store.beforeLeaving(keep)
      slide.querySelector(':scope > .slide-end')?.before(field)
      return field
    }
    tools.insertBefore(bookmark, tools.querySelector('.present-link'))
    tools.insertBefore(note, tools.querySelector('.present-link'))
    return (): void => {
      const marked = store.get('bookmark', slide.id) !== undefined
      bookmark.ariaPressed = String(marked)
      bookmark.firstChild!.textContent = marked ? say.bookmarked : say.bookmark
      const text = store.get('note', slide.id)?.text
      if (text === undefined) return
      const shown = openNote()
      // Not under the student's hands.
      if (document.activeElement !== shown && shown.value !== text) shown.value = text
    }
  })
  const all = (): void => updates.forEach((update) => update())
  store.subscribe((changed) => {
    if (changed.some(({ kind }) => kind === 'bookmark' || kind === 'note')) all()
  })
  all()
}

function tool(text: string, title: string, press: () => void): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'tool'
  button.innerHTML = `<span></span><span class="visually-hidden">: </span>`
  button.firstElementChild!.textContent = text
  button.lastElementChild!.append(title)
  button.addEventListener('click', press)
  return button
}
