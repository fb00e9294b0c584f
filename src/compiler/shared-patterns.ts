/**
 * Most of the time that highlighting a short deck takes goes into compiling a grammar's patterns: its lists name the same
 * few hundred again and again, and an engine compiles each list anew. Here each pattern is compiled once, when it is
 * first tried, and what it last found is kept for all lists.
 */
import type { PatternScanner, RegexEngine, RegexEngineString } from 'shiki/core'

type Found = ReturnType<PatternScanner['findNextMatchSync']>

/** `engine` with patterns that all scanners share. What they find is the same. */
export function sharingPatterns(engine: RegexEngine): RegexEngine {
  const patterns = new Map<string, Pattern>()
  const patternOf = (source: string): Pattern => {
    let pattern = patterns.get(source)
    if (!pattern) patterns.set(source, (pattern = new Pattern(engine, source)))
    return pattern
  }
  return {
    createString: (text) => engine.createString(text),
    createScanner: (sources) =>
      scannerOf(sources.map((source) => patternOf(typeof source === 'string' ? source : source.source))),
  }
}

class Pattern {
  readonly #engine: RegexEngine
  readonly #source: string
  #scanner: PatternScanner | undefined
  /** The last search, and what it found. */
  #text: string | RegexEngineString | undefined
  #from = 0
  #options: unknown
  #found: Found = null

  constructor(engine: RegexEngine, source: string) {
    this.#engine = engine
    this.#source = source
  }

  find(text: string | RegexEngineString, from: number, options: number): Found {
    if (this.#text === text && this.#options === options && this.#from <= from) {
      // Further on in the same text the next match is still the next, or there is still none.
      if (this.#found === null || startOf(this.#found) >= from) return this.#found
    }
    this.#scanner ??= this.#engine.createScanner([this.#source])
    this.#found = this.#scanner.findNextMatchSync(text, from, options)
    // A match that must begin where the search does (`\G`) depends on that place.
    this.#text = this.#source.includes('\\G') ? undefined : text
    this.#from = from
    this.#options = options
    return this.#found
  }
}

/** Finds what begins first; of those that begin at the same place, what stands first in the list. */
function scannerOf(patterns: readonly Pattern[]): PatternScanner {
  return {
    findNextMatchSync(text, from, options) {
      let first: Found = null
      let start = Infinity
      let index = 0
      for (let at = 0; at < patterns.length && start > from; at++) {
        const found = patterns[at]!.find(text, from, options)
        if (found === null || startOf(found) >= start) continue
        first = found
        start = startOf(found)
        index = at
      }
      return first && { index, captureIndices: first.captureIndices }
    },
  }
}

const startOf = ({ captureIndices }: NonNullable<Found>): number => captureIndices[0]!.start
