/** One slide's content: mdast to hast by handlers, author HTML read, files resolved, sanitized, stringified. */
import type { Root as HastRoot } from 'hast'
import type { Root, RootContent } from 'mdast'
import { defaultHandlers, toHast } from 'mdast-util-to-hast'
import type { Handler, Handlers } from 'mdast-util-to-hast'
import type { Node } from 'unist'
import type { Context } from '../context.ts'
import { TRUSTED_END, TRUSTED_START } from '../deck.ts'
import type { Slide } from '../deck.ts'
import type { PluginRunner } from '../plugin-runner.ts'
import { decorate } from './decorate.ts'
import { resolveAsset, resolveAssets } from './assets.ts'
import { handlers } from './handlers/index.ts'
import { plainText, textOfHtml } from './plain-text.ts'
import { readRaw } from './raw-html.ts'
import { sanitizeSlide } from './sanitize.ts'
import { slideHtml } from './to-html.ts'

const TRUSTED = new RegExp(`${TRUSTED_START}(\\d+)${TRUSTED_END}`, 'g')

/** Every handler, with the generic attributes and the fragment state put onto what it gives. */
const decorated: Handlers = decorateAll({ ...defaultHandlers, ...handlers } as Handlers)

function decorateAll(all: Handlers): Handlers {
  return Object.fromEntries(Object.entries(all).map(([type, handler]) => [type, withData(handler)]))
}

function withData(handler: Handler | undefined): Handler {
  return (state, node, parent) => {
    const result = handler?.(state, node, parent)
    const data = (node as Node).data as import('mdast').Data | undefined
    return data && (data.attributes || data.fragment) ? decorate(result, node, state) : result
  }
}

/** Of `## {layout=quote}` the slide has the attributes; an empty line would take room, and be read out as a heading. */
function onlyAttributes(node: RootContent): boolean {
  return node.type === 'heading' && node.children.length === 0 && 'attributes' in (node.data ?? {})
}

export class SlideRenderer {
  /** Site-relative URLs of all assets used so far. */
  readonly assets = new Set<string>()
  private readonly context: Context
  private readonly trusted: readonly string[]
  private readonly plugins: PluginRunner
  private readonly handlers: Handlers

  constructor(context: Context, trusted: readonly string[], plugins: PluginRunner) {
    this.context = context
    this.trusted = trusted
    this.plugins = plugins
    this.handlers = { ...decorated, ...decorateAll(plugins.handlers(handlers)) }
  }

  /** The URL of a file beside the deck, reported where it is missing; undefined for what is no file of ours. */
  resolve(url: string, place: Node): string | undefined {
    return resolveAsset(url, place, this.context, this.assets)
  }

  /** The inner HTML of a slide, and its plain text. */
  render(children: RootContent[], place: Slide): { html: string; text: string } {
    const tree = this.treeOf(children, place)
    const text = this.textIn(plainText(tree)).trim()
    return { html: this.written(tree), text }
  }

  /** The inner HTML of blocks of a slide, or of its notes. */
  renderHtml(children: RootContent[], place: Slide): string {
    return this.written(this.treeOf(children, place))
  }

  private written(tree: HastRoot): string {
    return this.setIn(slideHtml(tree)).trim()
  }

  private treeOf(children: RootContent[], place: Slide): HastRoot {
    const root: Root = { type: 'root', children: children.filter((node) => !onlyAttributes(node)) }
    const options = {
      allowDangerousHtml: true,
      handlers: this.handlers,
      clobberPrefix: '',
      lectern: this.context,
    }
    let tree = toHast(root, options) as HastRoot
    // Before author HTML is read, since reading it drops the places.
    resolveAssets(tree, place, this.context, this.assets)
    const read = readRaw(tree, this.context.file)
    if (read !== tree) {
      tree = read
      resolveAssets(tree, place, this.context, this.assets)
    }
    this.plugins.rehype(tree, place)
    return sanitizeSlide(tree, this.context, place)
  }

  private textIn(text: string): string {
    if (!text.includes(TRUSTED_START)) return text
    return text.replace(TRUSTED, (_, index: string) =>
      this.textIn(textOfHtml(this.trusted[Number(index)] ?? '')),
    )
  }

  private setIn(html: string): string {
    if (!html.includes(TRUSTED_START)) return html
    return html.replace(TRUSTED, (_, index: string) => this.setIn(this.trusted[Number(index)] ?? ''))
  }
}
