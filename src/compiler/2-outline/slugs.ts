/** Slugs: names of slides in links, stable when other slides change. */
import { slug as githubSlug } from 'github-slugger'
import { toString } from 'mdast-util-to-string'
import type { RootContent } from 'mdast'
import type { VFile } from 'vfile'
import type { Container, Slide } from '../deck.ts'
import { report } from '../diagnostics.ts'
import { hashText } from '../hash.ts'
import { walk } from '../walk.ts'
import { MANIFEST_ID } from '../../shared/markup.ts'
import { OUTLINE_ID, REVIEW_DATA_ID } from '../../shared/review.ts'
import { SPEAKER_DATA_ID } from '../../shared/speaker.ts'

/**
 * Names the slides: first what the author fixed by `{#id}`, on slides and on anything else, so that no title can take
 * an id away. Reports `slug-duplicate`.
 */
export function nameSlides(slides: Slide[], file: VFile): void {
  const slugs = new Slugs()
  const open: Slide[] = []
  for (const slide of slides) {
    walk(slide, (node) => {
      // `::roadmap{#id at=3}` names a road, it does not take the name.
      if (node.type === 'leafDirective' && node.name === 'roadmap') return
      const id = node.data?.attributes?.id ?? (node as Partial<Container>).attributes?.id
      if (id !== undefined && !slugs.fix(id))
        report(file, 'slug-duplicate', node, `The id \`${id}\` is taken`)
    })
  }
  for (const slide of slides) {
    const id = slide.attributes.id
    if (id !== undefined && slugs.fix(id)) slide.slug = id
    else {
      if (id !== undefined) report(file, 'slug-duplicate', slide, `The id \`${id}\` is taken`)
      open.push(slide)
    }
  }
  for (const slide of open) {
    const words = slide.title || firstWords(slide)
    slide.title ||= words
    slide.slug = slugs.of(
      words || `slide-${hashText(JSON.stringify(slide.children, withoutPlaces)).slice(0, 6)}`,
    )
  }
  for (const slide of slides) slide.title ||= firstWords(slide)
}

function firstWords(slide: Slide): string {
  for (const node of slide.children) {
    if (node.type === 'definition' || node.type === 'footnoteDefinition' || node.type === 'html') continue
    const text = wordsOf(node).replace(/\s+/g, ' ').trim()
    if (text !== '') return text.length > 48 ? text.slice(0, 48).replace(/\s+\S*$/, '') : text
  }
  return ''
}

/** Its text, blocks parted by spaces. */
function wordsOf(node: RootContent): string {
  const nested = ['blockquote', 'list', 'listItem', 'container', 'table', 'tableRow'].includes(node.type)
  return nested && 'children' in node
    ? (node.children as RootContent[]).map(wordsOf).join(' ')
    : toString(node, { includeHtml: false })
}

const withoutPlaces = (key: string, value: unknown) =>
  key === 'position' || key === 'lines' ? undefined : value

/**
 * Gives each slide its slug: of its `{#id}`, else of its title by GitHub's rules (letters of every script stay), else
 * of its first words, else of a hash of what it is. A slug of digits alone gets the prefix `s-`, since `#/3` is a
 * slide's number; the second of a name gets `-1`… by GitHub's rules made `-2`.
 */
export class Slugs {
  /** The pages' own ids are taken from the start. */
  private readonly taken = new Set<string>([MANIFEST_ID, OUTLINE_ID, REVIEW_DATA_ID, SPEAKER_DATA_ID])

  /** The count that a name is tried with next: thousands of one name are not counted through anew. */
  private readonly next = new Map<string, number>()

  /** Takes an id that the author fixed; false where it is taken. */
  fix(id: string): boolean {
    if (this.taken.has(id)) return false
    this.taken.add(id)
    return true
  }

  /** The slug of a title, made unique. */
  of(title: string): string {
    let base = githubSlug(title.trim())
      .replace(/^-+|(?<!-)-+$/g, '')
      .slice(0, 80)
    if (base === '') base = 'slide'
    if (/^\d+$/.test(base)) base = `s-${base}`
    let slug = base
    let count = this.next.get(base) ?? 2
    while (this.taken.has(slug)) slug = `${base}-${count++}`
    this.next.set(base, count)
    this.taken.add(slug)
    return slug
  }
}
