declare module 'fontverter' {
  /** A font in another wrapping: `sfnt` is the plain file that all others hold. */
  export function convert(font: Buffer, format: 'sfnt' | 'woff' | 'woff2'): Promise<Buffer>
}
