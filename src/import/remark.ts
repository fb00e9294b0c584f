/** remark.js and xaringan: properties at a slide's head, `???` notes, `--` pauses, `.class[…]`. */
import { cutDeck, isRule, mapLines, takeFact, type SourceDeck, type SourceSlide } from './source-deck.ts'

const names: Readonly<Record<string, string>> = { inverse: 'invert', middle: 'center', center: 'center' }

/** Reads a deck of remark.js. `--` repeats a slide with more on it: a pause. */
export function fromRemark(source: string): SourceDeck {
  const deck = cutDeck(source, (line) => isRule(line))
  takeFact(deck, 'output')
  deck.facts.set('split', 'rules')
  deck.facts.set('title-slide', false)
  for (const slide of deck.slides) {
    readProperties(slide, deck)
    takeNotes(slide)
    slide.lines = mapLines(slide.lines, (line, index, fenced) => {
      if (fenced) return undefined
      if (/^--\s*$/.test(line)) return ['', '. . .', '']
      const changed = classes(line)
      if (/(?:^|\s)\.[a-z][\w-]*\[[^\]]*$/.test(changed)) {
        deck.remarks.push({
          line: slide.first + index,
          reason: 'A `.class[` that goes over several lines: write `::: {.class}` … `:::`',
        })
      }
      return changed === line ? undefined : changed
    })
  }
  return deck
}

function readProperties(slide: SourceSlide, deck: SourceDeck): void {
  const start = slide.lines.findIndex((line) => line.trim() !== '')
  if (start < 0) return
  for (let at = start; ; at++) {
    const match = /^([a-z][\w-]*)\s*:\s*(.*?)\s*$/.exec(slide.lines[at] ?? '')
    if (!match) return
    const [, key, value = ''] = match
    if (key === 'class')
      slide.classes.push(
        ...new Set(
          value
            .split(/[\s,]+/)
            .filter(Boolean)
            .map((name) => names[name] ?? name),
        ),
      )
    else if (key === 'name') slide.id = value.replace(/\s+/g, '-')
    else if (key === 'background-image')
      slide.values.background = /url\(\s*["']?(.*?)["']?\s*\)/.exec(value)?.[1] ?? value
    else if (key === 'background-color') slide.values['background-color'] = value
    else if (key === 'background-size' || key === 'background-position') slide.values[key] = value
    else if (key === 'count') slide.values.visibility = value === 'false' ? 'uncounted' : 'visible'
    else if (key === 'exclude') slide.values.visibility = 'hidden'
    else if (key === 'layout' || key === 'template')
      deck.remarks.push({
        line: slide.first + at,
        reason: `\`${key}: ${value}\` is left out: Lectern has no slides that others are made of`,
      })
    else return
    // Blank, so that the lines after it keep their numbers.
    slide.lines[at] = ''
  }
}

function takeNotes(slide: SourceSlide): void {
  let at = -1
  mapLines(slide.lines, (line, index, fenced) => {
    if (!fenced && at < 0 && /^\?\?\?\s*$/.test(line)) at = index
    return undefined
  })
  if (at < 0) return
  slide.notes.push(slide.lines.slice(at + 1).join('\n'))
  slide.lines = slide.lines.slice(0, at)
}

/** `.a.b[words]` becomes `[words]{.a .b}`, an image its attributes; innermost first. */
function classes(line: string): string {
  let text = line
  for (let round = 0; round < 6; round++) {
    const next = text.replace(
      /(^|[\s[(>*_])((?:\.[a-z][\w-]*)+)\[((?:!?\[[^[\]]*\](?:\([^()]*\)|\{[^{}]*\})?|[^[\]])*)\]/,
      (_, before: string, names: string, inner: string) => {
        const list = names.slice(1).split('.')
        const width = list.map((name) => /^width-(\d+)$/.exec(name)?.[1]).find(Boolean)
        const rest = list.filter((name) => !/^width-\d+$/.test(name)).map((name) => `.${name}`)
        const attributes = [...rest, ...(width ? [`width=${width}%`] : [])].join(' ')
        const image = /^\s*(!\[[^\]]*\]\([^)]*\))\s*$/.exec(inner)
        if (list.includes('footnote')) return `${before}\n\n:::aside\n${inner}\n:::\n`
        return image ? `${before}${image[1]}{${attributes}}` : `${before}[${inner}]{${attributes}}`
      },
    )
    if (next === text) break
    text = next
  }
  return text
}
