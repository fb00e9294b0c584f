/**
 * Halos around the letters of a drawing's labels. The browser writes the outline of each letter as a letter of a font of
 * drawings (Type 3), so that the label would be read and found twice; here the outlines become what they are, paths.
 */
import { packedStream, unpacked } from './flate.ts'
import { Ref, Stream, asArray, asDict, asNumber, numbersIn, type Dict, type PdfObject } from './objects.ts'
import { readOperations, type Operation } from './operations.ts'
import type { PdfFile } from './pdf-file.ts'
import { bytesIn } from './text.ts'

interface TextBlock {
  start: number
  end: number
  font: string
  size: number
  matrix: string
  /** Offset and bytes of each piece. */
  pieces: { x: number; y: number; codes: number[] }[]
}

/** `stream` with its halos as paths: text in a font of drawings, after which the same place has text in a real font. */
export function drawHalos(pdf: PdfFile, stream: string, resources: Dict): string {
  const fonts = asDict(resources.get('Font'))
  const drawings = new Map<string, Dict>()
  for (const [key, ref] of fonts ?? []) {
    const font = asDict(ref)
    if (font?.get('Subtype') === '/Type3') drawings.set(`/${key}`, font)
  }
  if (drawings.size === 0) return stream
  let result = ''
  let copied = 0
  const written = new Set<string>()
  const groups = groupNames(pdf, resources)
  for (const blocks of blocksByMark(readOperations(stream))) {
    for (const [at, block] of blocks.entries()) {
      const font = drawings.get(block.font)
      const same = (other: TextBlock): boolean => other.matrix === block.matrix && !drawings.has(other.font)
      if (!font || !blocks.slice(at + 1).some(same)) {
        written.add(block.font)
        continue
      }
      result += stream.slice(copied, block.start) + pathsOf(pdf, font, block, groups)
      copied = block.end
    }
  }
  for (const key of drawings.keys()) if (!written.has(key)) fonts?.delete(key.slice(1))
  return result + stream.slice(copied)
}

/** The stretches of text, those within one marked stretch together. */
function blocksByMark(operations: readonly Operation[]): TextBlock[][] {
  const groups: TextBlock[][] = [[]]
  let block: TextBlock | undefined
  let x = 0
  let y = 0
  for (const operation of operations) {
    const { name: operator, start, end } = operation
    if (operator === 'BDC' || operator === 'BMC' || operator === 'EMC') groups.push([])
    else if (operator === 'BT') {
      block = { start, end, font: '', size: 1, matrix: '1 0 0 1 0 0', pieces: [] }
      x = y = 0
    } else if (!block) continue
    else if (operator === 'ET') {
      block.end = end
      groups.at(-1)!.push(block)
      block = undefined
    } else {
      const { operands } = operation
      if (operator === 'Tf') {
        block.font = operands[0] ?? ''
        block.size = Number(operands[1])
      } else if (operator === 'Tm') {
        block.matrix = operands.join(' ')
        x = y = 0
      } else if (operator === 'Td') {
        x += Number(operands[0])
        y += Number(operands[1])
      } else if (operator === 'Tj') block.pieces.push({ x, y, codes: [...bytesIn(operands[0] ?? '')] })
    }
  }
  return groups
}

/** Gives a letter's drawing a name among what the stream may draw, the same each time. */
type NameGroup = (proc: Ref, matrix: PdfObject[]) => string

function groupNames(pdf: PdfFile, resources: Dict): NameGroup {
  const names = new Map<Ref, string>()
  return (proc, matrix) => {
    let made = names.get(proc)
    if (made !== undefined) return made
    const body = (proc.object instanceof Stream && unpacked(proc.object)) || ''
    const [head = '', box = '0 0 1000 1000'] =
      /^\s*[-\d.]+\s+[-\d.]+\s+((?:[-\d.]+\s+){4})d1/.exec(body) ?? []
    // A thousandth of the type's size is finer than print.
    const path = body
      .slice(head.length)
      .replace(/^[^]*?\bd0\b/, '')
      .replace(/-?\d*\.\d+/g, (number) => String(Math.round(Number(number))))
    const form = packedStream(Buffer.from(path, 'latin1'), {
      Type: '/XObject',
      Subtype: '/Form',
      BBox: box.trim().split(/\s+/).map(Number),
      Matrix: matrix,
      Resources: new Map(),
    })
    let objects = asDict(resources.get('XObject'))
    if (!objects) resources.set('XObject', (objects = new Map()))
    made = `Halo${names.size}`
    objects.set(made, pdf.add(form))
    names.set(proc, made)
    return made
  }
}

function pathsOf(pdf: PdfFile, font: Dict, block: TextBlock, nameGroup: NameGroup): string {
  const { size, matrix, pieces } = block
  const procs = asDict(font.get('CharProcs'))
  const fontMatrix = asArray(font.get('FontMatrix')) ?? []
  const scale = asNumber(fontMatrix[0]) ?? 0.001
  const widths = numbersIn(font.get('Widths'))
  const first = asNumber(font.get('FirstChar')) ?? 0
  const names = glyphNames(font)
  const drawn = pieces.flatMap(({ x, y, codes }) => {
    let at = x
    return codes.map((code) => {
      const proc = procs?.get(names.get(code) ?? '.notdef')
      const place = `${size} 0 0 ${size} ${at} ${y} cm`
      at += (widths[code - first] ?? 0) * scale * size
      return proc instanceof Ref ? `q ${place} /${nameGroup(proc, fontMatrix)} Do Q\n` : ''
    })
  })
  return `q ${matrix} cm\n${drawn.join('')}Q`
}

/** By their codes, without the slash. */
function glyphNames(font: Dict): Map<number, string> {
  const names = new Map<number, string>()
  let code = 0
  for (const item of asArray(asDict(font.get('Encoding'))?.get('Differences')) ?? []) {
    if (typeof item === 'number') code = item
    else if (typeof item === 'string') names.set(code++, item.slice(1))
  }
  return names
}
