/** Marp: directives in front matter and comments, images with words of command, comments as notes. */
import { parseDocument } from 'yaml'
import {
  cutDeck,
  factsOf,
  isFence,
  isRule,
  mapLines,
  takeFact,
  type SourceDeck,
  type SourceSlide,
} from './source-deck.ts'

const DIRECTIVE =
  /^\s*_?(?:class|paginate|header|footer|backgroundColor|backgroundImage|backgroundPosition|backgroundRepeat|backgroundSize|color|theme|size|headingDivider|style|math|marp|transition|title|author|lang)\s*:/m
/** Classes of Marp's own themes. */
const classes: Readonly<Record<string, string>> = { lead: 'center', invert: 'invert' }

type Values = Record<string, unknown>

/** Reads a deck of Marp. Directives that hold on (`class: x`) are written on each slide that they reach. */
export function fromMarp(source: string): SourceDeck {
  const deck = cutDeck(source, isRule)
  const own = factsOf(deck)
  for (const key of [
    'marp',
    'theme',
    'math',
    'size',
    'style',
    'class',
    'color',
    'paginate',
    'headingDivider',
    '_class',
    '_paginate',
    '_header',
    '_footer',
    '_backgroundColor',
    '_color',
    'backgroundColor',
    'backgroundImage',
    'backgroundPosition',
    'backgroundRepeat',
    'backgroundSize',
  ])
    takeFact(deck, key)
  if (own.size === '4:3') deck.facts.set('aspect-ratio', '4:3')
  if (own.paginate !== undefined) deck.facts.set('slide-number', own.paginate !== false)
  for (const key of ['header', 'footer']) if (own[key] === '') takeFact(deck, key)
  deck.facts.set('split', own.headingDivider === undefined ? 'rules' : 'both')
  deck.facts.set('title-slide', false)
  if (typeof own.style === 'string')
    deck.remarks.push({ line: 1, reason: '`style` of the front matter is left out: put it into a theme' })
  let lasting: Values = pick(own, ['class', 'backgroundColor', 'backgroundImage', 'color'])
  for (const [index, slide] of deck.slides.entries()) {
    const once: Values = index === 0 ? spot(own) : {}
    lasting = readComments(slide, lasting, once, deck)
    apply(slide, { ...lasting, ...once })
    readImages(slide)
    slide.notes = slide.notes.map((note) => note.replace(/!\[[^\]]*\]\(/g, '![]('))
  }
  return deck
}

const pick = (values: Values, keys: readonly string[]): Values =>
  Object.fromEntries(keys.filter((key) => key in values).map((key) => [key, values[key]]))

/** `_class` and its like, which hold for one slide, without their underscore. */
function spot(values: Values): Values {
  const found = Object.entries(values).filter(([key]) => key.startsWith('_'))
  return Object.fromEntries(found.map(([key, value]) => [key.slice(1), value]))
}

