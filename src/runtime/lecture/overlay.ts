/** Messages of the dev server over the deck: errors open, warnings as a badge. */
import type { WireMessage } from '../../shared/markup.ts'
import { lectureWords } from './words.ts'
import { counted } from '../../shared/words/words.ts'

/**
 * Shows `FILE:LINE:COLUMN`, what is wrong and how to mend it. Errors stand open over the lower half of the screen
 * until they are mended or Esc puts them away; warnings alone are a small button that opens the same list.
 */
export class MessageOverlay {
  readonly #lang: string
  readonly #panel: HTMLElement
  readonly #list: HTMLElement
  readonly #badge: HTMLButtonElement
  #dismissed = ''

  constructor(lang: string) {
    this.#lang = lang
    this.#panel = document.createElement('section')
    this.#panel.className = 'messages'
    this.#panel.setAttribute('role', 'alert')
    this.#list = document.createElement('ol')
    const close = document.createElement('button')
    close.className = 'messages-close'
    close.textContent = lectureWords().close
    close.addEventListener('click', () => this.#open(false))
    this.#panel.append(close, this.#list)
    this.#badge = document.createElement('button')
    this.#badge.className = 'messages-badge'
    this.#badge.addEventListener('click', () => this.#open(this.#panel.hidden === true))
    this.#panel.hidden = true
    this.#badge.hidden = true
    document.body.append(this.#badge, this.#panel)
    // Before Reveal, whose Esc is the overview.
    document.addEventListener('keydown', (event) => this.#onKey(event), true)
  }

  /** Replaces what is shown; an empty list takes all away. */
  show(messages: readonly WireMessage[]): void {
    const shown = messages.filter((message) => message.severity !== 'info')
    const errors = shown.filter((message) => message.severity === 'error').length
    const words = problems(errors, shown.length - errors, this.#lang)
    this.#list.replaceChildren(...shown.map(entry))
    this.#panel.setAttribute('aria-label', words)
    this.#badge.textContent = words
    this.#badge.dataset.severity = errors > 0 ? 'error' : 'warning'
    this.#badge.hidden = shown.length === 0
    const now = JSON.stringify(shown.filter((message) => message.severity === 'error'))
    // What was put away stays away until the errors are others.
    if (errors === 0 || now !== this.#dismissed) this.#open(errors > 0)
    if (errors === 0) this.#dismissed = ''
    this.#panel.dataset.errors = now
  }

  #open(open: boolean): void {
    this.#panel.hidden = !open
    this.#badge.setAttribute('aria-expanded', String(open))
    this.#dismissed = open ? '' : (this.#panel.dataset.errors ?? '')
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || this.#panel.hidden) return
    event.stopImmediatePropagation()
    event.preventDefault()
    this.#open(false)
  }
}

/** `2 errors, 1 warning` */
function problems(errors: number, warnings: number, lang: string): string {
  const words = lectureWords()
  const parts = [
    errors && counted(words.errors, errors, lang),
    warnings && counted(words.warnings, warnings, lang),
  ]
  return parts.filter(Boolean).join(/^zh\b/.test(lang) ? '，' : ', ')
}

function entry({ severity, reason, fix, file, line, column, rule }: WireMessage): HTMLElement {
  const item = document.createElement('li')
  item.dataset.severity = severity
  const part = (name: string, text: string): HTMLElement =>
    Object.assign(document.createElement('p'), { className: name, textContent: text })
  item.append(
    part('message-place', [file, line, column].filter((value) => value !== undefined).join(':')),
    part('message-reason', reason),
  )
  if (fix) item.append(part('message-fix', fix))
  item.append(part('message-rule', rule))
  return item
}
