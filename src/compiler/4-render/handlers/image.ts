import type { Element } from 'hast'
import type { Image } from 'mdast'
import type { State } from 'mdast-util-to-hast'

const VIDEO = /\.(?:mp4|m4v|webm|ogv|mov)(?:[?#]|$)/i
const AUDIO = /\.(?:mp3|m4a|ogg|oga|opus|wav|flac|aac)(?:[?#]|$)/i

/**
 * `![words](file.png){lightbox}`, and films and sounds in the same spelling: `![words](film.mp4){autoplay muted loop}`.
 *
 * Yields `<img>`; `<a class="lightbox" href=FILE><img></a>`; `<video>` or `<audio>` with controls unless `controls=false`.
 * `autoplay` is Reveal's `data-autoplay`: it starts with its slide.
 */
export function image(state: State, node: Image): Element {
  const made = render(node)
  // A file that is missing is told where it is written.
  const picture = made.children[0]
  if (picture?.type === 'element') state.patch(node, picture)
  state.patch(node, made)
  return made
}

function render(node: Image): Element {
  if (VIDEO.test(node.url)) return player('video', node)
  if (AUDIO.test(node.url)) return player('audio', node)
  const picture = element('img', {
    src: node.url,
    alt: node.alt ?? '',
    ...(node.title && { title: node.title }),
  })
  const { attributes } = node.data ?? {}
  if (!attributes || !('lightbox' in attributes.values || attributes.classes.includes('lightbox')))
    return picture
  return element('a', { href: node.url, className: ['lightbox'] }, [picture])
}

function player(tagName: 'video' | 'audio', node: Image): Element {
  const { attributes } = node.data ?? {}
  const { autoplay, controls, ...values } = attributes?.values ?? {}
  if (attributes) {
    const starts = autoplay !== undefined && autoplay !== 'false'
    node.data = {
      ...node.data,
      attributes: { ...attributes, values: { ...values, ...(starts && { 'data-autoplay': '' }) } },
    }
  }
  return element(tagName, {
    src: node.url,
    controls: controls !== 'false',
    preload: 'metadata',
    ...(tagName === 'video' && { playsInline: true }),
    ...(node.alt && { ariaLabel: node.alt }),
    ...(node.title && { title: node.title }),
  })
}

function element(tagName: string, properties: Element['properties'], children: Element[] = []): Element {
  return { type: 'element', tagName, properties, children }
}
