/** Stage 4: slides to HTML, the deck to a manifest. */
import type { VFileMessage } from 'vfile-message'
import { MANIFEST_VERSION } from '../../shared/manifest.ts'
import type { Manifest, ManifestTerm } from '../../shared/manifest.ts'
import type { Compiled, CompiledSlide } from '../compiled.ts'
import type { Context } from '../context.ts'
import { stages } from '../stages.ts'
import type { Deck, GlossaryEntry, Slide } from '../deck.ts'
import { hashText } from '../hash.ts'
import { slidesOf } from '../walk.ts'
import type { PluginRunner } from '../plugin-runner.ts'
import { keyTerms } from './key-terms.ts'
import { questionsOf } from './questions.ts'
import { countWords, readingMinutes } from './reading-time.ts'
import { slideAttributes } from './slide-attributes.ts'
import { SlideRenderer } from './slide-renderer.ts'
import { plainTitles } from './titles.ts'

/** Gives the slides that stand in the place of one: itself, or the parts of it. */
export type Fit = (
  slide: Slide,
  html: string,
  render: (children: Slide['children'], slide: Slide) => string,
) => Slide[]

/** Leads references to where things stand after slides were parted; gives the slides that this changed. */
export type Settle = (deck: Deck) => Iterable<Slide>

interface Content {
  html: string
  text: string
}

/** Renders every slide; one that fails shows its source and reports `internal`. */
export function render(
  deck: Deck,
  context: Context,
  options: { name: string; trusted: string[]; plugins: PluginRunner; fit: Fit; settle: Settle },
): Omit<Compiled, 'style'> {
  const renderer = new SlideRenderer(context, options.trusted, options.plugins)
  const plain = plainTitles(deck)
  const whole = slidesOf(deck).length
  const contents = fitted(deck, renderer, context, options.fit)
  if (slidesOf(deck).length !== whole) for (const slide of options.settle(deck)) contents.delete(slide)
  const slides: CompiledSlide[] = []
  for (const [section, { children }] of deck.children.entries()) {
    for (const slide of children)
      slides.push(renderSlide(slide, section, renderer, context, contents.get(slide)))
  }
  const nodes = slidesOf(deck)
  const words = { latin: 0, han: 0 }
  for (const slide of slides) {
    const counted = countWords(`${slide.text} ${slide.notes.replace(/<[^>]*>/g, ' ')}`)
    words.latin += counted.latin
    words.han += counted.han
  }
  const { facts } = context
  facts.title = plain.get(facts.title) ?? facts.title
  const manifest: Manifest = {
    version: MANIFEST_VERSION,
    deck: options.name,
    title: facts.title || options.name,
    ...(facts.subtitle && { subtitle: facts.subtitle }),
    authors: facts.authors,
    ...(facts.date && { date: facts.date }),
    lang: facts.lang,
    dir: facts.dir,
    theme: facts.theme,
    stage: stages[facts.aspectRatio],
    sections: sectionsOf(deck),
    slides: slides.map(({ slug, title, section, source, steps, hash }, index) => {
      const body = bodyHash(slides[index]!)
      const entry = { slug, title, section, source, steps, hash, ...(body && { body }) }
      const terms = keyTerms(nodes[index]!)
      return terms.length > 0 ? { ...entry, terms } : entry
    }),
    words: words.latin + words.han,
    minutes: readingMinutes(words),
    ...questionsOf(deck, renderer, context),
    ...(deck.glossary && { glossary: termsOf(deck.glossary, deck, renderer) }),
  }
  const messages = sorted(context.file.messages)
  return { facts, manifest, slides, messages, assets: [...renderer.assets] }
}

function termsOf(entries: GlossaryEntry[], deck: Deck, renderer: SlideRenderer): ManifestTerm[] {
  const [place] = slidesOf(deck)
  if (!place) return []
  return entries.map(({ names: [term = '', ...also], definition, slides }) => {
    const html = renderer.renderHtml([{ type: 'paragraph', children: definition }], place)
    return { term, also, definition: html.replace(/^<p>|<\/p>$/g, ''), slides }
  })
}

/**
 * Puts the slides that hold too much as they fit; gives what has been rendered on the way. Parts are rendered anew, so
 * what was said of them is said twice until it is dropped here.
 */
function fitted(deck: Deck, renderer: SlideRenderer, context: Context, fit: Fit): Map<Slide, Content> {
  const contents = new Map<Slide, Content>()
  for (const section of deck.children) {
    section.children = section.children.flatMap((slide) => {
      const told = context.file.messages.length
      try {
        const content = renderer.render(slide.children, slide)
        const rendered = context.file.messages.length
        const slides = fit(slide, content.html, (children) => renderer.renderHtml(children, slide))
        const [only] = slides
        if (slides.length === 1 && only?.children === slide.children) {
          contents.set(only, content)
          context.file.messages.splice(rendered, Infinity, ...aboutFit(context, rendered))
        } else context.file.messages.splice(told, Infinity, ...aboutFit(context, rendered))
        return slides
      } catch {
        // Told when it is rendered for good.
        context.file.messages.splice(told)
        return [slide]
      }
    })
  }
  return contents
}

function aboutFit({ file }: Context, from: number): VFileMessage[] {
  return file.messages
    .slice(from)
    .filter(
      ({ ruleId, reason }) => /^slide-(?:split|overflow)$/.test(ruleId ?? '') || reason.startsWith('`fit='),
    )
}

function renderSlide(
  slide: Slide,
  section: number,
  renderer: SlideRenderer,
  context: Context,
  made: Content | undefined,
): CompiledSlide {
  let html: string
  let notes = ''
  let text = ''
  try {
    const content = made ?? renderer.render(slide.children, slide)
    html = content.html
    text = content.text
    notes = slide.notes.map((note) => renderer.renderHtml(note.children, slide)).join('\n')
  } catch (cause) {
    context.report('internal', slide, `The slide “${slide.title}” could not be rendered: ${String(cause)}`, {
      cause,
    })
    text = sourceOf(slide, context)
    html = `<pre class="internal-error">${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</pre>`
  }
  const attributes = slideAttributes(slide, context, renderer)
  const origin = context.included.origin(slide.position?.start.line ?? 1)
  const hash = hashText(JSON.stringify([slide.slug, attributes, html, notes, slide.steps]))
  return {
    slug: slide.slug,
    section,
    title: slide.title,
    text,
    attributes,
    html,
    notes,
    steps: slide.steps,
    source: `${origin.file}:${origin.line}`,
    hash,
  }
}

/** Names what a slide shows under its heading, its notes included; `''` where there is nothing. */
function bodyHash({ html, notes }: CompiledSlide): string {
  const shown = html.replace(/<(h[1-6])\b[^]*?<\/\1>/, '').trim()
  return shown || notes ? hashText(JSON.stringify([shown, notes])) : ''
}

function sourceOf(slide: Slide, context: Context): string {
  const start = slide.position?.start.offset ?? 0
  const last = slide.children.findLast((node) => node.position)
  return String(context.file.value).slice(start, last?.position?.end.offset ?? start)
}

function sectionsOf(deck: Deck): Manifest['sections'] {
  let first = 0
  return deck.children.map((section) => {
    const entry = { slug: section.slug, title: section.title, first, count: section.children.length }
    first += entry.count
    return entry
  })
}

/** Messages in the order of their places; those without one come first. */
function sorted(messages: VFileMessage[]): VFileMessage[] {
  return messages.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
}