/** Takes the comments out: directives into `once` and what lasts, all else into the notes. */
function readComments(slide: SourceSlide, before: Values, once: Values, deck: SourceDeck): Values {
  let lasting = before
  const text = withoutFences(slide.lines, (prose, line) =>
    prose.replace(/<!--([^]*?)-->[ \t]*/g, (comment, inner: string, at: number) => {
      if (/^\s*fit\s*$/.test(inner)) {
        slide.values.layout = 'statement'
        return ''
      }
      if (!DIRECTIVE.test(inner)) {
        if (/^\s*prettier-ignore|^\s*markdownlint|^\s*TODO/i.test(inner)) return comment
        slide.notes.push(inner.replace(/^\s*\n/, ''))
        return ''
      }
      const values: unknown = parseDocument(inner.replace(/:[ \t]+(#[^\s]+)/g, ': "$1"')).toJS()
      if (typeof values !== 'object' || values === null) return comment
      Object.assign(once, spot(values as Values))
      const kept = Object.entries(values as Values).filter(([key]) => !key.startsWith('_'))
      lasting = { ...lasting, ...Object.fromEntries(kept) }
      if ('style' in values) {
        deck.remarks.push({
          line: slide.first + line + prose.slice(0, at).split('\n').length - 1,
          reason: 'A `style` directive is left out: put it into a theme',
        })
      }
      return ''
    }),
  )
  slide.lines = text
  return lasting
}

/** Changes what stands outside of fences, several lines at once. */
function withoutFences(lines: readonly string[], change: (prose: string, line: number) => string): string[] {
  const result: string[] = []
  let prose: string[] = []
  const flush = (end: number): void => {
    if (prose.length > 0) result.push(...change(prose.join('\n'), end - prose.length).split('\n'))
    prose = []
  }
  mapLines(lines, (line, index, fenced) => {
    if (fenced || isFence(line)) {
      flush(index)
      result.push(line)
    } else prose.push(line)
    return undefined
  })
  flush(lines.length)
  return result
}

function apply(slide: SourceSlide, values: Values): void {
  const names = Array.isArray(values.class)
    ? values.class.map(String)
    : String(values.class ?? '').split(/\s+/)
  slide.classes.push(...names.filter(Boolean).map((name) => classes[name] ?? name))
  const image = /url\(\s*["']?(.*?)["']?\s*\)/.exec(String(values.backgroundImage ?? ''))?.[1]
  if (image) slide.values.background = image
  else if (typeof values.backgroundImage === 'string' && /gradient/.test(values.backgroundImage))
    slide.values.background = values.backgroundImage
  else if (typeof values.backgroundColor === 'string' && values.backgroundColor !== 'white')
    slide.values.background = values.backgroundColor
  if (typeof values.color === 'string') slide.values.style = `color:${values.color}`
  for (const key of ['header', 'footer'] as const) {
    if (typeof values[key] === 'string') slide.values[key] = values[key] === '' ? 'none' : plain(values[key])
  }
}

/** Attributes hold text, not Markdown. */
const plain = (markdown: string): string =>
  markdown
    .replace(/<[^>]*>|[*_`]/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim()

/** `![bg right:40%](x)` becomes a background or a layout, `![w:600](x)` an attribute. */
function readImages(slide: SourceSlide): void {
  slide.lines = mapLines(slide.lines, (line, _index, fenced) => {
    if (fenced || !line.includes('![')) return undefined
    return line.replace(
      /!\[([^\]]*)\]\(([^)\s]*)((?:\s+"[^"]*")?)\)/g,
      (whole, words: string, url: string, title: string) => {
        const parts = words.split(/\s+/).filter(Boolean)
        const sizes = parts.flatMap(sizeOf)
        const rest = parts.filter(
          (part) => part !== 'bg' && sizeOf(part).length === 0 && !isFilter(part) && !isPlace(part),
        )
        if (!parts.includes('bg')) {
          if (sizes.length === 0) return whole
          return `![${rest.join(' ')}](${url}${title}){${sizes.join(' ')}}`
        }
        const side = parts.find((part) => /^(?:left|right)\b/.test(part))
        if (side) {
          slide.values.layout ??= `image-${side.startsWith('left') ? 'left' : 'right'}`
          return `![${rest.join(' ')}](${url})`
        }
        if (slide.values.background === undefined || !/\.\w+$/.test(slide.values.background))
          slide.values.background = url
        const size = parts.find((part) => /^(?:contain|fit|cover|auto|\d+%)$/.test(part))
        if (size) slide.values['background-size'] = size === 'fit' ? 'contain' : size
        const opacity = parts.map((part) => /^opacity:?(.*)$/.exec(part)?.[1]).find(Boolean)
        if (opacity) slide.values['background-opacity'] = opacity
        return ''
      },
    )
  })
}

function sizeOf(part: string): string[] {
  const match = /^(w|width|h|height):(\d+(?:\.\d+)?)(px|%|em|cm|auto)?$/.exec(part)
  if (!match) return []
  const unit = match[3] === undefined || match[3] === 'px' ? '' : match[3]
  return [`${match[1]!.startsWith('w') ? 'width' : 'height'}=${match[2]}${unit}`]
}

const isFilter = (part: string): boolean =>
  /^(?:blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia)(?::|$)/.test(
    part,
  )
const isPlace = (part: string): boolean =>
  /^(?:left|right|center|contain|cover|fit|auto|vertical|horizontal)(?::|$)|^\d+%$/.test(part)
