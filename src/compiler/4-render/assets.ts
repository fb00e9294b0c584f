/** Files that slides link to: found through the host, given their URL in the site, reported where they are missing. */
import type { Element, Root } from 'hast'
import type { Node } from 'unist'
import type { Context } from '../context.ts'
import { SITE_ROOT } from '../deck.ts'
import { didYouMean } from '../suggest.ts'

const sources: Readonly<Record<string, readonly string[]>> = {
  img: ['src'],
  video: ['src', 'poster'],
  audio: ['src'],
  source: ['src'],
  track: ['src'],
}

/**
 * Gives every `src`, `poster` and link to a file its site URL, and a link to another deck's file that of its lecture; a
 * missing image becomes a visible box.
 */
export function resolveAssets(tree: Root, place: Node, context: Context, used: Set<string>): void {
  const walk = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type !== 'element') continue
      const keys = sources[child.tagName]
      if (keys)
        for (const key of keys) resolveSource(child, key, child.position ? child : place, context, used)
      else if (child.tagName === 'a') resolveLink(child, context, used)
      walk(child)
    }
  }
  walk(tree)
}

function resolveSource(
  element: Element,
  key: string,
  place: Node,
  context: Context,
  used: Set<string>,
): void {
  const value = element.properties[key]
  if (typeof value !== 'string' || !isLocal(value)) return
  const url = resolveAsset(value, place, context, used)
  if (url !== undefined) {
    element.properties[key] = url
    const asset = context.host.asset(pathOf(value))
    const free = element.properties.width === undefined && element.properties.height === undefined
    if (element.tagName === 'img' && free && asset?.width && asset.height) {
      element.properties.width = asset.width
      element.properties.height = asset.height
    }
  } else if (key === 'src' && element.tagName !== 'source' && element.tagName !== 'track') {
    const { alt, className, id, dataFragmentIndex } = element.properties
    const names = Array.isArray(className) ? className : []
    element.tagName = 'span'
    // Its step stays, so that the slide's count holds.
    element.properties = { id, className: ['asset-missing', ...names], dataFragmentIndex }
    element.children = [{ type: 'text', value: alt ? `${String(alt)} (${pathOf(value)})` : pathOf(value) }]
  } else delete element.properties[key]
}

function resolveLink(element: Element, context: Context, used: Set<string>): void {
  const value = element.properties.href
  if (typeof value !== 'string' || !isLocal(value) || !/\.[A-Za-z0-9]+(?:[?#]|$)/.test(value)) return
  const lecture = context.host.lecture?.(pathOf(value))
  if (lecture !== undefined) {
    const slide = /#\/?(.+)$/.exec(value)?.[1]
    element.properties.href = SITE_ROOT + lecture + (slide === undefined ? '' : `#/${slide}`)
    return
  }
  const asset = context.host.asset(pathOf(value))
  if (!asset) return
  used.add(asset.url)
  element.properties.href = SITE_ROOT + asset.url
}

/** The site URL of a local file; reports `asset-missing`. */
export function resolveAsset(
  url: string,
  place: Node,
  context: Context,
  used: Set<string>,
): string | undefined {
  if (!isLocal(url)) return undefined
  const path = pathOf(url)
  const asset = context.host.asset(path)
  if (!asset) {
    const fix = didYouMean(path, context.host.siblings(), 'Correct the path or add the file beside the deck.')
    context.report('asset-missing', place, `There is no file \`${path}\` beside the deck`, { fix })
    return undefined
  }
  used.add(asset.url)
  return SITE_ROOT + asset.url
}

/** Whether a URL names a file of the project: no scheme, no host, no bare fragment. */
export function isLocal(url: string): boolean {
  return url !== '' && !/^(?:[a-z][a-z0-9+.-]*:|\/\/|#|\uFDD0)/i.test(url)
}

/** The path as the author wrote it, without query and percent-encoding. */
function pathOf(url: string): string {
  const bare = url.replace(/[?#].*$/, '')
  try {
    return decodeURIComponent(bare)
  } catch {
    return bare
  }
}
