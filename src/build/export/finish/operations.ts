/** A content stream as its operations, each with its place in the text. */

const TOKEN =
  /\((?:\\[^]|[^\\()])*\)|<<|>>|<[\da-fA-F\s]*>|\/[^\s()<>[\]{}/%]*|[[\]]|%[^\r\n]*|[^\s()<>[\]{}/%]+/g
/** All tokens up to the name of an operator. */
const OPERANDS =
  /(?:\s+|\((?:\\[^]|[^\\()])*\)|<<|>>|<[\da-fA-F\s]*>|\/[^\s()<>[\]{}/%]*|[[\]]|%[^\r\n]*|[-+.\d][^\s()<>[\]{}/%]*|(?:true|false|null)(?![^\s()<>[\]{}/%]))*/y
const NAME = /[^\s()<>[\]{}/%]+/y
const SPACE = 32
/** All operators that set text begin with it: `Tf`, `Td`, `Tj` … */
const T = 84

/** One operation. Most are passed over: what it works on is taken apart for who asks. */
export class Operation {
  /** `BT`, `re`, `f` … */
  readonly name: string
  /** Where its first operand begins and where its name ends. */
  readonly start: number
  readonly end: number
  readonly #stream: string

  /** `start` may lie in the space before it. */
  constructor(stream: string, start: number, named: number, end: number) {
    this.#stream = stream
    this.start = start
    while (stream.charCodeAt(this.start) <= SPACE) this.start++
    this.end = end
    this.name = stream.slice(named, end)
  }

  get operands(): string[] {
    return this.#stream.slice(this.start, this.end - this.name.length).match(TOKEN) ?? []
  }
}

/** All operations of a stream, whose bytes stand as characters. Images inside the stream are not known. */
export function readOperations(stream: string): Operation[] {
  return operationsIn(stream, false)
}

/** The operations that draw, mark and nest, without those that set a text's letters, which are most. */
export function readWithoutText(stream: string): Operation[] {
  return operationsIn(stream, true)
}

function operationsIn(stream: string, passText: boolean): Operation[] {
  const operations: Operation[] = []
  let start = 0
  let at = 0
  while (at < stream.length) {
    OPERANDS.lastIndex = at
    OPERANDS.test(stream)
    const named = (NAME.lastIndex = OPERANDS.lastIndex)
    if (NAME.test(stream)) {
      at = NAME.lastIndex
      if (!passText || stream.charCodeAt(named) !== T)
        operations.push(new Operation(stream, start, named, at))
      start = at
      // A sign that begins nothing.
    } else at = named + 1
  }
  return operations
}

/** The number of a marked stretch that belongs to the structure: of `/P <</MCID 4>> BDC` it is 4. */
export function markOf(operation: Operation): number | undefined {
  if (operation.name !== 'BDC') return undefined
  const { operands } = operation
  const at = operands.indexOf('/MCID')
  return at < 0 ? undefined : Number(operands[at + 1])
}
