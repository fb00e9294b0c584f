/** Finds elements in HTML that the compiler wrote, without a parser: its tags are closed and its quotes double. */

export interface FoundElement {
  /** Where its opening tag begins, and where what follows it begins. */
  start: number
  end: number
  tag: string
  /** The opening tag as written. */
  opening: string
  inner: string
}

/** All elements whose `class` holds `className`, outermost first; those inside a found one are left to a second look. */
export function elementsOf(html: string, className: string): FoundElement[] {
  const found: FoundElement[] = []
  const pattern = new RegExp(
    `<([a-z][a-z0-9-]*)\\b(?:[^>"]|"[^"]*")*?\\bclass="(?:[^"]* )?${className}(?: [^"]*)?"(?:[^>"]|"[^"]*")*>`,
    'g',
  )
  for (let match = pattern.exec(html); match; match = pattern.exec(html)) {
    const [opening, tag = ''] = match
    const inside = match.index + opening.length
    const close = closingTag(html, tag, inside)
    const end = close + tag.length + 3
    found.push({ start: match.index, end, tag, opening, inner: html.slice(inside, close) })
    pattern.lastIndex = end
  }
  return found
}

/** Where the closing tag of an element stands whose content begins at `from`. */
function closingTag(html: string, tag: string, from: number): number {
  const tags = new RegExp(`<(/?)${tag}(?=[\\s>])`, 'g')
  tags.lastIndex = from
  let depth = 1
  for (let match = tags.exec(html); match; match = tags.exec(html)) {
    depth += match[1] === '/' ? -1 : 1
    if (depth === 0) return match.index
  }
  throw new Error(`The compiler left <${tag}> open: ${html.slice(Math.max(0, from - 80), from)}`)
}

/** `html` with each element of the class replaced by what `by` gives. */
export function replaceElements(
  html: string,
  className: string,
  by: (element: FoundElement, index: number) => string,
): string {
  let result = ''
  let end = 0
  for (const [index, element] of elementsOf(html, className).entries()) {
    result += html.slice(end, element.start) + by(element, index)
    end = element.end
  }
  return result + html.slice(end)
}

/** An attribute of an opening tag, as written. */
export function attributeOf(opening: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(opening)?.[1]
}
