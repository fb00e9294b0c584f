let last: Promise<unknown> = Promise.resolve()

/**
 * The bytes of a font file of any format as plain TrueType or OpenType. One after the other: the unpacker answers with
 * a view of its own memory, over which it writes the next font.
 */
export function unpackFont(font: Uint8Array): Promise<Buffer> {
  const unpacked = last.then(async () => {
    const { convert } = await import('fontverter')
    return Buffer.from(await convert(Buffer.from(font), 'sfnt'))
  })
  last = unpacked.catch(() => undefined)
  return unpacked
}
