/** Reads the YAML at the head of a deck into `DeckFacts`: every key typed, its place kept for messages. */
import { isMap, isScalar, parseDocument, visit } from 'yaml'
import type { Pair } from 'yaml'
import type { VFile } from 'vfile'
import type { DeckDefaults, DeckFacts } from '../deck-facts.ts'
import { report } from '../diagnostics.ts'
import { directionOf } from '../direction.ts'
import { linePlaces } from '../line-places.ts'
import { didYouMean, suggest } from '../suggest.ts'
import { foreignKeys } from './foreign-keys.ts'
import { frontMatterKeys } from './front-matter-keys.ts'

const BLOCK = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?(?:---|\.\.\.)[ \t]*(?=\r?\n|$)/

/** What a deck has without any front matter. */
export function defaultFacts(): DeckFacts {
  return {
    title: '',
    subtitle: '',
    authors: [],
    institute: '',
    date: '',
    description: '',
    keywords: [],
    lang: 'en',
    dir: 'ltr',
    theme: 'lecture',
    bibliography: [],
    csl: '',
    theorems: { counter: 'shared', within: 'deck' },
    glossary: 'glossary.md',
    glossaryNamed: false,
    places: {},
    macros: {},
    incremental: false,
    split: 'both',
    aspectRatio: '16:9',
    duration: undefined,
    exam: '',
    transition: 'none',
    header: '',
    footer: '',
    logo: '',
    slideNumber: true,
    titleSlide: true,
    sectionOpening: 'plain',
    fit: 'auto',
    look: {},
  }
}

/**
 * Takes the front matter off: gives the facts and the source with those lines blank, so that every place after them
 * stays where it was. A first `---` that opens no `key: value` block is a slide break and stays. Reports
 * `front-matter-syntax`, `front-matter-unknown` and `front-matter-type` at the key or value itself.
 */
export function readFrontMatter(
  source: string,
  file: VFile,
  defaults: DeckDefaults = {},
): { facts: DeckFacts; body: string } {
  const facts = { ...defaultFacts(), ...defaults, macros: { ...defaults.macros } }
  const match = BLOCK.exec(source)
  if (!match || !looksLikeYaml(match[1] ?? '')) return { facts, body: source }
  const end = match[0].length
  const head = source.slice(0, end)
  const yaml = `   ${head.slice(3).replace(/(?:---|\.\.\.)[ \t]*$/, '')}`
  const document = parseDocument(yaml, { prettyErrors: false, uniqueKeys: true })
  // The compiler's marks, as in `parse.ts`: here an author may write them as `"\\uFDD1"`.
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'string') node.value = node.value.replace(/[\uFDD0-\uFDEF]/g, '\uFFFD')
    },
  })
  // Not the `LineCounter` of YAML: it loses lines where brackets are left open.
  const placeOf = linePlaces(head)
  // One fault of indentation makes several errors of YAML; the first is where it is.
  for (const problem of document.errors.slice(0, 1)) {
    report(
      file,
      'front-matter-syntax',
      placeOf(problem.pos[0]),
      `The front matter cannot be read: ${problem.message}`,
    )
  }
  if (isMap(document.contents)) {
    for (const pair of document.contents.items) readPair(pair as Pair, facts, file, placeOf)
  }
  const given = isMap(document.contents) && document.contents.has('dir')
  if (!given) facts.dir = directionOf(facts.lang)
  return { facts, body: head.replace(/[^\r\n]/g, ' ') + source.slice(end) }
}

/** Whether the first line that says anything is a `key:`; else the dashes are a slide break. */
function looksLikeYaml(block: string): boolean {
  const first = block.split(/\r?\n/).find((line) => line.trim() !== '' && !line.trimStart().startsWith('#'))
  return first === undefined
    ? !/\S/.test(block)
    : /^(?:["']?[\w$.-][\w$ .-]*["']?\s*:(?:\s|$)|[{[])/.test(first)
}

type Ranged = { range?: [number, number, number] | null } | null

function readPair(
  pair: Pair,
  facts: DeckFacts,
  file: VFile,
  placeOf: (offset: number) => { line: number; column: number; offset: number },
): void {
  const key = isScalar(pair.key) ? String(pair.key.value) : String(pair.key)
  const keyPlace = placeOf((pair.key as Ranged)?.range?.[0] ?? 0)
  const range = (pair.value as Ranged)?.range
  const valuePlace = range ? placeOf(range[0]) : keyPlace
  const definition = frontMatterKeys.find((entry) => entry.key === key || entry.aliases?.includes(key))
  if (!definition) {
    const known = frontMatterKeys.map((entry) => entry.key)
    if (foreignKeys.has(key) && !suggest(key, known)) {
      const reason = `\`${key}\` belongs to ${foreignKeys.get(key)} and does nothing here`
      report(file, 'front-matter-unknown', keyPlace, reason, { severity: 'info', fix: 'Remove the key.' })
    } else {
      report(file, 'front-matter-unknown', keyPlace, `Unknown front matter key \`${shortened(key)}\``, {
        fix: didYouMean(key, known, `Known keys: ${known.join(', ')}.`),
      })
    }
    return
  }
  facts.places[definition.key] = valuePlace
  const value = plain(pair.value)
  if (value === null || value === undefined) {
    if (definition.empty)
      report(file, 'front-matter-type', valuePlace, definition.empty, { fix: `Write ${definition.example}.` })
    return
  }
  const problem = definition.read(value, facts)
  if (!problem) return
  const reason = `\`${key}\` takes ${definition.takes}, not ${problem === true ? describe(value) : problem}`
  report(file, 'front-matter-type', valuePlace, reason, { fix: `Write ${definition.example}.` })
}

/** What brackets leave open becomes a key of many lines. */
function shortened(key: string): string {
  const [first = ''] = key.split('\n')
  return first.length < key.length || key.length > 60 ? `${first.slice(0, 59)}…` : key
}

function plain(node: unknown): unknown {
  return node && typeof node === 'object' && 'toJSON' in node
    ? (node as { toJSON(): unknown }).toJSON()
    : node
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a map'
  return `\`${String(value)}\``
}
