import type { Plugin } from 'vite'

/**
 * Leaves only WOFF2 in `@font-face` rules that offer several formats, as KaTeX's do: every browser that runs the
 * pages reads it, and the other formats would treble the output.
 */
export function woff2Plugin(): Plugin {
  return {
    name: 'lectern:woff2',
    enforce: 'pre',
    transform: (code, id) =>
      /\.css(\?|$)/.test(id) && code.includes('@font-face') ? keepWoff2(code) : undefined,
  }
}

/** The style sheet with each `src:` that names a WOFF2 file cut down to that file. */
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
