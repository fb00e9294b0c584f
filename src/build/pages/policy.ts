/** The Content-Security-Policy of a page: what it needs to run and to show, and nothing else. */
import { createHash } from 'node:crypto'
import type { Compiled } from '../../compiler/compiled.ts'

export interface PagePolicy {
  /** Marks the page's own scripts. */
  nonce: string
  /** Origins of foreign images and media that the decks show: `https://example.org`. */
  media: readonly string[]
  /** Origins of foreign pages that may stand in frames. */
  frames: readonly string[]
  /** The project vouches for the deck's HTML, scripts included. */
  trusted: boolean
}

/** Adds what single pages need beside the rest: `'self'` for the previews of the speaker view, and for the print page that the lecture prints. */
export interface PolicyExtras {
  ownFrames?: boolean
}

/** The page's own folder. By the standard's words `'self'` names nothing where a page is opened from disk. */
const OWN = "'self' file:"

/**
 * The policy of a page that shows `decks`. Its nonce is a digest of all that the decks bring: a deck that wanted to
 * name it would change it by that, and the same decks always give the same page.
 */
export function policyOf(decks: readonly Compiled[], trusted = false): PagePolicy {
  const hash = createHash('sha256')
  const media = new Set<string>()
  const frames = new Set<string>()
  for (const { facts, manifest, slides } of decks) {
    hash.update(JSON.stringify([facts, manifest]))
    for (const { html, notes, attributes } of slides) {
      hash.update(JSON.stringify([html, notes, attributes]))
      collect(html, media, frames)
      collect(notes, media, frames)
      for (const [name, value] of Object.entries(attributes)) {
        if (name.startsWith('data-background')) originsIn(value, name.endsWith('iframe') ? frames : media)
      }
    }
  }
  const nonce = hash.digest('base64url').slice(0, 32)
  return { nonce, media: [...media].sort(), frames: [...frames].sort(), trusted }
}

/** The `<meta>` that must stand before all that it governs. */
export function policyMeta(
  { nonce, media, frames, trusted }: PagePolicy,
  { ownFrames }: PolicyExtras = {},
): string {
  const scripts = trusted ? `${OWN} 'unsafe-inline' https:` : `'nonce-${nonce}'`
  const framed = [...(ownFrames ? [OWN] : []), ...frames, ...(trusted ? ['https:'] : [])]
  const shown = [OWN, 'data:', ...(trusted ? ['https:', 'blob:'] : media)].join(' ')
  const directives = {
    'default-src': "'none'",
    'script-src': scripts,
    // Formulas and drawings are full of style attributes.
    'style-src': `${OWN} 'unsafe-inline'${trusted ? ' https:' : ''}`,
    'font-src': `${OWN} data:${trusted ? ' https:' : ''}`,
    'img-src': shown,
    'media-src': shown,
    'frame-src': framed.join(' ') || "'none'",
    'connect-src': trusted ? `${OWN} https:` : "'none'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
  }
  const content = Object.entries(directives).map(([name, value]) => `${name} ${value}`)
  return `<meta http-equiv="Content-Security-Policy" content="${content.join('; ')}">\n`
}

const TAG = /<([a-z][a-z0-9-]*)\b((?:[^>"]|"[^"]*")*)>/gi
const URL_ATTRIBUTE = /\s(?:src|data-src|srcset|poster|style|data-background[\w-]*)="([^"]*)"/gi

function collect(html: string, media: Set<string>, frames: Set<string>): void {
  if (!/https?:\/\//i.test(html)) return
  for (const [, name = '', attributes = ''] of html.matchAll(TAG)) {
    for (const [, value = ''] of attributes.matchAll(URL_ATTRIBUTE))
      originsIn(value, name.toLowerCase() === 'iframe' ? frames : media)
  }
}

/** Only plain host names pass: `*` and what ends a directive would say more than one host. */
function originsIn(value: string, into: Set<string>): void {
  for (const [written] of value.matchAll(/https?:\/\/[^\s"'<>()\\,]+/gi)) {
    if (!URL.canParse(written)) continue
    const { protocol, hostname, port } = new URL(written)
    if (/^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/.test(hostname))
      into.add(`${protocol}//${hostname}${port && `:${port}`}`)
  }
}
