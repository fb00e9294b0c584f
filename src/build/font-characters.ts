/** Which characters a font file has, from its `cmap` table. */

/** The code points of an unpacked TrueType or OpenType font; its tables of format 4 and 12 are read. */
export function fontCharacters(font: Buffer): Set<number> {
  const found = new Set<number>()
  const cmap = tableAt(font, 'cmap')
  if (cmap === undefined) return found
  const add = (first: number, last: number): void => {
    for (let code = first; code <= last; code++) found.add(code)
  }
  const count = font.readUInt16BE(cmap + 2)
  for (let index = 0; index < count; index++) {
    const at = cmap + font.readUInt32BE(cmap + 4 + 8 * index + 4)
    const format = font.readUInt16BE(at)
    if (format === 12) {
      const groups = font.readUInt32BE(at + 12)
      for (let group = at + 16; group < at + 16 + 12 * groups; group += 12)
        add(font.readUInt32BE(group), font.readUInt32BE(group + 4))
    } else if (format === 4) {
      const double = font.readUInt16BE(at + 6)
      for (let segment = 0; segment < double; segment += 2) {
        const last = font.readUInt16BE(at + 14 + segment)
        // The last segment only ends the table.
        if (last < 0xffff) add(font.readUInt16BE(at + 16 + double + segment), last)
      }
    }
  }
  return found
}

function tableAt(font: Buffer, tag: string): number | undefined {
  const tables = font.readUInt16BE(4)
  for (let at = 12; at < 12 + 16 * tables; at += 16)
    if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8)
  return undefined
}
