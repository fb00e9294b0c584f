/** The pipeline on one page: 1 parse, 2 outline, directives, 3 transform, 4 render. Pure: text in, HTML out. */
import type { Root } from 'mdast'
import { VFile } from 'vfile'
import { parse } from './1-parse/parse.ts'
import { outline } from './2-outline/outline.ts'
import { transforms } from './3-transform/index.ts'
import { render } from './4-render/render.ts'
import type { Compiled, CompileOptions } from './compiled.ts'
import type { Context } from './context.ts'
import { TRUSTED_END, TRUSTED_START } from './deck.ts'
import type { Deck, DeckFacts } from './deck.ts'
import { report } from './diagnostics.ts'
import { runDirectives } from './directives/run-directives.ts'
import type { Host } from './host.ts'

/**
 * Compiles one deck. Whatever the source is, it gives a deck: an author's mistake is a message and something visible
 * in place; a transform that fails by our own fault is left out with an `internal` message.
 */
export async function compile(source: string, host: Host, options: CompileOptions): Promise<Compiled> {
  const file = new VFile({ path: options.path, value: source })
  const { deck, facts } = read(file, options)
  const trusted: string[] = []
  const context = createContext(file, host, facts, options, trusted)
  for (const transform of [runDirectives, ...transforms]) {
    try {
      await transform(deck, context)
    } catch (cause) {
      report(file, 'internal', undefined, `The step \`${transform.name}\` failed: ${String(cause)}`, {
        cause,
      })
    }
  }
  return render(deck, context, { name: options.name, trusted })
}

/** Stages 1 and 2. A source that breaks them (nesting thousands deep) is shown as it is written. */
function read(file: VFile, options: CompileOptions): { deck: Deck; facts: DeckFacts } {
  try {
    const { root, facts } = parse(file, options.defaults)
    return { deck: outline(root, facts, file), facts }
  } catch (cause) {
    report(file, 'internal', undefined, `The deck could not be read: ${String(cause)}`, { cause })
    const { facts } = parse(new VFile({ path: file.path, value: '' }), options.defaults)
    const root: Root = { type: 'root', children: [{ type: 'code', value: String(file.value) }] }
    return { deck: outline(root, facts, file), facts }
  }
}

function createContext(
  file: VFile,
  host: Host,
  facts: DeckFacts,
  options: CompileOptions,
  trusted: string[],
): Context {
  return {
    file,
    host,
    facts,
    trustHtml: options.trustHtml ?? false,
    report: (rule, place, reason, more) => void report(file, rule, place, reason, more),
    trusted: (html) => ({ type: 'text', value: `${TRUSTED_START}${trusted.push(html) - 1}${TRUSTED_END}` }),
  }
}
