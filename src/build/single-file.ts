/** `--single-file`: a page with its scripts, styles, fonts and images in itself. */
import { readFileSync } from 'node:fs'
import { lookup } from 'mrmime'
import { SITE_ROOT } from '../compiler/deck.ts'
import { LAZY_SCRIPT_TYPE } from '../shared/review.ts'
import type { RuntimeBundle } from './vite/runtime-bundle.ts'

/**
 * Puts everything that `html` takes from `assets/` into it. Scripts move to the end of the body, since an inline
 * script cannot be deferred.
 */
export function inlinePage(html: string, bundle: RuntimeBundle, assets: ReadonlyMap<string, string>): string {
  const at = `${SITE_ROOT}assets/`
  const text = (name: string): string => new TextDecoder().decode(bundle.files.get(name))
  const scripts: string[] = []
  const known = (url: string): string | undefined => {
    const name = url.startsWith(at) ? url.slice(at.length) : ''
    return bundle.files.has(name) ? name : undefined
  }
  const inlined = html
    .replace(/<link\b[^>]*?\bhref="([^"]*)"[^>]*>/g, (tag, url: string) => {
      const name = known(url)
      if (name === undefined) return tag
      return tag.includes('stylesheet')
        ? `<style>${inlineStyle(name, bundle).replaceAll('</style', '<\\/style')}</style>`
        : ''
    })
    .replace(/<script\b[^>]*?\bsrc="([^"]*)"[^>]*><\/script>/g, (tag, url: string) => {
      const name = known(url)
      if (name === undefined) return tag
      const nonce = / nonce="[^"]*"/.exec(tag)?.[0] ?? ''
      scripts.push(`<script${nonce}>${escapeScript(text(name))}</script>`)
      return ''
    })
    .replace(ASSET_URL, (url) => dataOf(url.slice(SITE_ROOT.length), assets) ?? url)
  for (const name of Object.values(bundle.parts ?? {}))
    scripts.push(
      `<script type="${LAZY_SCRIPT_TYPE}" data-src="${at}${name}">${escapeScript(text(name))}</script>`,
    )
  const end = inlined.lastIndexOf('</body>')
  return `${inlined.slice(0, end)}${scripts.join('\n')}\n${inlined.slice(end)}`
}

/** A site URL of an asset in compiled HTML: up to what ends an attribute value, a CSS url or a srcset entry. */
const ASSET_URL = new RegExp(`${SITE_ROOT}assets/[^"'\\s)<>&,]+`, 'g')

function dataOf(url: string, assets: ReadonlyMap<string, string>): string | undefined {
  const file = assets.get(url) ?? assets.get(decodeURI(url))
  return file === undefined ? undefined : dataUri(file, readFileSync(file))
}

/** The style sheet of that name with the fonts and pictures that it names in itself. */
export function inlineStyle(style: string, bundle: RuntimeBundle): string {
  const css = new TextDecoder().decode(bundle.files.get(style))
  return css.replace(/url\((["']?)(?:\.\/)?([^"')]+)\1\)/g, (whole, _quote: string, name: string) => {
    const content = bundle.files.get(name)
    return content ? `url(${dataUri(name, content)})` : whole
  })
}

function dataUri(name: string, content: Uint8Array): string {
  const type = lookup(name) ?? 'application/octet-stream'
  return `data:${type};base64,${Buffer.from(content).toString('base64')}`
}

/** JavaScript in which nothing ends the script element or starts a comment in it. */
export function escapeScript(code: string): string {
  return code.replace(/<(?=!--|\/script|script)/gi, '\\x3C')
}
