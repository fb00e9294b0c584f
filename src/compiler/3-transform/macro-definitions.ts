/** Reads the macro definitions of a formula. */
import { eachCommand, readGroup, type Edit, type Macro } from '../tex.ts'

export interface Definition {
  name: string
  macro: Macro
  /** `\providecommand`: gives way to a definition that is there. */
  weak: boolean
  start: number
}

export interface Definitions {
  definitions: Definition[]
  /** Take the definitions out of the formula. */
  edits: Edit[]
  /** Starts of definitions that cannot be read. */
  broken: { start: number; command: string }[]
}

type Read = (tex: string, at: number) => { name: string; macro: Macro; end: number } | undefined

const readers: Record<string, Read> = {
  '\\newcommand': readNewCommand,
  '\\renewcommand': readNewCommand,
  '\\providecommand': readNewCommand,
  '\\def': readDef,
  '\\gdef': readDef,
  '\\DeclareMathOperator': readOperator,
}

/**
 * Reads `\newcommand{\x}[n][default]{…}`, `\renewcommand`, `\providecommand`, `\def\x#1{…}` and
 * `\DeclareMathOperator(*){\x}{…}` wherever they stand in a formula.
 */
export function readDefinitions(tex: string): Definitions {
  const result: Definitions = { definitions: [], edits: [], broken: [] }
  eachCommand(tex, (command, start, end) => {
    const read = readers[command]
    if (!read) return undefined
    const found = read(tex, end)
    if (!found) {
      // KaTeX reads what `\def` can do beyond undelimited arguments.
      if (command.endsWith('def')) return undefined
      const next = readGroup(tex, readGroup(tex, end)?.next ?? end)?.next ?? readGroup(tex, end)?.next ?? end
      result.broken.push({ start, command })
      result.edits.push({ start, end: next, text: '' })
      return next
    }
    const { name, macro } = found
    result.definitions.push({ name, macro, weak: command === '\\providecommand', start })
    result.edits.push({ start, end: found.end, text: '' })
    return found.end
  })
  return result
}

function readNewCommand(tex: string, from: number): ReturnType<Read> {
  const name = readName(tex, tex[from] === '*' ? from + 1 : from)
  if (!name) return undefined
  const count = readGroup(tex, name.end, '[')
  const fallback = count && readGroup(tex, count.next, '[')
  const body = readGroup(tex, (fallback ?? count)?.next ?? name.end)
  if (!body || (count && !/^\s*\d\s*$/.test(count.text))) return undefined
  const text = withArguments(body.text, Number(count?.text ?? 0))
  return { name: name.text, macro: { body: text, fallback: fallback?.text }, end: body.next }
}

function readDef(tex: string, from: number): ReturnType<Read> {
  const head = /^\s*(\\(?:[a-zA-Z@]+|[^a-zA-Z]))((?:\s*#\d)*)\s*(?=\{)/.exec(tex.slice(from))
  const body = head && readGroup(tex, from + head[0].length)
  if (!head || !body) return undefined
  const text = withArguments(body.text, head[2]!.replace(/[^#]/g, '').length)
  return { name: head[1]!, macro: { body: text }, end: body.next }
}

function readOperator(tex: string, from: number): ReturnType<Read> {
  const star = tex[from] === '*' ? '*' : ''
  const name = readName(tex, from + star.length)
  const body = name && readGroup(tex, name.end)
  return body
    ? { name: name.text, macro: { body: `\\operatorname${star}{${body.text}}` }, end: body.next }
    : undefined
}

function readName(tex: string, from: number): { text: string; end: number } | undefined {
  const found = /^\s*(?:\{\s*(\\(?:[a-zA-Z@]+|[^a-zA-Z]))\s*\}|(\\(?:[a-zA-Z@]+|[^a-zA-Z])))/.exec(
    tex.slice(from),
  )
  return found ? { text: (found[1] ?? found[2])!, end: from + found[0].length } : undefined
}

/** KaTeX counts a macro's arguments by those its body names: names the others where they show nothing. */
function withArguments(body: string, count: number): string {
  const all = Array.from({ length: count }, (_, index) => `#${index + 1}`)
  return all.every((argument) => body.includes(argument)) ? body : `\\@firstoftwo{${body}}{${all.join('')}}`
}
