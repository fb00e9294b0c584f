/** `class="fragment"` in author HTML takes part in the slide's count. */
import type { Html } from 'mdast'
import type { Stepper } from './stepper.ts'

const TAG = /<[a-z][\w-]*\b(?:[^<>"']|"[^"]*"|'[^']*')*>/gi
const CLASS = /\sclass\s*=\s*(?:"([^"]*)"|'([^']*)')/i
const INDEX = /\sdata-fragment-index\s*=\s*["']?(\d+)["']?/i
const ANY_INDEX = /\sdata-fragment-index(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?/gi

/**
 * One stepper for each tag of the class; it writes `data-fragment-index` into the tag. Tags without the class lose an
 * index that they have; `stray` is called for each.
 */
export function htmlFragments(node: Html, stray: () => void): Stepper[] {
  if (!node.value.includes('fragment')) return []
  const steppers: Stepper[] = []
  const indices: number[] = []
  let placed = 0
  const isFragment = (tag: string) => {
    const names = CLASS.exec(tag)
    return names !== null && (names[1] ?? names[2] ?? '').split(/\s+/).includes('fragment')
  }
  const source = node.value.replace(TAG, (tag) => {
    if (isFragment(tag) || tag.search(ANY_INDEX) < 0) return tag
    stray()
    return tag.replace(ANY_INDEX, '')
  })
  node.value = source
  const write = () => {
    let count = 0
    node.value = source.replace(TAG, (tag) => {
      if (!isFragment(tag)) return tag
      return tag
        .replace(ANY_INDEX, '')
        .replace(/\s*\/?>$/, ` data-fragment-index="${indices[count++] ?? 0}">`)
    })
  }
  for (const [tag] of source.matchAll(TAG)) {
    if (!isFragment(tag)) continue
    const at = steppers.length
    const written = INDEX.exec(tag)
    steppers.push({
      ...(written && { explicit: Number(written[1]) }),
      count: 1,
      set(index) {
        indices[at] = index
        // All are placed in one go; the tags are written once.
        if (++placed === steppers.length) write()
      },
    })
  }
  return steppers
}
