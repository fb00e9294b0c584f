/** Slidev: facts of each slide between two rules, slots, `v-click`, comments as notes. */
import { parseDocument } from 'yaml'
import { cutDeck, isRule, mapLines, takeFact, type SourceDeck, type SourceSlide } from './source-deck.ts'

const layouts: Readonly<Record<string, string>> = {
  center: 'center',
  cover: 'section',
  intro: 'section',
  section: 'section',
  statement: 'statement',
  fact: 'statement',
  end: 'statement',
  quote: 'quote',
  full: 'full',
  'image-left': 'image-left',
  'image-right': 'image-right',
}
/** Facts that say nothing outside of Slidev. */
const silent = new Set([
  'layout',
  'title',
  'level',
  'clicks',
  'zoom',
  'hideInToc',
  'routeAlias',
  'preload',
  'clickAnimation',
  'dragPos',
  'disabled',
  'src',
  'image',
  'class',
  'background',
  'hide',
  'backgroundSize',
  'url',
  'transition',
])
const ofDeck = [
  'theme',
  'themeConfig',
  'titleTemplate',
  'info',
  'drawings',
  'mdc',
  'highlighter',
  'lineNumbers',
  'fonts',
  'monaco',
  'download',
  'exportFilename',
  'export',
  'routerMode',
  'colorSchema',
  'canvasWidth',
  'favicon',
  'record',
  'presenter',
  'addons',
  'selectable',
  'css',
  'defaults',
  'htmlAttrs',
  'aspectRatio',
  'contextMenu',
  'wakeLock',
  'twoslash',
  'seoMeta',
  'plantUmlServer',
  'transition',
  'remoteAssets',
  'browserExporter',
  'keywords',
]

/** Reads a deck of Slidev. */
export function fromSlidev(source: string): SourceDeck {
  const deck = joinFacts(cutDeck(source, isRule))
  const first = deck.slides[0]
  if (first)
    readFacts(
      first,
      Object.fromEntries(
        [...silent]
          .filter((key) => key !== 'title')
          .map((key) => [key, takeFact(deck, key)])
          .filter(([, value]) => value !== undefined),
      ),
      deck,
    )
  for (const key of ofDeck) takeFact(deck, key)
  deck.facts.set('split', 'rules')
  deck.facts.set('title-slide', false)
  for (const slide of deck.slides) {
    takeNotes(slide)
    readClicks(slide, deck)
    readSlots(slide)
  }
  return deck
}

