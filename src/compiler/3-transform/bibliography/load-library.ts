/** The works of a deck, from the files that it names or from `references.bib` beside it. */
import type { Context } from '../../context.ts'
import { didYouMean } from '../../suggest.ts'
import { readLibrary } from './read-library.ts'
import type { Library, Reference } from './reference.ts'

const usual = ['references.bib', 'references.json', 'references.yaml', 'references.yml']
/** How many keys a message names. */
const MOST_KEYS = 5
const kept = new Map<string, ReturnType<typeof readLibrary>>()

/** Reads all files; the first entry of a key counts. Reports `bibliography-missing`, `bibliography-syntax` and `key-duplicate`. */
export function loadLibrary(context: Context): Library {
  const library = new Map<string, Reference>()
  const { bibliography } = context.facts
  const named = bibliography.length > 0
  for (const path of named ? bibliography : usual) {
    const text = context.host.read(path)
    if (text === undefined) {
      if (named) {
        context.report(
          'bibliography-missing',
          context.facts.places.bibliography ?? { line: 1, column: 1 },
          `The bibliography \`${path}\` is not there`,
          {
            fix: didYouMean(
              path,
              context.host.siblings(),
              'Correct `bibliography:` or add the file beside the deck.',
            ),
          },
        )
      }
      continue
    }
    const { references, problems } = read(text, path)
    for (const { line, reason } of problems) {
      context.report(
        'bibliography-syntax',
        context.facts.places.bibliography ?? { line: 1, column: 1 },
        `${reason} (${path}, line ${line})`,
      )
    }
    reportTwice(references, path, context)
    for (const reference of references) if (!library.has(reference.key)) library.set(reference.key, reference)
  }
  return library
}

/** One message a file, however many of its keys stand twice. */
function reportTwice(references: readonly Reference[], path: string, context: Context): void {
  const keys = references.map(({ key }) => key)
  const twice = [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))]
  if (twice.length === 0) return
  const shown = twice.slice(0, MOST_KEYS).map((key) => `\`${key}\``)
  const more = twice.length > MOST_KEYS ? ` and ${twice.length - MOST_KEYS} more` : ''
  const place = context.facts.places.bibliography ?? { line: 1, column: 1 }
  const reason = `In \`${path}\` there is more than one work called ${shown.join(', ')}${more}: the first counts`
  context.report('key-duplicate', place, reason)
}

/** An edit of the deck seldom touches its bibliography. */
function read(text: string, path: string): ReturnType<typeof readLibrary> {
  let result = kept.get(text)
  if (!result) {
    if (kept.size >= 20) kept.clear()
    result = readLibrary(text, path)
    kept.set(text, result)
  }
  return result
}
