/**
 * What of a deck is the same after an edit: slides, questions and cards go by ids made of their words, and words are
 * reworded. Used by the build, which tells the lecturer, and by the page, where a student's things go along.
 */
import { dice } from './likeness.ts'
import type { Manifest } from './manifest.ts'

/** Kinds of things that have an id. */
export const groups = ['slides', 'questions', 'cards'] as const
export type Group = (typeof groups)[number]

/** Today's ids by those of earlier builds. */
export type Renames = Record<string, string>
export type AllRenames = Partial<Record<Group, Renames>>

export interface Item {
  id: string
  /** What it says, as plain text. */
  text: string
  /** What a slide shows under its heading: the same in two slides only if they are one. */
  body?: string
}
export type Items = Record<Group, Item[]>

export interface Changes {
  /** Reworded: old id → new id. */
  carried: Renames
  fresh: Item[]
  gone: Item[]
}

/** How alike two wordings must be to be one thing's, from 0 to 1. */
const ALIKE = 0.5
/** Characters that are compared. */
const COMPARED = 240

/** Everything in a deck that has an id of its own. */
export function itemsOf({ slides, quizzes, cards, glossary = [] }: Manifest): Items {
  return {
    slides: slides.map(({ slug, title, body }) => ({ id: slug, text: title, ...(body && { body }) })),
    questions: quizzes.map((quiz) => {
      const options = 'options' in quiz ? quiz.options.map(({ html }) => html).join(' ') : (quiz.answer ?? '')
      return item(quiz.id, `${quiz.question} ${options}`)
    }),
    cards: [
      ...cards.map(({ id, front, back = '' }) => item(id, `${front} ${back}`)),
      ...glossary.map(({ term, also, definition }) =>
        item(`term-${term}`, `${[term, ...also].join(' ')} ${definition}`),
      ),
    ],
  }
}

function item(id: string, html: string): Item {
  const text = html.replace(/<math[^]*?<\/math>|<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  return { id, text: text.trim().slice(0, COMPARED) }
}

/** What changed from `before` to `now`. Each goes to the one that is most like it, and none to two. */
export function changesBetween(before: readonly Item[], now: readonly Item[]): Changes {
  const known = new Set(before.map(({ id }) => id))
  const here = new Set(now.map(({ id }) => id))
  const gone = before.filter(({ id }) => !here.has(id))
  const fresh = now.filter(({ id }) => !known.has(id))
  const pairs = gone.flatMap((from) => fresh.map((to) => ({ from, to, alike: likeness(from, to) })))
  const carried = new Map<string, string>()
  const taken = new Set<string>()
  for (const { from, to, alike } of pairs.toSorted((a, b) => b.alike - a.alike)) {
    if (alike < ALIKE || carried.has(from.id) || taken.has(to.id)) continue
    carried.set(from.id, to.id)
    taken.add(to.id)
  }
  return {
    carried: Object.fromEntries(carried),
    fresh: fresh.filter(({ id }) => !taken.has(id)),
    gone: gone.filter(({ id }) => !carried.has(id)),
  }
}

function likeness(one: Item, other: Item): number {
  return one.body !== undefined && one.body === other.body ? 1 : dice(one.text, other.text)
}

/** Renames of earlier builds with those of this one behind them; only such as lead to something that is `here`. */
export function chained(earlier: Renames = {}, renames: Renames, here: ReadonlySet<string>): Renames {
  const all = Object.entries(earlier).map(([from, to]): [string, string] => [from, renames[to] ?? to])
  return Object.fromEntries(
    [...all, ...Object.entries(renames)].filter(([from, to]) => here.has(to) && !here.has(from)),
  )
}
