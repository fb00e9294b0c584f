/** All that the compiler may ask of the outside. The build gives one over files, a test gives one over an object. */
export interface Host {
  /** The text of a file beside the deck, or undefined. `path` is as the author wrote it, relative to the deck. */
  read(path: string): string | undefined
  /**
   * A file that pages link to (image, video, download). Gives its site-relative URL (`assets/NAME-HASH.ext` in a
   * build) and, for images, its size in px; undefined where there is no such file inside the project.
   */
  asset(path: string): Asset | undefined
  /** Files beside the deck, for "did you mean". */
  siblings(): string[]
}

export interface Asset {
  url: string
  width?: number
  height?: number
}

/** A host over a plain object: `{ 'references.bib': '…', 'a.png': '' }`. */
export function memoryHost(files: Record<string, string>): Host {
  return {
    read: (path) => files[path],
    asset: (path) => (path in files ? { url: `assets/${path}` } : undefined),
    siblings: () => Object.keys(files),
  }
}