/** A piece of `key: value` lines between two rules belongs to the piece after it. */
function joinFacts(deck: SourceDeck): SourceDeck {
  const slides: SourceSlide[] = []
  let facts: Record<string, unknown> | undefined
  for (const [index, slide] of deck.slides.entries()) {
    const text = slide.lines.join('\n').trim()
    const isFacts =
      index > 0 && facts === undefined && /^[\w-]+\s*:/.test(text) && !/\n\s*\n\s*[#\w]/.test(text)
    const value: unknown = isFacts ? parsed(text) : undefined
    if (typeof value === 'object' && value !== null && index < deck.slides.length - 1) {
      facts = value as Record<string, unknown>
      continue
    }
    if (facts) readFacts(slide, facts, deck)
    facts = undefined
    slides.push(slide)
  }
  return { ...deck, slides }
}

function parsed(text: string): unknown {
  const document = parseDocument(text)
  return document.errors.length > 0 ? undefined : document.toJS()
}

function readFacts(slide: SourceSlide, facts: Record<string, unknown>, deck: SourceDeck): void {
  const text = (key: string): string | undefined => (typeof facts[key] === 'string' ? facts[key] : undefined)
  const layout = text('layout') ?? 'default'
  if (layouts[layout]) slide.values.layout = layouts[layout]
  else if (!['default', 'none', 'two-cols', 'two-cols-header', 'image', 'iframe'].includes(layout)) {
    slide.classes.push(layout)
    deck.remarks.push({
      line: slide.first,
      reason: `The layout \`${layout}\` is not Lectern's; it is left as a class`,
    })
  }
  slide.classes.push(...(text('class') ?? '').split(/\s+/).filter((name) => /^[\w-]+$/.test(name)))
  const background = text('background') ?? (layout === 'image' ? text('image') : undefined)
  if (background) slide.values.background = local(background)
  if (facts.hide === true || facts.disabled === true) slide.values.visibility = 'hidden'
  if (text('routeAlias')) slide.id = text('routeAlias')!
  const image = text('image')
  if (image && layout.startsWith('image-')) slide.lines.push('', `![](${local(image)})`)
  const url = text('url')
  if (url && layout.startsWith('iframe')) slide.lines.push('', `::iframe{src="${url}" title="${url}"}`)
  const part = text('src')
  if (part) slide.lines.unshift('', `::include{file="${local(part)}"}`)
  const unknown = Object.keys(facts).filter((key) => !silent.has(key) && !ofDeck.includes(key))
  if (unknown.length > 0 && deck.slides.indexOf(slide) > 0) {
    deck.remarks.push({
      line: slide.first,
      reason: `Left out: ${unknown.map((key) => `\`${key}\``).join(', ')}`,
    })
  }
}

/** `/x.png` lies in Slidev's public folder. */
const local = (path: string): string => path.replace(/^\//, 'public/').replace(/^\.\//, '')

/** The comment that ends a slide is what its lecturer says. */
function takeNotes(slide: SourceSlide): void {
  const text = slide.lines.join('\n').trimEnd()
  const start = text.lastIndexOf('<!--')
  if (start < 0 || !text.endsWith('-->')) return
  slide.notes.push(text.slice(start + 4, -3))
  slide.lines = text.slice(0, start).trimEnd().split('\n')
}

function readClicks(slide: SourceSlide, deck: SourceDeck): void {
  slide.lines = mapLines(slide.lines, (line, index, fenced) => {
    const at = slide.first + index
    if (fenced) return undefined
    const fence = /^(\s*`{3,}\s*[\w+-]*)(.*)$/.exec(line)
    if (fence && /\{monaco|twoslash|^\s*md magic-move/.test(fence[2]!))
      return fence[1]! + fence[2]!.replace(/\{monaco[^}]*\}|twoslash/g, '')
    const snippet = /^<<<\s+@?\/?(\S+?)(?:#\S+)?(?:\s+(\w+))?\s*(\{.*\})?\s*$/.exec(line)
    if (snippet)
      return ['```' + (snippet[2] ?? snippet[1]!.split('.').at(-1)) + ` {file=${snippet[1]}}`, '```']
    if (/^\s*<v-clicks?\b[^>]*>\s*$/.test(line))
      return ['', line.includes('v-clicks') ? ':::incremental' : ':::fragment', '']
    if (/^\s*<\/v-(?:clicks?|after)>\s*$/.test(line)) return ['', ':::', '']
    if (/^\s*<v-after>\s*$/.test(line)) return ['', ':::fragment', '']
    let changed = line.replace(/<v-(?:click|after)\b[^>]*>(.*?)<\/v-(?:click|after)>/g, '[$1]{.fragment}')
    changed = changed.replace(
      /<(\w+)([^<>]*?)\sv-(?:click|after)(?:="[^"]*")?([^<>]*)>/g,
      (_, name: string, before: string, after: string) => {
        const all = `${before}${after}`
        return /\bclass="/.test(all)
          ? `<${name}${all.replace('class="', 'class="fragment ')}>`
          : `<${name} class="fragment"${all}>`
      },
    )
    const component =
      /<(Tweet|Youtube|SlidevVideo|Transform|Toc|AutoFitText|RenderWhen|LightOrDark|VSwitch|VDrag|Arrow)\b/.exec(
        changed,
      )
    if (component)
      deck.remarks.push({ line: at, reason: `The component \`<${component[1]}>\` means nothing here` })
    if (/\s(?:@click|v-if|v-for|v-motion|:class)\b/.test(changed))
      deck.remarks.push({ line: at, reason: 'What Vue does with this tag is lost' })
    return changed === line ? undefined : changed
  })
}

/** `::right::` and `::left::` become columns; what stands before them is the head, or the left one. */
function readSlots(slide: SourceSlide): void {
  const parts: { name: string; lines: string[] }[] = [{ name: 'default', lines: [] }]
  mapLines(slide.lines, (line, _index, fenced) => {
    const slot = fenced ? null : /^::(left|right|top|bottom|default|header|footer)::\s*$/.exec(line)
    if (slot) parts.push({ name: slot[1]!, lines: [] })
    else parts.at(-1)!.lines.push(line)
    return undefined
  })
  if (parts.length === 1) return
  const named = (name: string) => parts.filter((part) => part.name === name).flatMap(({ lines }) => lines)
  let head = named('default')
  let left = named('left')
  if (left.every((line) => line.trim() === '')) {
    const heading = head.findIndex((line) => /^#{1,6}\s/.test(line))
    left = head.slice(heading + 1)
    head = head.slice(0, heading + 1)
  }
  const column = (lines: string[]) => [':::column', ...trimmed(lines), '', ':::']
  const others = parts.filter(({ name }) => !['default', 'left', 'right'].includes(name))
  slide.lines = [
    ...trimmed(head),
    '',
    '::::columns',
    ...column(left),
    ...column(named('right')),
    '::::',
    ...others.flatMap(({ lines }) => ['', ...trimmed(lines)]),
  ]
}

function trimmed(lines: string[]): string[] {
  const text = lines
    .join('\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()
  return text === '' ? [] : text.split('\n')
}
