/** The tables of the guide that come from the declarations: every front-matter key, attribute, directive, rule. */
import { frontMatterDocs } from '../../src/compiler/front-matter-docs.ts'
import { frontMatterKeys } from '../../src/compiler/1-parse/front-matter-keys.ts'
import type { AttributeTable, AttributeSpec } from '../../src/compiler/attribute-spec.ts'
import { directives } from '../../src/compiler/directives/index.ts'
import { rules, type RuleId } from '../../src/compiler/diagnostics.ts'
import {
  blockAttributes,
  codeAttributes,
  htmlAttributes,
  sizeAttributes,
  slideAttributes,
} from '../../src/compiler/known-attributes.ts'
import { configKeys } from '../../src/build/config.ts'
import { processTerminal } from '../../src/build/terminal.ts'
import { commandLine } from '../../src/cli.ts'
import { attributeSlides, configSlides, frontMatterSlides, ruleSlides } from './guide-order.ts'

/** One slide of the guide: which entries it shows, in this order. */
export interface TableSlide {
  id: string
  heading: string
  names: readonly string[]
}

/** Directives, or options, on one slide. */
const ROWS = 7

type Row = readonly string[]

/** By file name in `slides/guide/tables/`. Throws where an entry has no slide, or a slide an entry that is gone. */
export function guideTables(): Record<string, string> {
  return {
    'front-matter.md': frontMatterTables(),
    'attributes.md': [directiveTables(), attributeTables()].join('\n'),
    'messages.md': ruleTables(),
    'commands.md': commandTables(),
    'config.md': tablesOf(configSlides, configRows(), ['key', 'takes', 'what it is for']),
  }
}

function frontMatterTables(): string {
  const rows = Object.fromEntries(
    frontMatterKeys.map(({ key, takes }) => [key, [code(key), takes, frontMatterDocs[key] ?? '']]),
  )
  return tablesOf(frontMatterSlides, rows, ['key', 'takes', 'what it does'])
}

function directiveTables(): string {
  const sorted = directives.toSorted((one, other) => one.name.localeCompare(other.name))
  const rows = sorted.map(({ name, kinds, what, attributes = {} }): Row => {
    const written = kinds.map((kind) => code(`${kind === 'leaf' ? '::' : ':::'}${name}`)).join(' ')
    return [written, what, Object.keys(attributes).map(code).join(' ')]
  })
  return inParts(rows)
    .map((part, index) => {
      const names = part.map(([written = '']) => /\w+/.exec(written)![0])
      const heading = `Directives from \`${names[0]}\` to \`${names.at(-1)}\``
      return slideOf(
        `directives-${index + 1}`,
        heading,
        ['directive', 'what it does', 'its own attributes'],
        part,
      )
    })
    .join('\n')
}

/** Attributes of any block, of slides and of fences. */
const attributeTablesByKind: Readonly<Record<string, AttributeTable>> = {
  size: sizeAttributes,
  html: htmlAttributes,
  block: Object.fromEntries(
    Object.entries(blockAttributes).filter(([name]) => !(name in sizeAttributes || name in htmlAttributes)),
  ),
  code: codeAttributes,
  slide: slideAttributes,
}

function attributeTables(): string {
  const rows = Object.fromEntries(
    Object.entries(attributeTablesByKind).flatMap(([kind, table]) =>
      Object.entries(table).map(([name, spec]): [string, Row] => [
        `${kind} ${name}`,
        [code(name), takes(spec), spec.what],
      ]),
    ),
  )
  return tablesOf(attributeSlides, rows, ['attribute', 'takes', 'what it does'])
}

function takes({ type, values, example }: AttributeSpec): string {
  if (type === 'enum') return (values ?? []).map(code).join(' ')
  if (type === 'flag') return 'nothing, or `false`'
  const nouns = {
    string: 'text',
    number: 'a number',
    length: 'a length',
    path: 'a file',
    id: 'a name',
  } as const
  return example ? `${nouns[type]}: ${code(example)}` : nouns[type]
}

function ruleTables(): string {
  const rows = Object.fromEntries(
    Object.entries(rules).map(([id, { severity, what, fix }]): [RuleId, Row] => [
      id as RuleId,
      [`${code(id)}{#message-${id}}`, severity, what, fix],
    ]),
  )
  return tablesOf(ruleSlides, rows, ['rule', 'weight', 'what it is about', 'how to mend it'])
}

/** A command on one slide or several: what it is for, and its options. */
function commandTables(): string {
  return commandLine(processTerminal())
    .commands.flatMap(({ name, rawName, description, options }) => {
      const lead = `${description}.\n\n\`\`\`sh\nlectern ${rawName}\n\`\`\`\n`
      const rows = options.map(({ rawName: option, description: what }): Row => [code(option), what])
      const table = (part: readonly Row[]): string =>
        part.length > 0 ? `\n${tableOf(['option', 'what it does'], part)}` : ''
      const first = `## \`lectern ${name}\` {#command-${name} .reference}\n\n${lead}${table(rows.slice(0, ROWS))}`
      const more = inParts(rows.slice(ROWS)).map(
        (part, index) =>
          `## \`lectern ${name}\`, further options {#command-${name}-${index + 2} .reference}\n${table(part)}`,
      )
      return [first, ...more]
    })
    .join('\n')
}

function inParts(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, part) =>
    rows.slice(part * ROWS, part * ROWS + ROWS),
  )
}

function configRows(): Record<string, Row> {
  return Object.fromEntries(
    Object.entries(configKeys).map(([key, { what, takes: taken }]) => [key, [code(key), taken, what]]),
  )
}

/** The slides with their rows; every row on one of them. */
function tablesOf(slides: readonly TableSlide[], rows: Record<string, Row>, head: Row): string {
  const placed = slides.flatMap(({ names }) => names)
  const homeless = Object.keys(rows).filter((name) => !placed.includes(name))
  const gone = placed.filter((name) => !(name in rows))
  if (homeless.length > 0 || gone.length > 0) {
    throw new Error(
      `tests/support/guide-order.ts: no slide of the guide shows ${homeless.join(', ') || 'nothing new'}; gone: ${gone.join(', ') || 'nothing'}`,
    )
  }
  return slides
    .map(({ id, heading, names }) =>
      slideOf(
        id,
        heading,
        head,
        names.map((name) => rows[name]!),
      ),
    )
    .join('\n')
}

function slideOf(id: string, heading: string, head: Row, rows: readonly Row[]): string {
  return `## ${heading} {#${id} .reference}\n\n${tableOf(head, rows)}`
}

function tableOf(head: Row, rows: readonly Row[]): string {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(escaped).join(' | ')} |`)
  return `${lines.join('\n')}\n`
}

const code = (text: string): string => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``)
const escaped = (cell: string): string => cell.replaceAll('|', '\\|')
