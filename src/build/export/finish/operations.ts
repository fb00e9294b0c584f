/** A content stream as its operations, each with its place in the text. */

export interface Operation {
  /** `BT`, `re`, `f` … */
  name: string
  operands: string[]
  /** Where its first operand begins and where its name ends. */
  start: number
  end: number
}

const TOKEN =
  /\((?:\\[^]|[^\\()])*\)|<<|>>|<[\da-fA-F\s]*>|\/[^\s()<>[\]{}/%]*|[[\]]|%[^\r\n]*|[^\s()<>[\]{}/%]+/g
const OPERAND = /^(?:[([<>/\]%]|[-+.\d]|true$|false$|null$)/

/** Reads the operations of a stream, whose bytes stand as characters. Images inside the stream are not known. */
export function readOperations(stream: string): Operation[] {
  const operations: Operation[] = []
  let operands: string[] = []
  let start = -1
  for (const match of stream.matchAll(TOKEN)) {
    const [token] = match
    if (start < 0) start = match.index
    if (OPERAND.test(token)) operands.push(token)
    else {
      operations.push({ name: token, operands, start, end: match.index + token.length })
      operands = []
      start = -1
    }
  }
  return operations
}

/** The number of a marked stretch that belongs to the structure: of `/P <</MCID 4>> BDC` it is 4. */
export function markOf({ name, operands }: Operation): number | undefined {
  if (name !== 'BDC') return undefined
  const at = operands.indexOf('/MCID')
  return at < 0 ? undefined : Number(operands[at + 1])
}
