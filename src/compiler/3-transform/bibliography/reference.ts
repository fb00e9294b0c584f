/** A work as the formatter sees it, wherever it was read from: a small part of CSL. */
export interface Person {
  family: string
  given: string
}

export interface Reference {
  key: string
  /** CSL's type: `article-journal`, `book`, `paper-conference`, `thesis`, … */
  type: string
  authors: Person[]
  editors: Person[]
  /** More authors than the entry names. */
  andOthers: boolean
  title: string
  /** Journal, proceedings or book that it stands in. */
  container: string
  year: string
  /** From 1. */
  month?: number
  volume: string
  issue: string
  pages: string
  edition: string
  publisher: string
  doi: string
  url: string
  /** Name and number in an archive, as `arXiv:1706.03762`. */
  eprint: string
  /** The work as CSL-JSON or YAML had it. */
  csl?: Readonly<Record<string, unknown>>
}

export type Library = ReadonlyMap<string, Reference>
