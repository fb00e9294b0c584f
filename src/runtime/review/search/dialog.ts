/** The search itself: a field, and the slides that have what is asked for, with their hits marked. */
import { type DeckIndex, INDEX_GLOBAL } from '../../../shared/search-index.ts'
import { reviewWords } from '../page-words.ts'
import { button, element } from '../quiz-dom.ts'
import type { ReviewWords } from '../../../shared/review-words.ts'
import { QUERY, type SearchContext } from '../search-button.ts'
import { type Found, Finder } from './find.ts'
import { type Snippet, snippetOf } from './hits.ts'
import { markSlide, unmark } from './mark.ts'

/** Slides that are listed. */
const MOST = 30

export class SearchDialog {
  readonly #dialog = element('dialog', 'search-dialog')
  readonly #field = element('input')
  readonly #status = element('p', 'search-status')
  readonly #list = element('ol', 'search-results')
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

  /** Opens with what was searched for last, to be typed over, or with what was `typed` before there was a field. */
  open(typed: string): void {
    if (!this.#dialog.open) this.#dialog.showModal()
    this.#field.focus()
    if (typed === '') return this.#field.select()
    this.#field.value = typed
    this.#search()
  }

  /** Marks what `query` finds on the slide. */
  mark(query: string, slug: string): void {
    const found = this.#finder.find(query).find(({ doc }) => doc.slug === slug)
    if (found) markSlide(slug, Object.keys(found.match), bestFormulas(found.doc.tex, termsOf(found, 'tex')))
  }

  #build(): void {
    const say = this.#say
    this.#dialog.ariaLabel = say.search
    this.#field.type = 'search'
    this.#field.placeholder = say.searchFor
    this.#field.autocomplete = 'off'
    this.#field.spellcheck = false
    this.#field.ariaLabel = say.search
    this.#status.role = 'status'
    this.#status.textContent = say.searchHelp
    const close = button('', 'bar-button search-close', () => this.#dialog.close())
    close.ariaLabel = say.close
    close.innerHTML = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6 6 18"/></svg>'
    const head = element('div', 'search-head')
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
    const item = element('li')
    const link = element('a')
    const [page = '', hash = ''] = this.#context.address(index.deck, doc.slug).split('#')
    const asked =
      index.deck === this.#context.deck ? '' : `?${QUERY}=${encodeURIComponent(this.#field.value)}`
    link.href = `${page}${asked}#${hash}`
    const title = element('span', 'search-title')
    title.append(...marked(snippetOf(doc.title, terms('title')) ?? { text: doc.title, hits: [] }))
    const where = [this.#several ? index.title : '', doc.section === doc.title ? '' : doc.section]
      .filter(Boolean)
      .join(' · ')
    link.append(title, element('span', 'search-place', where))
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
  const made = element('span', 'search-line')
  if (lead) made.append(element('span', 'search-lead', `${lead} `))
  made.append(...marked(snippet))
  return made
}

function marked({ text, hits }: Snippet): Node[] {
  const nodes: Node[] = []
  let at = 0
  for (const [start, end] of hits) {
    nodes.push(document.createTextNode(text.slice(at, start)), element('mark', '', text.slice(start, end)))
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
  const box = element('span', 'search-formula')
  const set = [...(document.getElementById(slug)?.querySelectorAll('.katex') ?? [])].find(
    (one) => one.querySelector('annotation')?.textContent?.trim() === tex,
  )
  if (set) {
    const copy = set.cloneNode(true) as HTMLElement
    copy.removeAttribute('tabindex')
    box.append(copy)
  } else box.append(element('code', '', tex))
  return box
}
