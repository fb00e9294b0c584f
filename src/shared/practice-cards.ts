/** The cards of a deck, out of its manifest: terms, cards that the author wrote, and questions. */
import type { Manifest, ManifestCard, ManifestQuiz } from './manifest.ts'

export interface PracticeCard {
  /** Stays while its words stay. */
  id: string
  kind: 'term' | 'pair' | 'cloze' | 'quiz' | 'think' | 'blank'
  /** Slug of the slide that it is from. */
  slide: string
  /** HTML. */
  front: string
  back: string
}

/** A deck's cards as the page of all cards takes them: the argument of a script of its own. */
export interface PracticeDeck {
  deck: string
  title: string
  lang: string
  dir: 'ltr' | 'rtl'
  /** Day of the exam, `2026-12-31`. */
  exam?: string
  /** Titles of slides by slug, of those that have cards. */
  slides: Record<string, string>
  cards: PracticeCard[]
  /** As in the manifest. */
  was?: Manifest['was']
}

/** Global that the scripts of decks put their cards into. */
export const CARDS_GLOBAL = 'lecternCards'

/** Kinds that become cards only once they were not known. */
export const asked: ReadonlySet<PracticeCard['kind']> = new Set(['quiz', 'think'])

/** What a hidden word leaves. */
export const GAP = '<span class="card-gap">…</span>'

/** The deck's cards, in the order of its slides. */
export function practiceDeck(manifest: Manifest, exam?: string): PracticeDeck {
  const order = new Map(manifest.slides.map(({ slug }, index) => [slug, index]))
  const at = ({ slide }: PracticeCard): number => order.get(slide) ?? manifest.slides.length
  const terms = (manifest.glossary ?? []).map(
    ({ term, also, definition, slides: [slide = ''] }): PracticeCard => ({
      id: `term-${term}`,
      kind: 'term',
      slide,
      front: `<p class="card-term">${[term, ...also].map(escape).join('<br>')}</p>`,
      back: definition,
    }),
  )
  const cards = [...terms, ...manifest.cards.flatMap(sides), ...manifest.quizzes.map(question)]
  cards.sort((one, other) => at(one) - at(other))
  const titles = new Map(manifest.slides.map(({ slug, title }) => [slug, title]))
  return {
    deck: manifest.deck,
    title: manifest.title,
    lang: manifest.lang,
    dir: manifest.dir,
    ...(exam && { exam }),
    slides: Object.fromEntries(cards.map(({ slide }) => [slide, titles.get(slide) ?? ''])),
    cards,
    ...(manifest.was && { was: manifest.was }),
  }
}

const CLOZE = /<mark\b[^>]*\bclass="(?:[^"]* )?cloze(?: [^"]*)?"[^>]*>([^]*?)<\/mark>/g

/** A card with several hidden words gives one card for each; the others can be read on it. */
function sides({ id, slide, kind, front, back }: ManifestCard): PracticeCard[] {
  if (kind === 'pair') return [{ id, kind, slide, front, back: back ?? '' }]
  const words = [...front.matchAll(CLOZE)]
  return words.map(({ index, 0: mark, 1: word = '' }, number) => ({
    id: words.length > 1 ? `${id}.${number + 1}` : id,
    kind,
    slide,
    front: shown(front.slice(0, index)) + GAP + shown(front.slice(index + mark.length)),
    back: `${shown(front.slice(0, index))}<mark class="card-word">${word}</mark>${shown(front.slice(index + mark.length))}`,
  }))
}

const shown = (html: string): string => html.replace(CLOZE, '$1')

function question(quiz: ManifestQuiz): PracticeCard {
  const { id, slide, explanation = '', answer = '' } = quiz
  if (quiz.kind === 'think')
    return { id, kind: 'think', slide, front: quiz.question, back: answer + explanation }
  if (quiz.kind === 'text' || quiz.kind === 'number')
    return { id, kind: 'quiz', slide, front: quiz.question, back: answer + explanation }
  const list = (options: readonly string[]): string =>
    `<ul class="card-options">${options.map((html) => `<li>${html}</li>`).join('')}</ul>`
  return {
    id,
    kind: 'quiz',
    slide,
    front: quiz.question + list(quiz.options.map(({ html }) => html)),
    back: list(quiz.options.filter(({ right }) => right).map(({ html }) => html)) + explanation,
  }
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
