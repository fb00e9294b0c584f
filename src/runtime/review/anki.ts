/** Cards as a text file that Anki imports: the same card again changes the one that is there. */
import type { PracticeDeck } from '../../shared/practice-cards.ts'
import type { DeckCard } from './cards-queue.ts'

/** Writes the file; of each card guid, front, back and tags. Anki reads it from version 2.1.54 on. */
export function ankiText(decks: readonly PracticeDeck[], cards: readonly DeckCard[]): string {
  const titles = new Map(decks.map(({ deck, title }) => [deck, title]))
  const wasOf = new Map(decks.map(({ deck, was }) => [deck, { ...was?.questions, ...was?.cards }]))
  const head = [
    '#separator:tab',
    '#html:true',
    '#notetype:Basic',
    '#guid column:1',
    '#deck column:2',
    '#tags column:5',
  ]
  const rows = cards
    .filter(({ state }) => !state?.removed)
    .map(({ id, deck, kind, slide, front, back }) =>
      [
        `lectern-${deck}-${firstName(wasOf.get(deck), id)}`,
        titles.get(deck) ?? deck,
        ankiHtml(front),
        ankiHtml(back),
        `lectern::${tag(deck)}::${tag(slide)} ${kind}`,
      ]
        .map(field)
        .join('\t'),
    )
  return `${[...head, ...rows].join('\n')}\n`
}

/** What the card was called first: a reworded one stays the same note. */
function firstName(was: Record<string, string> = {}, id: string): string {
  const [, name = id, gap = ''] = /^(.*?)(\.\d+)?$/.exec(id) ?? []
  return (Object.keys(was).find((old) => was[old] === name) ?? name) + gap
}

/** HTML as Anki shows it: formulas as `\( … \)`, no classes of ours, no pictures that it does not have. */
export function ankiHtml(html: string): string {
  const box = document.createElement('template')
  box.innerHTML = html
  for (const formula of box.content.querySelectorAll('.katex-display, .katex')) {
    const tex = formula.querySelector('annotation[encoding="application/x-tex"]')?.textContent
    // What stands in a display formula went with it.
    if (tex === undefined || tex === null || !box.content.contains(formula)) continue
    const display = formula.classList.contains('katex-display')
    formula.replaceWith(display ? `\\[${tex.trim()}\\]` : `\\(${tex.trim()}\\)`)
  }
  for (const hidden of box.content.querySelectorAll('.hover-card, svg, script, style, video, audio, iframe'))
    hidden.remove()
  for (const image of box.content.querySelectorAll('img')) image.replaceWith(image.alt)
  for (const gap of box.content.querySelectorAll('.card-gap')) gap.replaceWith('[…]')
  for (const word of box.content.querySelectorAll('mark')) {
    const bold = document.createElement('b')
    bold.append(...word.childNodes)
    word.replaceWith(bold)
  }
  for (const link of box.content.querySelectorAll('a')) link.replaceWith(...link.childNodes)
  for (const span of [...box.content.querySelectorAll('span, dfn')].toReversed())
    span.replaceWith(...span.childNodes)
  for (const node of box.content.querySelectorAll('*'))
    for (const name of node.getAttributeNames()) node.removeAttribute(name)
  return box.innerHTML.replace(/\s*\n\s*/g, ' ').trim()
}

/** A field that holds a quote, a tab or `#` at its start stands in quotes. */
function field(text: string): string {
  return /["\t\n]|^#/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Tags have no spaces. */
function tag(text: string): string {
  return text.replace(/\s+/g, '-')
}

/** Saves the cards as a file; how many there are in it. */
export function saveForAnki(decks: readonly PracticeDeck[], cards: readonly DeckCard[]): number {
  const link = document.createElement('a')
  const url = URL.createObjectURL(new Blob([ankiText(decks, cards)], { type: 'text/plain;charset=utf-8' }))
  link.href = url
  link.download = `${decks.length === 1 ? decks[0]!.deck : 'cards'}-anki.txt`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  return cards.filter(({ state }) => !state?.removed).length
}
