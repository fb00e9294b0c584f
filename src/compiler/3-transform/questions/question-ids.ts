/** Ids under which a reader's answers and cards are kept: they outlive edits elsewhere in the deck. */
import { toString } from 'mdast-util-to-string'
import type { RootContent } from 'mdast'
import type { Attributes } from '../../deck.ts'
import { hashText } from '../../hash.ts'

export class QuestionIds {
  readonly #taken = new Set<string>()

  /** The author's `{#id}`; else of what is asked, so that nothing but its own words changes it. */
  of(kind: string, attributes: Attributes | undefined, asked: readonly RootContent[]): string {
    const words = asked.map((node) => toString(node)).join(' ')
    const wanted = attributes?.id ?? `${kind}-${hashText(words.replace(/\s+/g, ' ').trim())}`
    let id = wanted
    for (let again = 2; this.#taken.has(id); again++) id = `${wanted}-${again}`
    this.#taken.add(id)
    return id
  }
}
