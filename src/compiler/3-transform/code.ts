/** Fenced code: its info read, its text highlighted, its line steps counted. */
import type { Code } from 'mdast'
import '../block-data.ts'
import { checkValue } from '../attribute-spec.ts'
import { mergeAttributes } from '../attributes.ts'
import type { Context } from '../context.ts'
import type { Deck } from '../deck.ts'
import type { Place } from '../diagnostics.ts'
import { codeAttributes } from '../known-attributes.ts'
import { flows, slidesOf, walk } from '../walk.ts'
import { lineRanges } from '../line-ranges.ts'
import { didYouMean } from '../suggest.ts'
import { readFenceInfo } from './fence-info.ts'
import { linesOf } from './line-ranges.ts'

/**
 * Prepares each fence for its handler: the text of ` ```py {file=main.py lines=3-10} `, highlighted lines, title, line numbers, and `steps` where `{1|3-4|all}` asks for
 * them. Reports `code-language` (info), `code-steps`, `include-missing` and `include-lines`.
 */
export async function code(deck: Deck, context: Context): Promise<void> {
  const nodes: Code[] = []
  for (const slide of slidesOf(deck)) {
    for (const flow of flows(slide)) {
      walk(flow, (node) => {
        if (node.type === 'code') nodes.push(node)
      })
    }
  }
  for (const node of nodes) await prepare(node, context)
}

async function prepare(node: Code, context: Context): Promise<void> {
  const written = node.data?.attributes
  const info = readFenceInfo([node.lang, node.meta].filter(Boolean).join(' '), written)
  for (const wrong of info.errors) {
    context.report(
      'code-steps',
      placeInFence(node, wrong, context),
      `The line steps \`${wrong}\` cannot be read`,
    )
  }
  if (info.file !== undefined) node.value = readFile(info.file, info.fileLines, node, context)
  for (const { key, value } of info.wrong) {
    const checked = checkValue(key, value, codeAttributes.startFrom)
    if ('reason' in checked)
      context.report('attribute-value', placeInFence(node, key, context), checked.reason, {
        fix: checked.fix,
      })
  }
  const [only] = info.steps
  const fixed = info.steps.length === 1 && only !== 'all' && only !== 'none' ? only : undefined
  const highlight = context.host.highlight ?? (await import('../highlight.ts')).highlight
  const { html, marks, known } = await highlight(node.value, info.language)
  if (!known) {
    const { languageNames } = await import('../highlight.ts')
    context.report(
      'code-language',
      placeInFence(node, info.language, context),
      `The highlighter does not know the language \`${info.language}\``,
      {
        fix: didYouMean(info.language, languageNames, 'Correct the language name; the code is shown plain.'),
      },
    )
  }
  const { language, title, lineNumbers, startFrom } = info
  const steps = info.steps.length > 1 ? info.steps : []
  node.data = {
    ...node.data,
    ...(info.attributes && {
      attributes: written ? mergeAttributes(info.attributes, { classes: [], values: {} }) : info.attributes,
    }),
    code: { language, title, lineNumbers, startFrom, html: lit(html, fixed), marks, steps },
    ...(steps.length > 1 && { steps: { first: 0, count: steps.length - 1 } }),
  }
}

/** Highlighted text whose lines in `ranges` (`1,3-5`) stand out for good. */
function lit(html: string, ranges: string | undefined): string {
  if (ranges === undefined) return html
  const lines = html.split('\n')
  const on = linesOf(ranges, lines.length)
  return lines
    .map((line, at) => (on.has(at + 1) ? line.replace(/^<span class="[^"]*/, '$& line-on') : line))
    .join('\n')
}

/** The code that stands in a file, without the indent that all its lines share. */
function readFile(file: string, lines: string | undefined, node: Code, context: Context): string {
  const text = context.host.read(file)
  if (text === undefined) {
    context.report('include-missing', node, `There is no file \`${file}\` to show`, {
      fix: didYouMean(file, context.host.siblings(), 'Correct the path; it is relative to the deck.'),
    })
    return node.value || file
  }
  const all = text.replace(/\n$/, '').split('\n')
  const ranges = lines === undefined ? [[1, all.length] as const] : lineRanges(lines, all.length)
  if (!ranges) {
    const reason = `\`lines=${lines}\` names no lines of \`${file}\`, which has ${all.length}`
    context.report('include-lines', node, reason)
    return text
  }
  const chosen = ranges.flatMap(([from, to]) => all.slice(from - 1, to))
  const indents = chosen.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)![0].length)
  const indent = indents.reduce((least, one) => Math.min(least, one), Infinity)
  return chosen.map((line) => line.slice(indent)).join('\n')
}

/** Where `text` stands in the fence's own line. */
function placeInFence(node: Code, text: string, { file }: Context): Place {
  const { start } = node.position ?? {}
  if (start?.offset === undefined) return node
  const line = /^[^\r\n]*/.exec(String(file.value).slice(start.offset))?.[0] ?? ''
  const at = line.toLowerCase().indexOf(text.toLowerCase())
  return at < 0 ? node : { line: start.line, column: start.column + at, offset: start.offset + at }
}
