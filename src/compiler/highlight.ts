/** Shiki at build time, each language loaded when first used, results kept. */
import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import {
  transformerNotationDiff,
  transformerNotationErrorLevel,
  transformerNotationFocus,
  transformerNotationHighlight,
  transformerNotationWordHighlight,
} from '@shikijs/transformers'
import { createCssVariablesTheme, createHighlighterCore } from 'shiki/core'
import type { HighlighterCore } from 'shiki/core'
import { createOnigurumaEngine } from 'shiki/engine/oniguruma'
import { bundledLanguages } from 'shiki/langs'
import { readFenceInfo } from './3-transform/fence-info.ts'
import type { Highlighted } from './host.ts'
import { sharingPatterns } from './shared-patterns.ts'

/** Colours by name: what `--code-token-keyword` and its like are, the page's theme says, for light and for dark. */
const colours = createCssVariablesTheme({ name: 'lectern', variablePrefix: '--code-', fontStyle: true })

/** Names that lecturers use and Shiki does not. */
const aliases: Record<string, string> = {
  fortran: 'fortran-free-form',
  fortranfree: 'fortran-free-form',
  ptx: 'asm',
  plain: 'text',
  none: 'text',
  txt: 'text',
  plaintext: 'text',
  output: 'text',
  'no-highlight': 'text',
  nohighlight: 'text',
  math: 'latex',
  golang: 'go',
  'c++17': 'cpp',
  pycon: 'python',
  python3: 'python',
  py3: 'python',
  ipython: 'python',
  rlang: 'r',
  sh: 'shellscript',
  terminal: 'shellscript',
  node: 'javascript',
  cuda: 'cpp',
  pseudocode: 'text',
  pseudo: 'text',
  ocaml: 'ocaml',
  octave: 'matlab',
  ojs: 'javascript',
  dot: 'text',
  graphviz: 'text',
  gnuplot: 'text',
  cmd: 'bat',
  assembly: 'asm',
  nasm: 'asm',
  sml: 'text',
  error: 'text',
}

/** Marks in comments. Markdown is shown as it is written: what it quotes may hold such marks. */
const marks = [
  transformerNotationDiff(),
  transformerNotationFocus(),
  transformerNotationHighlight(),
  transformerNotationErrorLevel(),
  transformerNotationWordHighlight(),
]

/** Every name that is known, for "did you mean". */
export const languageNames: readonly string[] = [...Object.keys(bundledLanguages), 'text']

const kept = new Map<string, Promise<Highlighted>>()
const MOST_KEPT = 2000
let highlighter: Promise<HighlighterCore> | undefined

/** Highlights a text. The same input gives the kept result. */
export function highlight(text: string, language: string): Promise<Highlighted> {
  const key = `${language}\n${text}`
  let result = kept.get(key)
  if (!result) {
    result = set(text, language)
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(key, result)
  }
  return result
}

async function set(text: string, language: string): Promise<Highlighted> {
  const name = aliases[language] ?? language
  if (name === '' || name === 'text') return { html: plain(text), marks: [], known: true }
  if (!(name in bundledLanguages)) return { html: plain(text), marks: [], known: false }
  highlighter ??= createHighlighterCore({
    themes: [colours],
    langs: [],
    // The grammars' own engine as WebAssembly: less than two thirds of the time that translated expressions take.
    engine: createOnigurumaEngine(import('shiki/wasm')).then(sharingPatterns),
  })
  const shiki = await highlighter
  await shiki.loadLanguage(bundledLanguages[name as keyof typeof bundledLanguages])
  // No time limit: on a busy computer the same text would come out in other colours.
  const root = shiki.codeToHast(text, {
    lang: name,
    theme: colours,
    tokenizeTimeLimit: 0,
    transformers: name === 'md' || name === 'markdown' ? [] : marks,
  })
  const pre = root.children.find((node): node is Element => node.type === 'element')
  const code = pre?.children.find((node): node is Element => node.type === 'element')
  if (!pre || !code) return { html: plain(text), marks: [], known: true }
  const classes = [pre.properties.class, pre.properties.className].flat().join(' ').split(' ')
  return {
    html: toHtml(code.children),
    marks: classes.filter((word) => word.startsWith('has-')),
    known: true,
  }
}

function plain(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const escaped = line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
      return `<span class="line">${escaped}</span>`
    })
    .join('\n')
}

/**
 * Highlights what seem to be the fences of a deck, before it is parsed. The pipeline then finds most results kept; it asks
 * itself for a fence that is not seen here, and what is not asked for was work in vain.
 */
export async function highlightAhead(source: string): Promise<void> {
  for (const { text, language } of codeIn(source)) await highlight(text, language)
}

/** The code in the fences that begin at the beginning of a line, one after the other: a text is read once. */
export function codeIn(source: string): { text: string; language: string }[] {
  const found: { text: string; language: string }[] = []
  let mark = ''
  let info = ''
  let lines: string[] = []
  for (const line of source.split(/\r?\n/)) {
    if (mark === '') {
      const opening = /^(`{3,}|~{3,})([^`]*)$/.exec(line)
      if (opening) [mark, info, lines] = [opening[1]!, opening[2]!, []]
    } else if (line.startsWith(mark) && line.trimEnd().replaceAll(mark[0]!, '') === '') {
      const { language, file } = readFenceInfo(info)
      if (file === undefined) found.push({ text: lines.join('\n'), language })
      mark = ''
    } else lines.push(line)
  }
  return found
}
