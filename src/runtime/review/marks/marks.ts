/** Marking passages: what is selected gets a bar, what is marked is shown, pressed, listed, and never lost. */
import { markColours, type MarkColour } from '../entries.ts'
import type { Marks, MarksContext } from '../marks-gate.ts'
import { quoteOf } from './anchor.ts'
import { copyText } from '../copy-text.ts'
import { findMarks, followEdits, type FoundMark } from './found-marks.ts'
import { markBar } from './mark-bar.ts'
import { marksList } from './marks-list.ts'
import { paint, unwrap } from './paint.ts'
import { pickWords } from './pick-words.ts'
import { slideText } from './slide-text.ts'

/** Begins to show marks and to answer selections. */
export function startMarks({ slides, manifest, store }: MarksContext): Marks {
  let found: FoundMark[] = []
  let colour: MarkColour =
    markColours.find((name) => name === store.get('setting', 'mark-colour')?.value) ?? 'yellow'
  /** A passage that is selected and could be marked. */
  let passage: { slide: HTMLElement; range: Range } | undefined
  let pressing = false

  const refresh = (): void => {
    unwrap()
    found = findMarks(slides, store)
    show()
  }
  // Blanks hide words; a colour over them would tell.
  const show = (): void =>
    paint(
      document.documentElement.classList.contains('has-blanks')
        ? []
        : found.map(({ entry: { data }, range }) => ({
            range,
            colour: data!.colour ?? 'yellow',
            noted: data!.note !== undefined,
          })),
    )
  const change = (id: string, part: { colour?: MarkColour; note?: string | undefined }): void =>
    void store.update('highlight', id, (old) => {
      if (!old) return old
      const { note, ...rest } = { ...old, ...part }
      return note === undefined ? rest : { ...rest, note }
    })

  const bar = markBar({
    mark(wanted) {
      const open = bar.open()
      colour = wanted
      void store.set('setting', 'mark-colour', { value: wanted })
      if (open) change(open, { colour: wanted })
      else add()
      bar.hide()
    },
    note: () => bar.open() ?? add(),
    write: (id, note) => change(id, { note: note || undefined }),
    copy() {
      const open = bar.open()
      const quote = open ? store.get('highlight', open)?.quote : passage && getSelection()?.toString()
      return copyText(quote ?? '')
    },
    remove(id) {
      const data = store.get('highlight', id)
      void store.set('highlight', id, undefined)
      return () => void store.set('highlight', id, data)
    },
    noteOf: (id) => store.get('highlight', id)?.note ?? '',
    colourOf: (id) => store.get('highlight', id)?.colour ?? 'yellow',
  })
  const picker = pickWords(slides, manifest.lang, () => {
    // The browser tells of a selection only later.
    selected()
    bar.focus()
  })

  /** Keeps the selected passage as a mark; returns its id. */
  const add = (): string | undefined => {
    if (!passage) return undefined
    const { slide, range } = passage
    const { text, spanOf } = slideText(slide)
    const span = spanOf(range)
    if (!span) return undefined
    const id = Math.random().toString(36).slice(2, 12)
    const title = slide.getAttribute('aria-label') ?? slide.id
    void store.set('highlight', id, { slug: slide.id, ...quoteOf(text, span), colour, title })
    getSelection()?.removeAllRanges()
    passage = undefined
    return id
  }
  const selected = (): void => {
    const selection = getSelection()
    if (bar.busy()) return
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) {
      passage = undefined
      if (!bar.open()) bar.hide()
      return
    }
    if (pressing) return
    const range = selection.getRangeAt(0)
    const slide = slides.find((one) => range.intersectsNode(one))
    if (!slide || !slideText(slide).spanOf(range)) return bar.hide()
    const part = range.cloneRange()
    // What goes on into the next slide ends with this one.
    if (!slide.contains(part.endContainer)) part.setEnd(slide, slide.childNodes.length)
    passage = { slide, range: part }
    bar.show(part)
  }

  document.addEventListener('pointerdown', ({ target, pointerType, button }) => {
    if (bar.holds(target)) return
    // Fingers select by handles of their own, which tell nothing of when they are let go.
    pressing = pointerType === 'mouse' && button === 0
    bar.hide()
  })
  for (const type of ['pointerup', 'pointercancel'] as const)
    document.addEventListener(type, () => {
      if (!pressing) return
      pressing = false
      selected()
    })
  document.addEventListener('click', (event) => {
    if (bar.holds(event.target) || !getSelection()?.isCollapsed) return
    if ((event.target as Element).closest('a, button, input, textarea, summary, .is-blank')) return
    const hit = found.find(({ range }) =>
      [...range.getClientRects()].some(
        ({ left, right, top, bottom }) =>
          event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom,
      ),
    )
    if (hit) bar.show(hit.range, hit.entry.id)
  })
  store.subscribe((changed) => {
    if (changed.some(({ kind }) => kind === 'highlight')) refresh()
  })
  addEventListener('lectern:reshaped', refresh)
  refresh()
  void followEdits(found, store)

  const list = marksList({ manifest, store, found: () => found })
  return {
    selected,
    choose: () => (passage ? bar.focus() : picker.start()),
    list: (opener) => list.open(opener),
  }
}
