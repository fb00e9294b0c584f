/** `![](sky.jpg){.bg}`: an image that lies behind its slide. */
import type { Image, RootContent } from 'mdast'
import type { Parent } from 'unist'
import type { Deck, Slide } from '../deck.ts'
import { slidesOf } from '../walk.ts'

/**
 * Takes each image of class `bg` off its slide and puts it behind: `size=contain` and `opacity=0.3` say how. What the heading
 * says about the background wins; of several images the first is taken.
 */
export function backgroundImages(deck: Deck): void {
  for (const slide of slidesOf(deck)) take(slide, slide)
}

function take(parent: Parent, slide: Slide): void {
  const kept: RootContent[] = []
  for (const node of parent.children as RootContent[]) {
    if (node.type === 'image' && node.data?.attributes?.classes.includes('bg')) setBackground(slide, node)
    else {
      if ('children' in node) take(node as Parent, slide)
      if (
        node.type !== 'paragraph' ||
        node.children.some((child) => child.type !== 'text' || child.value.trim() !== '')
      )
        kept.push(node)
    }
  }
  ;(parent as { children: RootContent[] }).children = kept
}

function setBackground(slide: Slide, { url, data }: Image): void {
  const { size, opacity } = data?.attributes?.values ?? {}
  const { values } = slide.attributes
  if ('background' in values || 'background-image' in values) return
  slide.attributes.values = {
    'background-image': url,
    ...(size !== undefined && { 'background-size': size }),
    ...(opacity !== undefined && { 'background-opacity': opacity }),
    ...values,
  }
}
