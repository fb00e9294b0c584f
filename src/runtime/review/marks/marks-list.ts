/** All of the student's own on these slides in one place: bookmarks, notes and marks, those too whose slide is gone. */
import type { Manifest } from '../../../shared/manifest.ts'
import type { Entry } from '../entries.ts'
import { copyText } from '../copy-text.ts'
import { markWords, reviewWords } from '../page-words.ts'
import { button, element } from '../quiz-dom.ts'
import type { ReviewStore } from '../store.ts'
import type { FoundMark } from './found-marks.ts'

export interface ListOptions {
  manifest: Manifest
  store: ReviewStore
  /** The marks that stand on the page. */
  found(): readonly FoundMark[]
}

/** Makes the list; `open` shows it as it is then. */
export function marksList({ manifest, store, found }: ListOptions): { open(opener: HTMLElement): void } {
  const say = markWords()
  const { bookmarked, copied, close: closeWord } = reviewWords()
  const dialog = element('dialog', 'marks-dialog')
  dialog.setAttribute('aria-labelledby', 'marks-title')
  const title = element('h2', 'marks-title', say.marks)
  title.id = 'marks-title'
  const close = button('', 'bar-button marks-close', () => dialog.close())
  close.ariaLabel = closeWord
  close.innerHTML = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6 6 18"/></svg>'
  const head = element('header', 'marks-head')
  const body = element('div', 'marks-body')
  const foot = element('footer', 'marks-foot')
  const status = element('p', 'marks-status')
  status.role = 'status'
  const copyAll = button(say.copyAll, 'plain-button', () => {
    void copyText(asText()).then((done) => (status.textContent = done ? copied : ''))
  })
  head.append(title, close)
  foot.append(status, copyAll)
  dialog.append(head, body, foot)
  document.body.append(dialog)
  // A press beside the box closes it.
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close())

  interface Group {
    title: string
    slug?: string
    bookmarked: boolean
    note?: string
    marks: { entry: Entry<'highlight'>; range?: Range }[]
  }

  /** By slide in the order of the deck; at the end what no slide has any more. */
  const groups = (): Group[] => {
    const here = found()
    const ids = new Set(here.map(({ entry }) => entry.id))
    const titles = new Map(manifest.slides.map(({ slug, title }) => [slug, title]))
    const note = (slug: string): { note?: string } => {
      const text = store.get('note', slug)?.text
      return text === undefined ? {} : { note: text }
    }
    const own = manifest.slides.map(({ slug, title }): Group => {
      const marks = here
        .filter(({ slide }) => slide.id === slug)
        .toSorted((a, b) => a.span.start - b.span.start)
      return {
        slug,
        title: title || slug,
        bookmarked: store.get('bookmark', slug) !== undefined,
        ...note(slug),
        marks,
      }
    })
    const lost = new Map<string, Group>()
    const gone = (slug: string, name: string): Group => {
      const group = lost.get(slug) ?? { title: name, bookmarked: false, marks: [] }
      lost.set(slug, group)
      return group
    }
    for (const entry of store.all('highlight'))
      if (!ids.has(entry.id))
        gone(
          entry.data!.slug,
          entry.data!.title ?? titles.get(entry.data!.slug) ?? entry.data!.slug,
        ).marks.push({ entry })
    for (const { id, data } of store.all('bookmark'))
      if (!titles.has(id)) gone(id, data!.title).bookmarked = true
    for (const { id } of store.all('note')) if (!titles.has(id)) Object.assign(gone(id, id), note(id))
    const full = (group: Group): boolean =>
      group.bookmarked || group.note !== undefined || group.marks.length > 0
    return [...own, ...lost.values()].filter((group) => full(group))
  }

  const asText = (): string =>
    groups()
      .map(({ title, note, marks }) =>
        [
          `## ${title}`,
          ...(note ? [note] : []),
          ...marks.map(({ entry: { data } }) => `> ${data!.quote}${data!.note ? `\n\n${data!.note}` : ''}`),
        ].join('\n\n'),
      )
      .join('\n\n')

  const goTo = (slug: string, range?: Range): void => {
    dialog.close()
    location.hash = `#${encodeURIComponent(slug)}`
    if (!range) return
    dispatchEvent(new Event('lectern:moved'))
    const { startContainer: node } = range
    ;(node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: 'center' })
  }

  const markItem = (
    entry: Entry<'highlight'>,
    slug: string | undefined,
    range: Range | undefined,
  ): HTMLElement => {
    const item = element('li', 'marks-item')
    const data = entry.data!
    item.dataset.colour = data.colour ?? 'yellow'
    if (slug) item.append(button(data.quote, 'marks-quote', () => goTo(slug, range)))
    else item.append(element('p', 'marks-quote', data.quote))
    if (data.note) item.append(element('p', 'marks-note', data.note))
    const tools = element('div', 'marks-tools')
    tools.append(
      button(say.copy, 'mark-tool', () => {
        void copyText(data.quote).then((done) => (status.textContent = done ? copied : ''))
      }),
      button(say.remove, 'mark-tool', () => {
        void store.set('highlight', entry.id, undefined)
        const undo = button(say.undo, 'mark-tool', () => void store.set('highlight', entry.id, data))
        status.replaceChildren(`${say.removed} `, undo)
        undo.focus()
      }),
    )
    item.append(tools)
    return item
  }

  const render = (): void => {
    const all = groups()
    const firstLost = all.findIndex(({ slug }) => slug === undefined)
    body.replaceChildren(
      ...all.flatMap((group, index) => {
        const parts: HTMLElement[] = []
        if (index === firstLost) parts.push(element('h3', 'marks-lost', say.lost))
        const { slug } = group
        const heading = element(firstLost >= 0 && index >= firstLost ? 'h4' : 'h3', 'marks-slide')
        if (slug) {
          const link = element('a', '', group.title)
          link.href = `#${encodeURIComponent(slug)}`
          link.addEventListener('click', (event) => {
            event.preventDefault()
            goTo(slug)
          })
          heading.append(link)
        } else heading.append(group.title)
        if (group.bookmarked) heading.append(' ', element('span', 'marks-badge', bookmarked))
        parts.push(heading)
        if (group.note !== undefined) parts.push(element('p', 'marks-note', group.note))
        if (group.marks.length > 0) {
          const list = element('ul', 'marks-items')
          list.append(...group.marks.map(({ entry, range }) => markItem(entry, slug, range)))
          parts.push(list)
        }
        return parts
      }),
    )
    if (all.length === 0) body.append(element('p', 'marks-none', say.none))
    copyAll.hidden = all.length === 0
  }
  store.subscribe(() => {
    if (dialog.open) render()
  })
  return {
    open(opener) {
      if (dialog.open) return
      status.textContent = ''
      render()
      dialog.showModal()
      title.tabIndex = -1
      title.focus()
      dialog.addEventListener('close', () => opener.focus({ preventScroll: true }), { once: true })
    },
  }
}
