/** Runs what plugins bring, so that one that fails is named and the deck is built without it. */
import type { Root as HastRoot } from 'hast'
import type { Root } from 'mdast'
import { defaultHandlers, type Handler, type Handlers } from 'mdast-util-to-hast'
import type { Context } from './context.ts'
import type { Slide } from './deck.ts'
import type { Directive } from './directives/directive.ts'
import type { CompilerPlugin, PluginTools } from './plugin.ts'

export class PluginRunner {
  private readonly plugins: readonly CompilerPlugin[]
  private readonly context: Context

  constructor(plugins: readonly CompilerPlugin[], context: Context) {
    this.plugins = plugins
    this.context = context
  }

  /** The directives of all plugins, each with its plugin's name. */
  get directives(): Directive[] {
    return this.plugins.flatMap(({ name, directives = [] }) =>
      directives.map((directive) => ({ ...directive, plugin: name })),
    )
  }

  /** Runs every `remark` step over the parsed deck, in the order of the config. */
  async remark(tree: Root): Promise<void> {
    for (const { name, remark = [] } of this.plugins) {
      for (const step of remark) {
        try {
          await step(tree, this.tools(name))
        } catch (cause) {
          this.failed(name, 'a `remark` step', cause)
        }
      }
    }
  }

  /** Runs every `rehype` step over one slide. */
  rehype(tree: HastRoot, slide: Slide): void {
    for (const { name, rehype = [] } of this.plugins) {
      for (const step of rehype) {
        try {
          step(tree, slide, this.tools(name))
        } catch (cause) {
          this.failed(name, `a \`rehype\` step on the slide “${slide.title}”`, cause, slide)
        }
      }
    }
  }

  /** The handlers of all plugins, guarded: where one fails, `own` or mdast-util-to-hast's stands in. */
  handlers(own: Handlers): Handlers {
    const all: Record<string, Handler> = {}
    const known = { ...defaultHandlers, ...own } as Record<string, Handler>
    for (const { name, handlers = {} } of this.plugins) {
      for (const [type, handler] of Object.entries(handlers)) {
        const fallback = all[type] ?? known[type]
        all[type] = this.guarded(name, type, handler as Handler, fallback)
      }
    }
    return all
  }

  private guarded(plugin: string, type: string, handler: Handler, fallback: Handler | undefined): Handler {
    return (state, node, parent) => {
      try {
        return handler(state, node, parent)
      } catch (cause) {
        this.failed(plugin, `its handler of \`${type}\``, cause, node)
        return fallback?.(state, node, parent)
      }
    }
  }

  private tools(plugin: string): PluginTools {
    const { facts, host, report } = this.context
    return {
      facts,
      read: (path) => host.read(path),
      report: (place, reason, options) => report('plugin-message', place, `${plugin}: ${reason}`, options),
    }
  }

  private failed(
    plugin: string,
    where: string,
    cause: unknown,
    place?: Parameters<Context['report']>[1],
  ): void {
    this.context.report(
      'plugin-failed',
      place,
      `The plugin \`${plugin}\` failed in ${where}: ${String(cause)}`,
      {
        cause,
      },
    )
  }
}
