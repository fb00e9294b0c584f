import type { SourceLine } from './lines.ts'

interface Range {
  from: number
  last: number
  depth: number
}

/** How far a formula may reach. Remembers the last answer, so that a scan stays linear. */
export class Limits {
  private readonly lines: SourceLine[]
  private readonly nextBlank: number[]
  private paragraph: Range = { from: 0, last: -1, depth: 0 }
  private stretch: Range = { from: 0, last: -1, depth: 0 }

  constructor(lines: SourceLine[]) {
    this.lines = lines
    this.nextBlank = []
    let blank = lines.length
    for (let index = lines.length - 1; index >= 0; index--) {
      this.nextBlank[index] = blank
      if (lines[index]!.blank) blank = index
    }
  }

  /** The end of the paragraph that this line belongs to. */
  paragraphEnd(index: number): number {
    const depth = this.lines[index]!.quoteDepth
    if (!isIn(this.paragraph, index, depth)) {
      const ends = (line: SourceLine) => line.blank || line.stop || line.item || line.quoteDepth > depth
      this.paragraph = this.range(index, depth, ends)
    }
    return this.lines[this.paragraph.last]!.end
  }

  /** Where a block that begins on this line must end: before the next blank line, and before the next stop. */
  blockEnds(index: number): [number, number] {
    const depth = this.lines[index]!.quoteDepth
    if (!isIn(this.stretch, index, depth)) {
      const ends = (line: SourceLine) => line.stop || (line.quoteDepth < depth && !line.blank)
      this.stretch = this.range(index, depth, ends)
    }
    const { last } = this.stretch
    const soft = Math.min(last, this.nextBlank[index]! - 1)
    return [this.lines[soft]!.end, this.lines[last]!.end]
  }

  private range(from: number, depth: number, ends: (line: SourceLine) => boolean): Range {
    let last = from
    while (last + 1 < this.lines.length && !ends(this.lines[last + 1]!)) last++
    return { from, last, depth }
  }
}

function isIn(range: Range, index: number, depth: number): boolean {
  return range.from <= index && index <= range.last && range.depth === depth
}
