/** The table that says where each object stands (ISO 32000-1, 7.5.8). */

/** Bytes of a row: kind, offset or pack, index in the pack. */
const ROW = 7
export const ROW_WIDTHS = '[1 4 2]'

export class PlacesTable {
  readonly #rows: DataView<ArrayBuffer>
  readonly #size: number

  /** A table for so many objects. */
  constructor(size: number) {
    this.#size = size
    this.#rows = new DataView(new ArrayBuffer(ROW * size))
    // Object 0 heads the list of free ones.
    this.#rows.setUint16(5, 0xffff)
  }

  /** The object stands at this offset in the file. */
  set(number: number, offset: number): void {
    this.#rows.setUint8(ROW * number, 1)
    this.#rows.setUint32(ROW * number + 1, offset)
  }

  /** The object is one of those in a packed stream. */
  setPacked(number: number, pack: number, index: number): void {
    this.#rows.setUint8(ROW * number, 2)
    this.#rows.setUint32(ROW * number + 1, pack)
    this.#rows.setUint16(ROW * number + 5, index)
  }

  /** The rows of objects that are there, and of each stretch of them its first number and its length. */
  written(): { sections: number[]; rows: Uint8Array } {
    const sections: number[] = []
    const rows: Uint8Array[] = []
    for (let first = 0; first < this.#size; first++) {
      let end = first
      while (end === 0 || (end < this.#size && this.#rows.getUint8(ROW * end) > 0)) end++
      if (end === first) continue
      sections.push(first, end - first)
      rows.push(new Uint8Array(this.#rows.buffer, ROW * first, ROW * (end - first)))
      first = end
    }
    return { sections, rows: Buffer.concat(rows) }
  }
}
