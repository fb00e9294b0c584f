/** Small helpers of the page writers: escaping, attributes, the parts that every page has. */
import { SITE_ROOT } from '../../compiler/deck.ts'
import type { DeckFacts } from '../../compiler/deck-facts.ts'
import { DECK_STYLE_ID } from '../../shared/markup.ts'
import { policyMeta, type PolicyExtras } from './policy.ts'
import type { PageUrls } from './urls.ts'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Escapes text for element content and for attribute values in double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character]!)
}

/** ` name="value" …`; a value of `''` gives the bare name, undefined leaves the attribute out. */
export function attributesHtml(attributes: Record<string, string | undefined>): string {
  let html = ''
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) continue
    html += value === '' ? ` ${name}` : ` ${name}="${escapeHtml(value)}"`
  }
  return html
}

/** JSON that may stand inside a `<script>`. */
export function scriptJson(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}

/** Puts the page's way to the site's root in front of every site-relative URL. */
export function resolveSiteUrls(html: string, root: string): string {
  return html.replaceAll(SITE_ROOT, root)
}

/** ` nonce="…"` for a script of the page itself. */
export function nonceHtml({ policy }: PageUrls): string {
  return policy ? ` nonce="${policy.nonce}"` : ''
}

/** What single pages have in their head beside the rest. */
export interface HeadExtras extends PolicyExtras {
  /** The deck's own style sheet. */
  style?: string
}

/** The element is there without a sheet, too: the preview fills it when there is one. */
function styleHtml(style: string, urls: PageUrls): string {
  return `<style id="${DECK_STYLE_ID}">${resolveSiteUrls(style, urls.root)}</style>\n`
}

/** The `<head>` of a page. No `maximum-scale`: people may zoom. */
export function headHtml(
  facts: Pick<DeckFacts, 'title' | 'description' | 'authors' | 'keywords'>,
  urls: PageUrls,
  { style = '', ...extras }: HeadExtras = {},
): string {
  const meta = (name: string, content: string): string =>
    content ? `<meta name="${name}" content="${escapeHtml(content)}">\n` : ''
  // What a link shows where it is posted: https://ogp.me
  const property = (name: string, content: string): string =>
    content ? `<meta property="og:${name}" content="${escapeHtml(content)}">\n` : ''
  return [
    '<meta charset="utf-8">\n',
    urls.policy ? policyMeta(urls.policy, extras) : '',
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
    `<title>${escapeHtml(facts.title)}</title>\n`,
    meta('description', facts.description),
    meta('author', facts.authors.join(', ')),
    meta('keywords', facts.keywords.join(', ')),
    property('title', facts.title),
    property('description', facts.description),
    property('type', 'website'),
    '<meta name="generator" content="Lectern">\n',
    '<meta name="color-scheme" content="light dark">\n',
    ...urls.styles.map((href) => `<link rel="stylesheet" href="${escapeHtml(href)}">\n`),
    styleHtml(style, urls),
    ...urls.scripts.map((src) => `<script defer${nonceHtml(urls)} src="${escapeHtml(src)}"></script>\n`),
  ].join('')
}
