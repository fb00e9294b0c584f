/** A deck made without the compiler, for tests of pages and runtime. */
import { defaultFacts } from '../../src/compiler/1-parse/front-matter.ts'
import type { Compiled, CompiledSlide } from '../../src/compiler/compiled.ts'
import type { DeckFacts } from '../../src/compiler/deck-facts.ts'
import { MANIFEST_VERSION } from '../../src/shared/manifest.ts'

export const plainFacts: DeckFacts = { ...defaultFacts(), title: 'Plain deck', authors: ['Ada'] }

/** A slide with the heading "Slide N" and `steps` fragments, in section `section`. */
export function plainSlide(number: number, section: number, steps: number): CompiledSlide {
  const fragments = Array.from(
    { length: steps },
    (_, index) => `<p class="fragment" data-fragment-index="${index}">step ${number}.${index}</p>`,
  )
  return {
    slug: `slide-${number}`,
    section,
    title: `Slide ${number}`,
    text: `Slide ${number}`,
    attributes: {},
    html: `<h2>Slide ${number}</h2>${fragments.join('')}`,
    notes: `<p>Notes of ${number}</p>`,
    steps,
    source: `plain.md:${number}`,
    hash: String(number),
  }
}

/** A compiled deck of `slides`; `facts` over the plain ones. */
export function plainDeck(slides: CompiledSlide[], facts: Partial<DeckFacts> = {}): Compiled {
  const all = { ...plainFacts, ...facts }
  const sections = [...new Set(slides.map((slide) => slide.section))].map((section) => ({
    slug: slides.find((slide) => slide.section === section)!.slug,
    title: `Section ${section}`,
    first: slides.findIndex((slide) => slide.section === section),
    count: slides.filter((slide) => slide.section === section).length,
  }))
  return {
    facts: all,
    slides,
    messages: [],
    assets: [],
    style: { slides: '', tokens: '' },
    manifest: {
      version: MANIFEST_VERSION,
      deck: 'plain',
      title: all.title,
      authors: all.authors,
      lang: all.lang,
      dir: all.dir,
      theme: all.theme,
      stage: { width: 1280, height: 720 },
      sections,
      slides: slides.map(({ slug, title, section, source, steps, hash }) => ({
        slug,
        title,
        section,
        source,
        steps,
        hash,
      })),
      words: 100,
      minutes: 1,
      quizzes: [],
      cards: [],
    },
  }
}
