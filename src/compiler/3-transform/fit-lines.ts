/** Lines as large as there is room for: `:::fit` around blocks, `{.fit}` or `{fit}` on one. */
import type { RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { boxOf } from '../box-of.ts'
import type { Box, Deck } from '../deck.ts'
import { replaceNodes, slidesOf } from '../walk.ts'

/**
 * Each such heading or paragraph gets a `div.fit-line` around it, with `--ems`, about how wide its text is in its own
 * type size: styles make the type that large, and the page measures it exactly.
 */
export function fitLines(deck: Deck): void {
  for (const slide of slidesOf(deck)) {
    replaceNodes(slide, (node) => {
      if (node.type === 'box' && classesOf(node).includes('fit')) {
        node.children = node.children.map((child) => (isLine(child) ? lineOf(child) : child))
        return [node]
      }
      const attributes = isLine(node) ? node.data?.attributes : undefined
      if (!attributes || !(attributes.classes.includes('fit') || 'fit' in attributes.values)) return undefined
      const { fit: _, ...values } = attributes.values
      const classes = attributes.classes.filter((name) => name !== 'fit')
      node.data = { ...node.data, attributes: { ...attributes, classes, values } }
      return [lineOf(node)]
    })
  }
}

function classesOf(box: Box): readonly unknown[] {
  const { className } = box.data?.hProperties ?? {}
  return Array.isArray(className) ? className : []
}

function isLine(node: RootContent): boolean {
  return node.type === 'paragraph' || node.type === 'heading'
}

function lineOf(node: RootContent): Box {
  const ems = [...toString(node)].reduce((sum, character) => sum + widthOf(character), 0)
  return boxOf('fit-line', [node], {
    style: `--ems:${Math.max(1, Math.round(ems * 10) / 10)}`,
    position: node.position,
  })
}

/** Roughly, in em, as headings of any type have it. */
function widthOf(character: string): number {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(character)) return 1
  if (/[ijlt.,:;'’!|()[\]]/.test(character)) return 0.31
  if (/[mwMW—…]/.test(character)) return 0.86
  if (/\s/.test(character)) return 0.25
  return /\p{Lu}/u.test(character) ? 0.67 : 0.53
}
