declare module 'subset-font' {
  interface Options {
    targetFormat?: 'sfnt' | 'woff' | 'woff2'
    variationAxes?: Record<string, number | { min: number; max: number; default?: number }>
    preserveNameIds?: number[]
    noHinting?: boolean
  }
  /** A font with the characters of `text` only. */
  const subsetFont: (font: Buffer, text: string, options?: Options) => Promise<Buffer>
  export = subsetFont
}
