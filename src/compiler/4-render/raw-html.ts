/** An author's HTML, read as a browser would read it. */
import type { Element, Root } from 'hast'
import { raw } from 'hast-util-raw'
import type { VFile } from 'vfile'

/**
 * The tree with its raw nodes read. References such as `&#xFDD1;` to what the compiler uses as marks become U+FFFD, as
 * they do in Markdown. What the reader itself fails on is shown as it is written.
 */
export function readRaw(tree: Root, file: VFile): Root {
  if (!prepare(tree)) return tree
  try {
    return raw(tree, { tagfilter: false, file }) as Root
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    asText(tree)
    return tree
  }
}

/** Makes the tree fit to be read; whether there is anything to read. */
function prepare(parent: Root | Element): boolean {
  let found = false
  for (const child of parent.children) {
    if (child.type === 'raw') {
      child.value = child.value.replace(/&#(x[\da-f]+|\d+);?/gi, (whole, digits: string) => {
        const code = Number(/^x/i.test(digits) ? `0${digits}` : digits)
        return code >= 0xfdd0 && code <= 0xfdef ? '\uFFFD' : whole
      })
      found = true
    } else if (child.type === 'element' && prepare(child)) found = true
    // The reader wants whole places; transforms know only lines and columns.
    for (const point of [child.position?.start, child.position?.end]) if (point) point.offset ??= 0
  }
  return found
}

function asText(parent: Root | Element): void {
  for (const [index, child] of parent.children.entries()) {
    if (child.type === 'raw') parent.children[index] = { ...child, type: 'text' }
    else if (child.type === 'element') asText(child)
  }
}
