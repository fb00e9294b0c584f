/** Joins opening and closing lines of containers into `container` nodes. */
import type { RootContent } from 'mdast'
import type { VFile } from 'vfile'
import { mergeAttributes, noAttributes } from '../attributes.ts'
import type { Container, ContainerFence } from '../deck.ts'
import { report } from '../diagnostics.ts'

interface Frame {
  fence: ContainerFence
  children: RootContent[]
}

/**
 * More headings than this in one container mean that its closing line was forgotten and another one was met. Notes hold
 * none, since what they swallow nobody would see.
 */
const MOST_HEADINGS = 3

/** Nobody nests this deep; it keeps every walk over the tree from running out of stack. */
const DEEPEST = 40

/**
 * Joins the fences among siblings. A closing line closes the innermost open container of exactly its size, else the
 * innermost not larger, else the innermost. At the deck's own level a `---` ends all that is open. Where a closing line
 * is missing, so does every heading of a slide that does not itself begin a container: a forgotten line cannot swallow
 * the deck. Reports `container-unclosed` at the opening and `container-stray` at a closing line that pairs with nothing.
 */
export function nestContainers(nodes: RootContent[], file: VFile, atRoot: boolean): RootContent[] {
  if (!nodes.some((node) => node.type === 'containerFence')) return nodes
  const source = String(file.value)
  const trusting = join(nodes, source, atRoot, false)
  const { result, unclosed, stray } =
    atRoot && trusting.unclosed.length > 0 ? join(nodes, source, true, true) : trusting
  for (const fence of unclosed) {
    report(file, 'container-unclosed', fence.position, `\`${fence.value.trim()}\` is never closed`)
  }
  for (const fence of stray)
    report(file, 'container-stray', fence, `This \`${fence.value.trim()}\` closes nothing`)
  return result
}

interface Joined {
  result: RootContent[]
  unclosed: ContainerFence[]
  stray: ContainerFence[]
}

/** `wary`: a heading of a slide ends what is open. */
function join(nodes: RootContent[], source: string, atRoot: boolean, wary: boolean): Joined {
  const joined: Joined = { result: [], unclosed: [], stray: [] }
  const frames: Frame[] = []
  const into = () => frames.at(-1)?.children ?? joined.result
  const finish = (closer?: ContainerFence) => {
    const frame = frames.pop()
    if (!frame) return
    const most = frame.fence.name === 'notes' ? 0 : MOST_HEADINGS
    if (!closer || (atRoot && headings(frame.children) > most)) joined.unclosed.push(frame.fence)
    into().push(containerOf(frame.fence, frame.children, closer))
  }
  const finishAll = () => {
    while (frames.length > 0) finish()
  }
  for (const node of nodes) {
    if (node.type === 'containerFence' && node.kind === 'open') {
      if (frames.length < DEEPEST) frames.push({ fence: node, children: [] })
      else joined.unclosed.push(node)
    } else if (node.type === 'containerFence') {
      const match = matching(frames, node.size)
      if (match < 0) {
        joined.stray.push(node)
        continue
      }
      while (frames.length > match + 1) finish()
      finish(node)
    } else if (atRoot && isSlideBreak(node, source)) {
      finishAll()
      joined.result.push(node)
    } else if (node.type === 'slideAttributes') joined.result.push(node)
    else {
      if (wary && isSlideHeading(node) && into().length > 0) finishAll()
      into().push(node)
    }
  }
  finishAll()
  return joined
}

function matching(frames: Frame[], size: number): number {
  const exact = frames.findLastIndex((frame) => frame.fence.size === size)
  if (exact >= 0) return exact
  const smaller = frames.findLastIndex((frame) => frame.fence.size <= size)
  return smaller >= 0 ? smaller : frames.length - 1
}

function containerOf(fence: ContainerFence, children: RootContent[], closer?: ContainerFence): Container {
  const { name, label } = fence
  const attributes = mergeAttributes(fence.attributes, closer?.data?.attributes ?? noAttributes())
  const end = closer?.position?.end ?? children.at(-1)?.position?.end
  const position = fence.position && { start: fence.position.start, end: end ?? fence.position.end }
  return { type: 'container', name, label, attributes, children, position }
}

/** Headings that may have begun a slide; one that opens the container was meant to be in it. */
function headings(children: RootContent[]): number {
  return children.filter((node, index) => index > 0 && isSlideHeading(node)).length
}

function isSlideHeading(node: RootContent): boolean {
  return node.type === 'heading' && node.depth <= 2
}

function isSlideBreak(node: RootContent, source: string): boolean {
  if (node.type !== 'thematicBreak' || !node.position) return false
  return source.slice(node.position.start.offset, node.position.end.offset).trim() === '---'
}
