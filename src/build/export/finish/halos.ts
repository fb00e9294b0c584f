/**
 * Halos around the letters of a drawing's labels. The browser writes the outline of each letter as a letter of a font of
 * drawings (Type 3), so that the label would be read and found twice; here the outlines become what they are, paths.
 */
import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  decodePDFRawStream,
  type PDFDocument,
} from '@cantoo/pdf-lib'
import { readOperations, type Operation } from './operations.ts'
import { packedStream } from './packed-stream.ts'

const name = (text: string): PDFName => PDFName.of(text)

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
export function drawHalos(pdf: PDFDocument, stream: string, resources: PDFDict): string {
  const fonts = resources.lookupMaybe(name('Font'), PDFDict)
  const drawings = new Map<string, PDFDict>()
  for (const [key, ref] of fonts?.entries() ?? []) {
    const font = pdf.context.lookup(ref)
    if (font instanceof PDFDict && font.get(name('Subtype')) === name('Type3'))
      drawings.set(key.toString(), font)
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
  for (const key of drawings.keys()) if (!written.has(key)) fonts?.delete(name(key.slice(1)))
  return result + stream.slice(copied)
}

/** The stretches of text, those within one marked stretch together. */
function blocksByMark(operations: readonly Operation[]): TextBlock[][] {
  const groups: TextBlock[][] = [[]]
  let block: TextBlock | undefined
  let x = 0
  let y = 0
  for (const { name: operator, operands, start, end } of operations) {
    if (operator === 'BDC' || operator === 'BMC' || operator === 'EMC') groups.push([])
    else if (operator === 'BT') {
      block = { start, end, font: '', size: 1, matrix: '1 0 0 1 0 0', pieces: [] }
      x = y = 0
    } else if (!block) continue
    else if (operator === 'Tf') {
      block.font = operands[0] ?? ''
      block.size = Number(operands[1])
    } else if (operator === 'Tm') {
      block.matrix = operands.join(' ')
      x = y = 0
    } else if (operator === 'Td') {
      x += Number(operands[0])
      y += Number(operands[1])
    } else if (operator === 'Tj') block.pieces.push({ x, y, codes: codesOf(operands[0] ?? '') })
    else if (operator === 'ET') {
      block.end = end
      groups.at(-1)!.push(block)
      block = undefined
    }
  }
  return groups
}

/** Gives a letter's drawing a name among what the stream may draw, the same each time. */
type NameGroup = (proc: PDFRef, matrix: PDFArray) => string

function groupNames(pdf: PDFDocument, resources: PDFDict): NameGroup {
  const { context } = pdf
  const names = new Map<PDFRef, string>()
  return (proc, matrix) => {
    let made = names.get(proc)
    if (made !== undefined) return made
    const stream = context.lookup(proc) as PDFRawStream
    const body = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
    const [head = '', box = '0 0 1000 1000'] =
      /^\s*[-\d.]+\s+[-\d.]+\s+((?:[-\d.]+\s+){4})d1/.exec(body) ?? []
    // A thousandth of the type's size is finer than print.
    const path = body
      .slice(head.length)
      .replace(/^[^]*?\bd0\b/, '')
      .replace(/-?\d*\.\d+/g, (number) => String(Math.round(Number(number))))
    const form = packedStream(context, Buffer.from(path, 'latin1'), {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: box.trim().split(/\s+/).map(Number),
      Matrix: matrix,
      Resources: {},
    })
    let objects = resources.lookupMaybe(name('XObject'), PDFDict)
    if (!objects) resources.set(name('XObject'), (objects = context.obj({})))
    made = `Halo${names.size}`
    objects.set(name(made), context.register(form))
    names.set(proc, made)
    return made
  }
}

function pathsOf(pdf: PDFDocument, font: PDFDict, block: TextBlock, nameGroup: NameGroup): string {
  const { size, matrix, pieces } = block
  const procs = font.lookup(name('CharProcs'), PDFDict)
  const fontMatrix = font.lookup(name('FontMatrix'), PDFArray)
  const scale = fontMatrix.lookup(0, PDFNumber).asNumber()
  const widths = font.lookup(name('Widths'), PDFArray)
  const first = font.lookup(name('FirstChar'), PDFNumber).asNumber()
  const names = glyphNames(font)
  const drawn = pieces.flatMap(({ x, y, codes }) => {
    let at = x
    return codes.map((code) => {
      const proc = procs.get(names.get(code) ?? name('.notdef'))
      const place = `${size} 0 0 ${size} ${at} ${y} cm`
      at += widths.lookup(code - first, PDFNumber).asNumber() * scale * size
      return proc instanceof PDFRef ? `q ${place} /${nameGroup(proc, fontMatrix)} Do Q\n` : ''
    })
  })
  return `q ${matrix} cm\n${drawn.join('')}Q`
}

function glyphNames(font: PDFDict): Map<number, PDFName> {
  const differences = font.lookup(name('Encoding'), PDFDict).lookup(name('Differences'), PDFArray)
  const names = new Map<number, PDFName>()
  let code = 0
  for (const item of differences.asArray()) {
    if (item instanceof PDFNumber) code = item.asNumber()
    else if (item instanceof PDFName) names.set(code++, item)
  }
  return names
}

const ESCAPES: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

/** The bytes of a string of PDF, written as `<0a0b>` or as `(text)`. */
function codesOf(written: string): number[] {
  if (written.startsWith('<')) return [...Buffer.from(written.slice(1, -1).replace(/\s/g, ''), 'hex')]
  const codes: number[] = []
  for (const [, octal, escaped, plain] of written.slice(1, -1).matchAll(/\\([0-7]{1,3})|\\([^])|([^])/g)) {
    if (octal) codes.push(parseInt(octal, 8))
    else if (escaped) codes.push(ESCAPES[escaped] ?? escaped.charCodeAt(0))
    else codes.push(plain!.charCodeAt(0))
  }
  return codes
}
