/** HTML that came out of a file of the student's: kept to what a card of a blank is made of, for a file may be anyone's. */

/** Text, formulas as KaTeX sets them, and pictures. */
const ELEMENTS = new Set(
  (
    'a abbr annotation b bdi bdo br cite code dfn div em i img kbd mark p q rp rt ruby s semantics small span strong sub ' +
    'sup svg path line u var math menclose mfrac mi mn mo mover mpadded mphantom mroot mrow ms mspace msqrt mstyle msub ' +
    'msubsup msup mtable mtd mtext mtr munder munderover'
  ).split(' '),
)

/** What goes with all that it holds: nothing in it is text. */
const WHOLE = new Set('script style template iframe object embed noscript textarea select title'.split(' '))

/** Of a file, of a place in the page, or of the web; never what would run. */
const ADDRESS = /^(?:https?:|mailto:|data:image\/(?:png|jpeg|gif|webp);|[^:]*$)/i

/** The HTML without elements, handlers, addresses and styles that a card does not need. */
export function harmlessHtml(html: string): string {
  const box = document.createElement('template')
  box.innerHTML = html
  // From the inside out, so that what an element leaves behind has been looked at.
  for (const element of [...box.content.querySelectorAll('*')].toReversed()) {
    const name = element.localName
    if (WHOLE.has(name)) element.remove()
    else if (!ELEMENTS.has(name)) element.replaceWith(...element.childNodes)
    else for (const attribute of Array.from(element.attributes)) check(element, attribute)
  }
  return box.innerHTML
}

function check(element: Element, { name, value }: Attr): void {
  const harmless =
    name === 'href' || name === 'src'
      ? ADDRESS.test(value.replace(/[\0- ]/g, ''))
      : name === 'style'
        ? !/fixed|absolute|sticky|url|image|expression|\\|@|var\(/i.test(value)
        : /^(?:class|lang|dir|alt|title|aria-hidden|encoding|mathvariant|display|viewBox|preserveAspectRatio|width|height|d|x1|x2|y1|y2|stroke-width|xmlns|data-gap|fence|stretchy|separator|accent|accentunder|columnalign|columnspacing|rowspacing|scriptlevel|displaystyle|linethickness|lspace|rspace|minsize|maxsize|notation|voffset|depth)$/i.test(
            name,
          )
  if (!harmless) element.removeAttribute(name)
}
