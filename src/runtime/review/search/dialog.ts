/** The search itself: a field, and the slides that have what is asked for, with their hits marked. */
import { type DeckIndex, INDEX_GLOBAL } from '../../../shared/search-index.ts'
import { reviewWords } from '../page-words.ts'
import type { ReviewWords } from '../../../shared/review-words.ts'
import { QUERY, type SearchContext } from '../search-button.ts'
import { type Found, Finder } from './find.ts'
import { type Snippet, snippetOf } from './hits.ts'
import { markSlide, unmark } from './mark.ts'

/** Slides that are listed. */
const MOST = 30

export class SearchDialog {
  readonly #dialog = document.createElement('dialog')
  readonly #field = document.createElement('input')
  readonly #status = document.createElement('p')
  readonly #list = document.createElement('ol')
  readonly #finder: Finder
  readonly #say: ReviewWords
  readonly #context: SearchContext
  readonly #several: boolean

  constructor(context: SearchContext) {
    this.#context = context
    this.#say = reviewWords(context.lang)
    const indexes = (window as unknown as Record<string, DeckIndex[] | undefined>)[INDEX_GLOBAL] ?? []
    this.#several = indexes.length > 1
    this.#finder = new Finder(indexes)
    this.#build()
  }

  open(): void {
    if (!this.#dialog.open) this.#dialog.showModal()
    this.#field.select()
    this.#field.focus()
  }

  /** Marks what `query` finds on the slide. */
  mark(query: string, slug: string): void {
    const found = this.#finder.find(query).find(({ doc }) => doc.slug === slug)
    if (found) markSlide(slug, Object.keys(found.match), bestFormulas(found.doc.tex, termsOf(found, 'tex')))
  }

  #build(): void {
    const say = this.#say
    this.#dialog.className = 'search-dialog'
    this.#dialog.setAttribute('aria-label', say.search)
    this.#field.type = 'search'
    this.#field.placeholder = say.searchFor
    this.#field.autocomplete = 'off'
    this.#field.spellcheck = false
    this.#field.setAttribute('aria-label', say.search)
    this.#status.className = 'search-status'
    this.#status.setAttribute('role', 'status')
    this.#status.textContent = say.searchHelp
    this.#list.className = 'search-results'
    const close = document.createElement('button')
    close.type = 'button'
    close.className = 'bar-button search-close'
    close.setAttribute('aria-label', say.close)
    close.innerHTML = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6 6 18"/></svg>'
    close.addEventListener('click', () => this.#dialog.close())
    const head = document.createElement('div')
    head.className = 'search-head'
    head.append(this.#field, close)
    this.#dialog.append(head, this.#status, this.#list)
    this.#field.addEventListener('input', () => this.#search())
    this.#dialog.addEventListener('keydown', (event) => this.#key(event))
    // A press beside the box closes it.
    this.#dialog.addEventListener('click', ({ target }) => target === this.#dialog && this.#dialog.close())
    document.body.append(this.#dialog)
  }

  #search(): void {
    const query = this.#field.value
    const found = this.#finder.find(query)
    this.#list.replaceChildren(...found.slice(0, MOST).map((one) => this.#item(one)))
    this.#list.scrollTop = 0
    const say = this.#say
    this.#status.textContent =
      query.trim() === '' ? say.searchHelp : found.length > 0 ? say.found(found.length) : say.nothingFound
  }

  #item(found: Found): HTMLLIElement {
    const { doc, index, match } = found
    const terms = (field: string): string[] => termsOf(found, field)
    const item = document.createElement('li')
    const link = document.createElement('a')
    const [page = '', hash = ''] = this.#context.address(index.deck, doc.slug).split('#')
    const asked =
      index.deck === this.#context.deck ? '' : `?${QUERY}=${encodeURIComponent(this.#field.value)}`
    link.href = `${page}${asked}#${hash}`
    const title = document.createElement('span')
    title.className = 'search-title'
    title.append(...marked(snippetOf(doc.title, terms('title')) ?? { text: doc.title, hits: [] }))
    const place = document.createElement('span')
    place.className = 'search-place'
    place.textContent = [this.#several ? index.title : '', doc.section === doc.title ? '' : doc.section]
      .filter(Boolean)
      .join(' · ')
    link.append(title, place)
    const text = snippetOf(doc.text, terms('text'))
    if (text) link.append(line('', text))
    const notes = snippetOf(doc.notes, terms('notes'))
    if (notes) link.append(line(this.#say.inNotes, notes))
    const wanted = terms('tex')
    const formulas = wanted.length > 0 ? bestFormulas(doc.tex, wanted) : []
    for (const tex of formulas) link.append(formula(tex, doc.slug))
    link.addEventListener('click', () => {
      if (index.deck !== this.#context.deck) return
      this.#dialog.close()
      // After the browser has gone there.
      setTimeout(() => markSlide(doc.slug, Object.keys(match), formulas))
    })
    item.append(link)
    return item
  }

  #key(event: KeyboardEvent): void {
    const links = [...this.#list.querySelectorAll('a')]
    const at = links.indexOf(document.activeElement as HTMLAnchorElement)
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const next = at + (event.key === 'ArrowDown' ? 1 : -1)
      if (next < 0) this.#field.focus()
      else links[Math.min(next, links.length - 1)]?.focus()
    } else if (event.key === 'Enter' && document.activeElement === this.#field) {
      event.preventDefault()
      links[0]?.click()
    } else if (at >= 0 && event.key.length === 1 && !event.ctrlKey && !event.metaKey && event.key !== ' ') {
      // Typing goes on in the field.
      this.#field.focus()
    } else if (event.key === 'Escape') {
      // At the first press: a search field would only be emptied by it.
      event.preventDefault()
      this.#dialog.close()
      unmark()
    }
  }
}

/** Matched terms that stand in a field. */
function termsOf({ match }: Found, field: string): string[] {
  return Object.keys(match).filter((term) => match[term]!.includes(field))
}

function line(lead: string, snippet: Snippet): HTMLElement {
  const element = document.createElement('span')
  element.className = 'search-line'
  if (lead) {
    const label = document.createElement('span')
    label.className = 'search-lead'
    label.textContent = `${lead} `
    element.append(label)
  }
  element.append(...marked(snippet))
  return element
}

function marked({ text, hits }: Snippet): Node[] {
  const nodes: Node[] = []
  let at = 0
  for (const [start, end] of hits) {
    const mark = document.createElement('mark')
    mark.textContent = text.slice(start, end)
    nodes.push(document.createTextNode(text.slice(at, start)), mark)
    at = end
  }
  nodes.push(document.createTextNode(text.slice(at)))
  return nodes
}

/** The formulas that hold most of what is wanted, two at most. */
function bestFormulas(all: readonly string[], wanted: readonly string[]): string[] {
  const plain = (tex: string): string => tex.toLowerCase().replace(/[{}\s]/g, '')
  const score = (tex: string): number =>
    wanted.filter((term) => plain(tex).includes(term.replace(/\s/g, ''))).length
  const best = Math.max(0, ...all.map(score))
  return all.filter((tex) => score(tex) === best && best > 0).slice(0, 2)
}

/** The formula as it stands on the page, or its source where that is on another one. */
function formula(tex: string, slug: string): HTMLElement {
  const box = document.createElement('span')
  box.className = 'search-formula'
  const set = [...(document.getElementById(slug)?.querySelectorAll('.katex') ?? [])].find(
    (element) => element.querySelector('annotation')?.textContent?.trim() === tex,
  )
  if (set) {
    const copy = set.cloneNode(true) as HTMLElement
    copy.removeAttribute('tabindex')
    box.append(copy)
  } else {
    const code = document.createElement('code')
    code.textContent = tex
    box.append(code)
  }
  return box
}
