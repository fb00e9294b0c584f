/** Header, footer and logo: what stands on every slide. */
import type { Image, Paragraph, RootContent } from 'mdast'
import type { Context } from '../context.ts'
import type { Box, Deck, Slide } from '../deck.ts'
import { slidesOf } from '../walk.ts'

/** Slides that are a picture of their own. */
const bare = new Set(['title', 'full'])

/**
 * `header:`, `footer:` and `logo:` of the deck, `header=…` and `footer=…` of a slide (`none` takes it away). Adds
 * `<header class="slide-header">`, `<footer class="slide-footer">` and `<div class="slide-logo"><img>` after the content, each of class `furniture`.
 */
export function furniture(deck: Deck, { facts }: Context): void {
  for (const slide of slidesOf(deck)) {
    const { header, footer, ...values } = slide.attributes.values
    slide.attributes = { ...slide.attributes, values }
    add(slide, 'header', header ?? facts.header, header !== undefined)
    add(slide, 'footer', footer ?? facts.footer, footer !== undefined)
    if (facts.logo !== '' && !bare.has(slide.layout)) slide.children.push(logo(facts.logo))
  }
}

function add(slide: Slide, name: 'header' | 'footer', text: string, own: boolean): void {
  if (text === '' || text === 'none' || (bare.has(slide.layout) && !own)) return
  const words: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: text }] }
  slide.children.push(piece(name, words, name))
}

/** An image, so that its file is found and told missing as any other. */
function logo(url: string): RootContent {
  const image: Image = {
    type: 'image',
    url,
    alt: '',
    data: { attributes: { classes: [], values: { alt: '' } } },
  }
  return piece('logo', { type: 'paragraph', children: [image] })
}

function piece(name: string, content: Paragraph, hName = 'div'): Box {
  const hProperties = { className: ['furniture', `slide-${name}`] }
  return { type: 'box', children: [content], data: { hName, hProperties } }
}
