/** Light or dark, the size of text, printing, and the file with everything that is kept. */
import { KEYS_KEY, SCHEME_KEY, TEXT_SIZES, TEXT_SIZE_KEY } from '../../shared/review.ts'
import { reviewWords } from './page-words.ts'
import type { ReviewWords } from '../../shared/review-words.ts'
import { readFile, saveFile } from './backup.ts'
import { keysOn } from './page-keys.ts'
import { barButton } from './bar-button.ts'
import type { ReviewStore } from './store.ts'

const ICON = '<path d="M3 18 8 6l5 12M4.7 14h6.6M14 18l3.5-8 3.5 8M15.2 15.3h4.6"/>'

/** Adds the button to the bar, and the menu that it opens. `taken` is called when a file was read. */
export function settingsMenu(store: ReviewStore, lang: string, taken: () => void): void {
  const say = reviewWords(lang)
  const menu = document.createElement('div')
  menu.id = 'lectern-settings'
  menu.className = 'review-menu'
  menu.popover = 'auto'
  menu.role = 'dialog'
  menu.ariaLabel = say.settings
  menu.append(schemeChoice(say), textSizeChoice(say), keysChoice(say), backupTools(store, say, taken))
  const button = barButton('settings', say.settings, ICON)
  button.setAttribute('popovertarget', menu.id)
  button.after(menu)
}

function schemeChoice(say: ReviewWords): HTMLElement {
  const root = document.documentElement
  const group = document.createElement('fieldset')
  group.innerHTML = `<legend>${say.scheme}</legend>`
  const row = document.createElement('div')
  row.className = 'choice'
  for (const [value, name] of [
    ['', say.system],
    ['light', say.light],
    ['dark', say.dark],
  ] as const) {
    const label = document.createElement('label')
    label.innerHTML = `<input type="radio" name="scheme" value="${value}"><span>${name}</span>`
    const input = label.querySelector('input')!
    input.checked = (root.dataset.scheme ?? '') === value
    input.addEventListener('change', () => {
      if (value) root.dataset.scheme = value
      else delete root.dataset.scheme
      remember(SCHEME_KEY, value)
    })
    row.append(label)
  }
  group.append(row)
  return group
}

function textSizeChoice(say: ReviewWords): HTMLElement {
  const root = document.documentElement
  const group = document.createElement('div')
  group.className = 'text-size'
  group.role = 'group'
  group.ariaLabel = say.textSize
  const value = document.createElement('output')
  const sizes: readonly number[] = TEXT_SIZES
  const size = (): number => Number(root.style.getPropertyValue('--text-size')) || 1
  const set = (to: number | undefined): void => {
    if (to !== undefined) {
      root.style.setProperty('--text-size', String(to))
      remember(TEXT_SIZE_KEY, to === 1 ? '' : String(to))
    }
    value.textContent = `${Math.round(size() * 100)} %`
  }
  const button = (text: string, name: string, next: () => number | undefined): HTMLButtonElement => {
    const element = document.createElement('button')
    element.type = 'button'
    element.className = 'plain-button'
    element.innerHTML = `<span aria-hidden="true">${text}</span><span class="visually-hidden">${name}</span>`
    element.addEventListener('click', () => set(next()))
    return element
  }
  const title = document.createElement('span')
  title.textContent = say.textSize
  group.append(
    title,
    button('A−', say.smaller, () => sizes.findLast((other) => other < size())),
    value,
    button('A+', say.larger, () => sizes.find((other) => other > size())),
  )
  set(undefined)
  return group
}

function keysChoice(say: ReviewWords): HTMLElement {
  const label = document.createElement('label')
  label.className = 'check'
  label.innerHTML = `<input type="checkbox"><span>${say.keys}</span> <kbd>/</kbd> <kbd>B</kbd> <kbd>M</kbd>`
  const input = label.querySelector('input')!
  input.checked = keysOn()
  input.addEventListener('change', () => remember(KEYS_KEY, input.checked ? '' : 'off'))
  return label
}

function backupTools(store: ReviewStore, say: ReviewWords, taken: () => void): HTMLElement {
  const group = document.createElement('fieldset')
  group.innerHTML = `<legend>${say.backup}</legend>`
  const row = document.createElement('div')
  row.className = 'choice'
  const told = document.createElement('p')
  told.role = 'status'
  const button = (text: string, press: () => void): void => {
    const element = document.createElement('button')
    element.type = 'button'
    element.className = 'plain-button'
    element.textContent = text
    element.addEventListener('click', press)
    row.append(element)
  }
  button(say.exportFile, () => saveFile(store))
  button(say.importFile, () => {
    readFile(store).then(
      (count) => {
        told.textContent = say.imported(count)
        taken()
      },
      () => (told.textContent = say.importFailed),
    )
  })
  button(say.handout, () => print())
  group.append(row, told)
  return group
}

function remember(key: string, value: string): void {
  try {
    if (value) localStorage.setItem(key, value)
    else localStorage.removeItem(key)
  } catch {
    // Where storage is closed the choice lasts as long as the page.
  }
}
