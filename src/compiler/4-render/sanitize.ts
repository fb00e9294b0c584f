/** The gate for an author's HTML: a whole slide's tree goes through, what is unsafe goes out and is named. */
import type { Element, Root as HastRoot, RootContent } from 'hast'
import { sanitize } from 'hast-util-sanitize'
import type { Node, Position } from 'unist'
import type { Context } from '../context.ts'
import { droppedElements, htmlSchema } from './html-schema.ts'
import { safeStyle } from './safe-style.ts'

const dropped = new Set(droppedElements.map((name) => name.toLowerCase()))
const urlProperties = [
  'href',
  'src',
  'poster',
  'xLinkHref',
  'srcSet',
  'action',
  'formAction',
  'data',
  'background',
  'cite',
  'longDesc',
  'ping',
] as const

/**
 * Gives the slide's tree without scripts, frames, event handlers, foreign URLs schemes and styles that could leave the
 * slide. Our own classes, `data-*`, ARIA, fragment indices and custom properties pass, and so do the marks of site URLs
 * and of trusted HTML. Reports `html-unsafe` with the line and what went. Where the project trusts the deck's HTML the
 * tree comes back with its `<section>`s renamed and nothing else done.
 */
export function sanitizeSlide(tree: HastRoot, context: Context, slide?: Node): HastRoot {
  renameSections(tree)
  if (context.trustHtml) return tree
  clean(tree, refusing(context, slide?.position))
  return sanitize(tree, htmlSchema) as HastRoot
}

/** Says what went, and of which element. */
type Refuse = (element: Element, reason: string) => void

/** Reports at the element; one that the reader of HTML has opened anew has no place, and gets that of the last before it. */
function refusing(context: Context, around: Position | undefined): Refuse {
  let last = around
  return (element, reason) => {
    last = element.position ?? last
    context.report('html-unsafe', last, reason)
  }
}

/** A section inside a slide would make Reveal take the slide for a stack of slides. */
function renameSections(parent: HastRoot | Element): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue
    if (child.tagName === 'section') child.tagName = 'div'
    renameSections(child)
  }
}

function clean(parent: HastRoot | Element, refuse: Refuse): void {
  parent.children = parent.children.filter((child) => {
    if (child.type !== 'element') return true
    unwrapTemplate(child)
    if (dropped.has(child.tagName.toLowerCase())) {
      refuse(child, `\`<${child.tagName}>\` is not allowed in a deck`)
      return false
    }
    cleanElement(child, refuse)
    clean(child, refuse)
    return true
  }) as RootContent[] & Element['children']
}

/** Vue's `<template>` slots in decks made for Slidev hold text; what is in them is shown. */
function unwrapTemplate(element: Element): void {
  if (element.tagName !== 'template') return
  element.tagName = 'div'
  element.properties = {}
  element.children = [...element.children, ...((element.content?.children ?? []) as Element['children'])]
  delete element.content
}

/** Classes of what comes at a step. */
const STEPPING = new Set(['fragment', 'note-step'])

function cleanElement(element: Element, refuse: Refuse): void {
  const { properties } = element
  const names = Object.keys(properties)
  if (names.length === 0) return
  for (const name of names) {
    if (/^on/i.test(name)) {
      delete properties[name]
      refuse(element, `The event handler \`${name.toLowerCase()}\` is not allowed in a deck`)
    } else if (/^dataPreview|^srcdoc$/i.test(name)) delete properties[name]
    else if (typeof properties[name] === 'string' && isForeignPaint(name, properties[name]))
      delete properties[name]
  }
  for (const name of urlProperties) {
    const value = properties[name]
    if (value === undefined || value === null || urlIsSafe(String(value), name, element.tagName)) continue
    delete properties[name]
    refuse(element, `The URL \`${shorten(String(value))}\` is not allowed in a deck`)
  }
  if (typeof properties.style === 'string') {
    const { style, refused } = safeStyle(properties.style)
    if (style === '') delete properties.style
    else properties.style = style
    if (refused.length > 0)
      refuse(element, `The style \`${shorten(refused.join('; '))}\` is not allowed in a deck`)
  }
  // A tag that only a browser makes sense of may have an index that nobody counted.
  const classes = Array.isArray(properties.className) ? properties.className : []
  if (properties.dataFragmentIndex !== undefined && !classes.some((name) => STEPPING.has(String(name))))
    delete properties.dataFragmentIndex
  // The page finds its own data by these ids.
  if (/^lectern/i.test(String(properties.id ?? ''))) delete properties.id
  if (element.tagName === 'a' && properties.target) properties.rel = ['noopener']
}

/** `fill="url(https://…)"` and its like; a fragment of the same drawing is fine. */
function isForeignPaint(name: string, value: string): boolean {
  if (name === 'style' || name === 'title' || name === 'alt' || /^(?:data|aria)/.test(name)) return false
  return /url\s*\(\s*['"]?\s*(?!#|['"\s])/i.test(value)
}

function urlIsSafe(value: string, name: string, tagName: string): boolean {
  // Browsers skip controls and white space in a scheme.
  // oxlint-disable-next-line no-misleading-character-class
  const url = value
    .replace(/[\u0000-\u0020\u007F-\u00A0\u00AD\u200B-\u200F\u2028-\u202F\u2060\uFEFF]/g, '')
    .toLowerCase()
  if (tagName === 'use') return url.startsWith('#')
  const scheme = /^([^/?#:]*):/.exec(url)?.[1]
  if (scheme === undefined) return !/(?:java|vb)script:|data:text/.test(url) || name === 'href'
  if (scheme === 'data') {
    return (
      /^(?:img|source|video|audio)$/.test(tagName) &&
      /^data:(?:image\/(?:png|gif|jpe?g|webp|avif|svg\+xml)|audio\/|video\/)/.test(url)
    )
  }
  if (name === 'srcSet') return scheme === 'http' || scheme === 'https'
  return ['http', 'https', 'mailto', 'tel', 'doi', 'blob', 'irc', 'ircs', 'xmpp'].includes(scheme)
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
