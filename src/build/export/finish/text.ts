/** Strings of a PDF. */

/** A string as it is written: `(text)` or `<0a0b>`. */
export class PdfText {
  readonly written: string

  constructor(written: string) {
    this.written = written
  }

  /** Text of any script, as UTF-16. */
  static of(text: string): PdfText {
    const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()
    return new PdfText(`<${bytes.toString('hex').toUpperCase()}>`)
  }

  /** ASCII, such as an address. */
  static plain(text: string): PdfText {
    return new PdfText(`(${text.replace(/[\\()]/g, '\\$&')})`)
  }

  static date(date: Date): PdfText {
    return PdfText.plain(
      `D:${date
        .toISOString()
        .replace(/\.\d+Z$/, 'Z')
        .replace(/[-:T]/g, '')}`,
    )
  }

  /** What it says. The browser writes UTF-16 where there is more than ASCII. */
  toString(): string {
    const bytes = Buffer.from(bytesIn(this.written))
    if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1')
    return bytes
      .subarray(2, bytes.length & ~1)
      .swap16()
      .toString('utf16le')
  }
}

const ESCAPES: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

/** The bytes of a string as it is written. */
export function bytesIn(written: string): ArrayLike<number> & Iterable<number> {
  if (written.startsWith('<')) return Buffer.from(written.slice(1, -1).replace(/\s/g, ''), 'hex')
  if (!written.includes('\\')) return Buffer.from(written.slice(1, -1), 'latin1')
  const bytes: number[] = []
  const parts = written.slice(1, -1).matchAll(/\\([0-7]{1,3})|\\\r?\n|\\([^])|([^])/g)
  for (const [, octal, escaped, plain] of parts) {
    if (octal) bytes.push(parseInt(octal, 8))
    else if (escaped) bytes.push(ESCAPES[escaped] ?? escaped.charCodeAt(0))
    else if (plain) bytes.push(plain.charCodeAt(0))
  }
  return bytes
}
