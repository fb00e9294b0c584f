/** The info line of a fence in the spellings of Lectern, Slidev, Reveal, Pandoc, Quarto and knitr. */
import { parseAttributes } from '../attributes.ts'
import type { Attributes } from '../deck.ts'

export interface FenceInfo {
  language: string
  title: string
  lineNumbers: boolean
  startFrom: number
  /** One entry a state: `3-4,6`, `all` or `none`. One entry alone is a highlight that stays. */
  steps: string[]
  /** A file beside the deck whose text is the code, and which of its lines. */
  file?: string
  fileLines?: string
  attributes?: Attributes
  errors: string[]
  /** Values of its own attributes that are not of their type. */
  wrong: { key: string; value: string }[]
}

const RANGES = /^(?:all|none|\*|hide|\d+(?:\s*-\s*\d+)?(?:\s*,\s*\d+(?:\s*-\s*\d+)?)*)?$/i
const PIECE = /\{[^{}]*\}|\[[^[\]]*\]|[\w:-]+=(?:"[^"]*"|'[^']*'|[^\s{}[\]]+)|[^\s{}[\]]+|\S/g

/**
 * Reads `ts {1|3-4|all} [title.ts]` in any order; `{1,3-5}`, `[1-3|4]`, `[]`, `[5: 1|2]`, `{.line-numbers}`, `lineNumbers`,
 * `startFrom=5`, `title="a.ts"`, `{r, echo=FALSE}`, `{.python #id code-line-numbers="1|2"}`.
 */
export function readFenceInfo(source: string, given?: Attributes): FenceInfo {
  const info: FenceInfo = {
    language: '',
    title: '',
    lineNumbers: false,
    startFrom: 1,
    steps: [],
    errors: [],
    wrong: [],
  }
  let rest = source.trim()
  const knitr = /^\{\s*([A-Za-z][\w+#-]*)\s*(?:[,\s][^{}]*)?\}/.exec(rest)
  if (knitr && knitr[1] !== 'all' && knitr[1] !== 'none') {
    info.language = knitr[1] as string
    rest = rest.slice(knitr[0].length)
  } else if (!/^[{[]/.test(rest)) {
    info.language = /^[^\s{[]+/.exec(rest)?.[0] ?? ''
    rest = rest.slice(info.language.length)
  }
  for (const [piece] of rest.matchAll(PIECE)) readPiece(piece, info)
  if (given) {
    const attributes = readAttributes(given, info)
    info.attributes = attributes
  }
  info.language = info.language.toLowerCase().replace(/^\./, '')
  // Beside a file `lines=` chooses among its lines; else it marks some.
  if (info.file === undefined && info.fileLines !== undefined) readSteps(info.fileLines, info)
  return info
}

function readPiece(piece: string, info: FenceInfo): void {
  const inner = piece.slice(1, -1).trim()
  if (piece.startsWith('[') && piece.endsWith(']')) {
    const lines = /^(?:(\d+)\s*:\s*)?([\d\s,|-]*|(?:[\d\s,|*-]|all|none)+)$/i.exec(inner)
    if (!lines) info.title = inner
    else {
      info.lineNumbers = true
      if (lines[1] !== undefined) info.startFrom = Number(lines[1])
      if ((lines[2] ?? '').trim() !== '') readSteps(lines[2] as string, info)
    }
  } else if (piece.startsWith('{') && piece.endsWith('}')) {
    if (inner === '') return
    if (/^(?:[\d\s,|*-]|all|none|hide)+$/i.test(inner)) readSteps(inner, info)
    else if (/^\w+\s*:/.test(inner)) readOptions(inner, info)
    else {
      const attributes = parseAttributes(piece)
      if (attributes) info.attributes = readAttributes(attributes, info)
      else if (/[|]/.test(inner) || /^\d/.test(inner)) info.errors.push(piece)
      else if (/^(?:line-?numbers|numberLines)$/i.test(inner)) info.lineNumbers = true
    }
  } else {
    const pair = /^([\w:-]+)=["']?(.*?)["']?$/.exec(piece)
    if (pair) readValue(pair[1] as string, pair[2] as string, info)
    else if (/^(?:line-?numbers|numberLines|linenos)$/i.test(piece)) info.lineNumbers = true
  }
}

function readSteps(source: string, info: FenceInfo): void {
  const steps = source.split('|').map((step) => step.trim().toLowerCase())
  if (!steps.every((step) => RANGES.test(step))) {
    info.errors.push(source)
    return
  }
  info.steps = steps.map((step) => {
    if (step === '*' || step === '') return 'all'
    return step === 'hide' ? 'none' : step.replace(/\s+/g, '')
  })
}

/** Slidev's `{lines:true, startLine:5}`. */
function readOptions(source: string, info: FenceInfo): void {
  if (/\blines\s*:\s*true/.test(source)) info.lineNumbers = true
  const start = /\bstartLine\s*:\s*(\d+)/.exec(source)
  if (start) info.startFrom = Number(start[1])
}

/** Takes what is ours out of an attribute list; the first class is the language where there is none yet. */
function readAttributes(source: Attributes, info: FenceInfo): Attributes {
  const rest: Attributes = { ...(source.id !== undefined && { id: source.id }), classes: [], values: {} }
  for (const name of source.classes) {
    if (/^(?:line-?numbers|numberLines|number-lines)$/i.test(name)) info.lineNumbers = true
    else if (info.language === '') info.language = name
    else rest.classes.push(name)
  }
  for (const [key, value] of Object.entries(source.values)) {
    if (!readValue(key, value, info)) rest.values[key] = value
  }
  return rest
}

function readValue(key: string, value: string, info: FenceInfo): boolean {
  switch (key.toLowerCase()) {
    case 'startfrom':
    case 'start-from':
    case 'startline':
      if (!/^\d+$/.test(value)) info.wrong.push({ key, value })
      info.startFrom = Number(value) || 1
      info.lineNumbers = true
      return true
    case 'title':
    case 'filename':
      info.title = value
      return true
    case 'linenumbers':
    case 'line-numbers':
    case 'code-line-numbers':
    case 'data-line-numbers':
      if (/^(?:false|no)$/i.test(value)) return true
      info.lineNumbers = true
      if (/\d|all|none/.test(value)) readSteps(value, info)
      return true
    case 'file':
      info.file = value
      return true
    case 'lines':
      if (/\d/.test(value)) info.fileLines = value
      return true
    case 'highlight':
      if (/\d/.test(value)) readSteps(value, info)
      return true
    default:
      return false
  }
}
