/** HTML comments: notes, Reveal's `.slide` and `.element`, and nothing else of them is shown. */
import type { Html, Parent, RootContent } from 'mdast'
import type { Position } from 'unist'
import type { VFile } from 'vfile'
import { mergeAttributes, noAttributes } from '../attributes.ts'
import type { Attributes, Notes, SlideAttributes } from '../deck.ts'
import { report } from '../diagnostics.ts'

/** `<!-->` and `<!--->` are whole comments (CommonMark 0.31 §6.6). */
const COMMENT = /<!--(?:-?>|([\s\S]*?)(-->|$))/g
const PAIR = /([\w:@.-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g

export interface Comments {
  /** Reads Markdown that begins on a line of the deck. */
  parse(markdown: string, line: number): RootContent[]
  file: VFile
  /** `.slide` comments found below the deck's own level. */
  slides: SlideAttributes[]
}

/**
 * Takes the comments out of a parent's HTML nodes. `<!-- notes: … -->` becomes `notes`; `<!-- .slide: … -->`
 * `slideAttributes`; `<!-- .element: … -->` on a line of its own binds to the block above, at the end of a line to that
 * block (to a list item through `attach-attributes.ts`). Reports `reveal-comment`, and `comment-unclosed`, since such a
 * comment hides the rest of the deck.
 */
export function takeComments(parent: Parent, atRoot: boolean, comments: Comments): void {
  if (!parent.children.some((node) => node.type === 'html' && node.value.includes('<!--'))) return
  const result: RootContent[] = []
  for (const node of parent.children) {
    if (node.type !== 'html' || !node.value.includes('<!--')) {
      result.push(node)
      continue
    }
    const before = node.value
    node.value = before.replace(COMMENT, (whole, body: string | undefined, end: string, offset: number) => {
      if (body === undefined) return ''
      if (end === '')
        report(
          comments.file,
          'comment-unclosed',
          node,
          'This comment is never closed and hides all that follows',
        )
      readComment(body, lineOf(node, before.slice(0, offset)), node, parent, result, atRoot, comments)
      return whole.includes('\n') ? '\n' : ''
    })
    if (node.value.trim() !== '') result.push(node)
  }
  const last = result.at(-1)
  if (last?.type === 'text') last.value = last.value.trimEnd()
  parent.children = result
}

function lineOf(node: Html, before: string): number {
  return (node.position?.start.line ?? 1) + before.split('\n').length - 1
}

function readComment(
  body: string,
  line: number,
  node: Html,
  parent: Parent,
  result: RootContent[],
  atRoot: boolean,
  comments: Comments,
): void {
  const notes = /^\s*(?:speaker[ -]?)?notes?:/i.exec(body)
  if (notes) {
    const skipped = notes[0].split('\n').length - 1
    const children = comments.parse(body.slice(notes[0].length), line + skipped)
    const made: Notes = { type: 'notes', children, position: node.position }
    result.push(made)
    return
  }
  const reveal = /^\s*\.(slide|element)\s*:?([\s\S]*)$/.exec(body)
  if (!reveal) return
  const attributes = parsePairs(reveal[2] ?? '')
  if (!attributes) {
    report(comments.file, 'reveal-comment', node, `\`<!--${body}-->\` names no attribute`)
    return
  }
  if (reveal[1] === 'slide') {
    const made: SlideAttributes = { type: 'slideAttributes', attributes, position: node.position }
    if (atRoot) result.push(made)
    else comments.slides.push(made)
    return
  }
  bind(attributes, parent, result, node.position, atRoot, comments)
}

function bind(
  attributes: Attributes,
  parent: Parent,
  before: RootContent[],
  place: Position | undefined,
  atRoot: boolean,
  comments: Comments,
): void {
  const block = parent.type === 'paragraph' || parent.type === 'heading' || parent.type === 'tableCell'
  const above = before.at(-1)
  if (atRoot && (!above || above.type === 'thematicBreak' || above.type === 'slideAttributes')) {
    // Reveal binds what stands first on a slide to the slide.
    before.push({ type: 'slideAttributes', attributes, position: place })
    return
  }
  const target = block ? (onlyOne(before) ?? (parent as RootContent)) : onlyImage(above)
  if (!target) {
    report(comments.file, 'reveal-comment', place, 'This comment stands after nothing that it could describe')
    return
  }
  target.data = { ...target.data, attributes: mergeAttributes(target.data?.attributes, attributes) }
}

/** The one element of a paragraph that has nothing beside it: an image with its `.element` comment. */
function onlyOne(nodes: RootContent[]): RootContent | undefined {
  const shown = nodes.filter(
    (node) => node.type !== 'break' && !(node.type === 'text' && node.value.trim() === ''),
  )
  return shown.length === 1 && shown[0]?.type === 'image' ? shown[0] : undefined
}

function onlyImage(node: RootContent | undefined): RootContent | undefined {
  return node?.type === 'paragraph' ? (onlyOne(node.children) ?? node) : node
}

/** HTML's attribute spelling: `class="a b" data-x=1`. Undefined where there is none. */
function parsePairs(text: string): Attributes | undefined {
  const attributes = noAttributes()
  let found = false
  for (const match of text.matchAll(PAIR)) {
    const value = match[2] ?? match[3] ?? match[4] ?? ''
    const key = match[1] as string
    found = true
    if (key === 'class') attributes.classes.push(...value.split(/\s+/).filter(Boolean))
    else if (key === 'id') attributes.id = value
    else attributes.values[key] = value
  }
  return found ? attributes : undefined
}
