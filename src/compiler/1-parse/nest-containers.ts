/** Joins opening and closing lines of containers into `container` nodes. */
import type { RootContent } from 'mdast'
import type { VFile } from 'vfile'
import { mergeAttributes } from '../attributes.ts'
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

/**
 * Joins the fences among siblings. A closing line closes the innermost open container of exactly its size, else the
 * innermost not larger, else the innermost. At the deck's own level a `---` ends all that is open, and a container
 * that is never closed ends before the next heading of a slide, so a forgotten line cannot swallow the deck. Reports
 * `container-unclosed` at the opening and `container-stray` at a closing line that pairs with nothing.
 */
export function nestContainers(nodes: RootContent[], file: VFile, atRoot: boolean): RootContent[] {
  if (!nodes.some((node) => node.type === 'containerFence')) return nodes
  const source = String(file.value)
  const result: RootContent[] = []
  const frames: Frame[] = []
  const into = () => frames.at(-1)?.children ?? result
  const finish = (closed: boolean, closer?: ContainerFence) => {
    const frame = frames.pop()
    if (!frame) return
    const most = frame.fence.name === 'notes' ? 0 : MOST_HEADINGS
    const kept = closed && !(atRoot && headings(frame.children) > most)
    if (!kept) reportUnclosed(frame.fence, file)
    const stop =
      kept || !atRoot ? -1 : frame.children.findIndex((node, index) => index > 0 && isSlideHeading(node))
    const inside = stop < 0 ? frame.children : frame.children.slice(0, stop)
    into().push(containerOf(frame.fence, inside, closer), ...(stop < 0 ? [] : frame.children.slice(stop)))
  }
  for (const node of nodes) {
    if (node.type === 'containerFence' && node.kind === 'open') frames.push({ fence: node, children: [] })
    else if (node.type === 'containerFence') {
      const match = matching(frames, node.size)
      if (match < 0) {
        report(file, 'container-stray', node, `This \`${node.value.trim()}\` closes nothing`)
        continue
      }
      while (frames.length > match + 1) finish(false)
      const frame = frames[match]
      if (frame && node.data?.attributes) {
        frame.fence.attributes = mergeAttributes(frame.fence.attributes, node.data.attributes)
      }
      finish(true, node)
    } else if (atRoot && isSlideBreak(node, source)) {
      while (frames.length > 0) finish(false)
      result.push(node)
    } else if (node.type === 'slideAttributes') result.push(node)
    else into().push(node)
  }
  while (frames.length > 0) finish(false)
  return result
}

function matching(frames: Frame[], size: number): number {
  const exact = frames.findLastIndex((frame) => frame.fence.size === size)
  if (exact >= 0) return exact
  const smaller = frames.findLastIndex((frame) => frame.fence.size <= size)
  return smaller >= 0 ? smaller : frames.length - 1
}

function containerOf(fence: ContainerFence, children: RootContent[], closer?: ContainerFence): Container {
  const { name, label, attributes } = fence
  const end = closer?.position?.end ?? children.at(-1)?.position?.end
  const position = fence.position && { start: fence.position.start, end: end ?? fence.position.end }
  return { type: 'container', name, label, attributes, children, position }
}

function reportUnclosed(fence: ContainerFence, file: VFile): void {
  report(file, 'container-unclosed', fence.position, `\`${fence.value.trim()}\` is never closed`)
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
