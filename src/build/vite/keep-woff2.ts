/**
 * The style sheet with each `@font-face` that offers several formats, as KaTeX's do, cut down to its WOFF2 file: every
 * browser that runs the pages reads it, and the other formats would treble the output.
 */
export function keepWoff2(css: string): string {
  return css.replace(/@font-face\s*\{[^}]*\}/g, (face) =>
    face.replace(/src:\s*([^;}]*)/g, (whole, list: string) => {
      const sources = list
        .split(/,\s*(?=url\(|local\()/)
        .filter((source) => /\.woff2\b|format\(["']?woff2/.test(source))
      return sources.length > 0 ? `src:${sources.join(',').trim()}` : whole
    }),
  )
}
