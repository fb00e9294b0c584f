/** Small helpers for the parts that practising adds to the page. */

/** An element with a class and, where given, text. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className = '',
  text = '',
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  if (className) made.className = className
  if (text) made.textContent = text
  return made
}

/** Paragraphs as lines of text, for where only text may stand: legends and labels. */
export function withoutParagraphs(html: string): string {
  const box = document.createElement('template')
  box.innerHTML = html.trim()
  for (const paragraph of box.content.querySelectorAll(':scope > p')) {
    const line = element('span', 'quiz-line')
    line.append(...paragraph.childNodes)
    paragraph.replaceWith(line)
  }
  return box.innerHTML
}

/** A button with a word. */
export function button(word: string, className: string, click: () => void): HTMLButtonElement {
  const made = element('button', className, word)
  made.type = 'button'
  made.addEventListener('click', click)
  return made
}
