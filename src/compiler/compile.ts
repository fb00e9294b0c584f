/** The pipeline on one page: 1 parse, 2 outline, directives, 3 transform, 4 render. Pure: text in, HTML out. */
import type { Root } from 'mdast'
import type { Point } from 'unist'
import { VFile } from 'vfile'
import { parse } from './1-parse/parse.ts'
import { outline } from './2-outline/outline.ts'
import { transforms } from './3-transform/index.ts'
import { settleReferences } from './3-transform/settle-references.ts'
import { render } from './4-render/render.ts'
import type { Compiled, CompileOptions } from './compiled.ts'
import type { Context, Transform } from './context.ts'
import { TRUSTED_END, TRUSTED_START } from './deck.ts'
import type { Deck } from './deck.ts'
import type { DeckFacts } from './deck-facts.ts'
import { report, rules, withSeverities, type Severity } from './diagnostics.ts'
import { runDirectives } from './directives/run-directives.ts'
import type { Host } from './host.ts'
import { fitting } from './fit/fit.ts'
import { expandIncludes, type Included } from './include.ts'
import { lintDeck } from './lint/lint-deck.ts'
import { lintSource } from './lint/lint-source.ts'
import { deckStyle } from './look/deck-style.ts'
import { PluginRunner } from './plugin-runner.ts'

/**
 * Compiles one deck. Whatever the source is, it gives a deck: an author's mistake is a message and something visible
 * in place; a transform that fails by our own fault is left out with an `internal` message.
 */
export async function compile(source: string, host: Host, options: CompileOptions): Promise<Compiled> {
  const readPart = (path: string): string | undefined => {
    const text = host.read(path)
    return text === undefined ? undefined : withLineEnds(text)
  }
  const included = expandIncludes(withLineEnds(source), options.path, readPart)
  const file = new VFile({ path: options.path, value: included.text })
  const { root, facts, body } = read(file, options)
  const trusted: string[] = []
  const context = createContext(file, host, facts, options, trusted, included)
  const plugins = new PluginRunner(options.plugins ?? [], context)
  lintSource(root, body, file)
  await plugins.remark(root)
  const deck = cut(root, facts, file)
  const directives: Transform = (cutDeck) => runDirectives(cutDeck, context, plugins.directives)
  for (const transform of [directives, ...transforms, lintDeck]) {
    try {
      await transform(deck, context)
    } catch (cause) {
      report(file, 'internal', undefined, `The step \`${transform.name}\` failed: ${String(cause)}`, {
        cause,
      })
    }
  }
  const { style, assets } = deckStyle(context)
  const rendered = render(deck, context, {
    name: options.name,
    trusted,
    plugins,
    fit: fitting(deck, context),
    settle: (parted) => settleReferences(parted, context),
  })
  const used = [...new Set([...rendered.assets, ...assets])]
  return placed({ ...rendered, style, assets: used }, options, included)
}

/** A lone carriage return ends a line in Markdown; written as a line feed it does so for all that count lines. */
function withLineEnds(text: string): string {
  return text.replace(/\r(?!\n)/g, '\n')
}

/** Messages with the project's severities, by the file and line where their author wrote what they are about. */
function placed(compiled: Compiled, options: CompileOptions, { origin }: Included): Compiled {
  compiled.messages = withSeverities(compiled.messages, options.rules ?? {})
  for (const message of compiled.messages) {
    if (message.line === undefined || message.file !== options.path) continue
    const { file, line } = origin(message.line)
    if (file === message.file && line === message.line) continue
    Object.assign(message, { file, line, place: { line, column: message.column ?? 1 } })
    // How it begins when it is printed.
    message.name = `${file}:${line}:${message.column ?? 1}`
  }
  return compiled
}

/** Stage 1. A source that breaks it (nesting thousands deep) is shown as it is written. */
function read(file: VFile, options: CompileOptions): { root: Root; facts: DeckFacts; body: string } {
  try {
    return inTheme(options.theme, parse(file, options.defaults))
  } catch (cause) {
    report(file, 'internal', undefined, `The deck could not be read: ${String(cause)}`, { cause })
    const { facts } = parse(new VFile({ path: file.path, value: '' }), options.defaults)
    return inTheme(options.theme, { root: asCode(file), facts, body: '' })
  }
}

function inTheme<T extends { facts: DeckFacts }>(theme: string | undefined, read: T): T {
  return theme === undefined ? read : { ...read, facts: { ...read.facts, theme } }
}

/** Stage 2, with the same care. */
function cut(root: Root, facts: DeckFacts, file: VFile): Deck {
  try {
    return outline(root, facts, file)
  } catch (cause) {
    report(file, 'internal', undefined, `The deck could not be cut into slides: ${String(cause)}`, { cause })
    return outline(asCode(file), facts, file)
  }
}

function asCode(file: VFile): Root {
  return { type: 'root', children: [{ type: 'code', value: String(file.value) }] }
}

/** Line and column of a character. */
function pointAt(text: string, offset: number): Point {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1, offset }
}

function createContext(
  file: VFile,
  host: Host,
  facts: DeckFacts,
  options: CompileOptions,
  trusted: string[],
  included: Included,
): Context {
  const tell =
    (about: VFile): Context['report'] =>
    (rule, place, reason, more) => {
      // What is off by itself is told where the project asks for it.
      const severity = more?.severity ?? (rules[rule].severity as Severity | 'off')
      const asked = severity === 'off' ? options.rules?.[rule] : severity
      if (!asked || asked === 'off') return
      const message = report(about, rule, place, reason, { ...more, severity: asked })
      if (about !== file) file.messages.push(message)
    }
  const folder = options.path.slice(0, options.path.lastIndexOf('/') + 1)
  const fileBeside = (path: string, text: string): VFile => new VFile({ path: folder + path, value: text })
  return {
    file,
    host,
    included,
    facts,
    trustHtml: options.trustHtml ?? false,
    iframeHosts: options.iframeHosts ?? [],
    report: tell(file),
    reportIn(path, text) {
      return { report: tell(fileBeside(path, text)), at: (offset) => pointAt(text, offset) }
    },
    parsePart(path, text) {
      const part = fileBeside(path, text)
      const { root } = parse(part)
      for (const message of part.messages) file.messages.push(message)
      return { root, report: tell(part) }
    },
    trusted(html) {
      // A mark in it would be taken for one of ours.
      const index = trusted.push(html.replace(/[\uFDD1-\uFDEF]/g, '\uFFFD')) - 1
      return { type: 'text', value: `${TRUSTED_START}${index}${TRUSTED_END}` }
    },
  }
}
