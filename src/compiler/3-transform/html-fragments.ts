/** `class="fragment"` in author HTML takes part in the slide's count. */
import type { Html } from 'mdast'
import type { Stepper } from './stepper.ts'

const TAG = /<[a-z][\w-]*\b(?:[^<>"']|"[^"]*"|'[^']*')*>/gi
const CLASS = /\sclass\s*=\s*(?:"([^"]*)"|'([^']*)')/i
const INDEX = /\sdata-fragment-index\s*=\s*["']?(\d+)["']?/i

/** One stepper for each tag of the class; it writes `data-fragment-index` into the tag. */
export function htmlFragments(node: Html): Stepper[] {
  if (!node.value.includes('fragment')) return []
  const steppers: Stepper[] = []
  const indices: number[] = []
  let placed = 0
  const source = node.value
  const isFragment = (tag: string) => {
    const names = CLASS.exec(tag)
    return names !== null && (names[1] ?? names[2] ?? '').split(/\s+/).includes('fragment')
  }
  const write = () => {
    let count = 0
    node.value = source.replace(TAG, (tag) => {
      if (!isFragment(tag)) return tag
      return tag.replace(INDEX, '').replace(/\s*\/?>$/, ` data-fragment-index="${indices[count++] ?? 0}">`)
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
