/** Marking text: its script loads with the first selection, the key `m`, the list, or where something is marked already. */
import type { Manifest } from '../../shared/manifest.ts'
import { OUTLINE_ID, type ReviewData } from '../../shared/review.ts'
import { loadPart } from './load-part.ts'
import { pageKey } from './page-keys.ts'
import { markWords } from './page-words.ts'
import { element } from './quiz-dom.ts'
import type { ReviewStore } from './store.ts'

export interface MarksContext {
  slides: readonly HTMLElement[]
  manifest: Manifest
  store: ReviewStore
}

/** What the script puts on `window`. */
export interface MarksPart {
  start(context: MarksContext): Marks
}

export interface Marks {
  /** The selection changed. */
  selected(): void
  /** The key: to the bar where something is selected, else words are chosen by keyboard. */
  choose(): void
  /** Opens the list. */
  list(opener: HTMLElement): void
}

/** Adds the button of the list to the outline, the key, and waits for a selection. */
export function marksGate(data: ReviewData, context: MarksContext): void {
  const part = data.parts.marks
  if (!part) return
  let marks: Promise<Marks | undefined> | undefined
  const load = (): Promise<Marks | undefined> =>
    (marks ??= loadPart(part, data.modules).then(() =>
      (window as { lecternMarks?: MarksPart }).lecternMarks?.start(context),
    ))
  const call = (act: (marks: Marks) => void): void => void load().then((marks) => marks && act(marks))

  document.addEventListener('selectionchange', () => {
    const selection = getSelection()
    const node = selection?.anchorNode
    const element = node instanceof Element ? node : node?.parentElement
    // Also when it is gone again, once there is a bar to be taken away.
    if (marks || (selection && !selection.isCollapsed && element?.closest('main article')))
      call((marks) => marks.selected())
  })
  pageKey('m', () => call((marks) => marks.choose()))
  const { store } = context
  const any = (): boolean => store.all('highlight').length > 0
  if (any()) call(() => undefined)
  store.subscribe(() => any() && call(() => undefined))
  listButton(store, (button) => call((marks) => marks.list(button)))
}

/** Over the outline: everything of the student's own on these slides, with its count. */
function listButton(store: ReviewStore, open: (button: HTMLElement) => void): void {
  const outline = document.getElementById(OUTLINE_ID)
  if (!outline) return
  const button = element('button', 'outline-marks')
  button.type = 'button'
  button.innerHTML =
    '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="m9 14 8.5-8.5 3 3L12 17H9zM4 20.5h16"/></svg><span></span><span class="outline-facts"></span>'
  const [, word, count] = button.children as unknown as HTMLElement[]
  word!.textContent = markWords().marks
  const update = (): void => {
    const own = (['highlight', 'bookmark', 'note'] as const).flatMap((kind) => store.all(kind))
    count!.textContent = own.length > 0 ? String(own.length) : ''
  }
  button.addEventListener('click', () => open(button))
  store.subscribe(update)
  update()
  outline.prepend(button)
}
