/**
 * How text becomes words to search for, the same when the index is made and when it is asked. Chinese has no spaces:
 * its runs are cut into pairs of characters. Formulas are searched by their LaTeX.
 */

/** Kana and Hangul are cut like Han. */
const HAN_RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu
const WORD = /\p{N}+(?:[.,]\p{N}+)+\p{L}*|[\p{L}\p{M}\p{N}]+(?:[-'][\p{L}\p{M}\p{N}]+)*/gu

/** Words that a question has and an answer need not. */
const SMALL = new Set(
  'a an and are as at be by did do does for from has have how in is it its of on or that the this to was were what when which why with der die das ein eine und ist im von zu wie was warum'.split(
    ' ',
  ),
)

/** One wish of a query: any of `any` will do, each a list of terms that must all be there. */
export interface Wish {
  any: string[][]
  /** Whether longer words that begin so will do, and misspelt ones. */
  loose: boolean
}

/** Lower case, one form for each character, plain apostrophes and hyphens. */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[‐‑‒–−]/g, '-')
}

/** The terms of running text, for the index. */
export function textTerms(text: string): string[] {
  const terms: string[] = []
  const rest = foldText(text).replace(HAN_RUN, (run) => {
    terms.push(...run, ...pairs(run))
    return ' '
  })
  for (const [word] of rest.matchAll(WORD)) terms.push(...formsOf(word))
  return terms
}

/** The terms of a formula, for the index: commands with and without their backslash, indices as one word and apart. */
export function texTerms(tex: string): string[] {
  const pieces = texPieces(tex)
  // Written apart, said as one word.
  if (pieces.some((piece, index) => piece === '\\arg' && /^\\m(?:ax|in)$/.test(pieces[index + 1] ?? '')))
    pieces.push(...['max', 'min'].filter((name) => pieces.includes(`\\${name}`)).map((name) => `arg${name}`))
  return pieces.flatMap((piece) => {
    if (piece.startsWith('\\')) return [piece, piece.slice(1)]
    const parts = piece.split(/[_^]/).filter(Boolean)
    const letters = parts.flatMap((part) => [part, ...(/^\p{L}{2,3}$/u.test(part) ? part : '')])
    return [...new Set([piece, piece.replace(/[_^]/g, ''), ...letters])]
  })
}

/** What a query asks for; empty where it has no word. */
export function readQuery(query: string): Wish[] {
  if (/[\\_^{}]/.test(query)) {
    const [, words = '', tex = query] = /^([^\\_^{}$]*\s)?(.*)$/su.exec(query.trim()) ?? []
    return [
      ...plainWishes(words),
      ...texPieces(tex).map((piece) => ({ any: [[piece]], loose: /^\\?\p{L}+$/u.test(piece) })),
    ]
  }
  return plainWishes(query)
}

function plainWishes(query: string): Wish[] {
  const wishes: Wish[] = []
  const small: Wish[] = []
  const rest = foldText(query).replace(HAN_RUN, (run) => {
    const terms = run.length === 1 ? [run] : pairs(run)
    wishes.push({ any: [terms], loose: false })
    return ' '
  })
  for (const [word] of rest.matchAll(WORD)) {
    const parts = partsOf(word)
    const any = parts.length > 1 ? [[joined(word)], parts] : [[joined(word)]]
    ;(SMALL.has(word) ? small : wishes).push({ any, loose: true })
  }
  return wishes.length > 0 ? wishes : small
}

/** `GPT-3` is found by itself, by `gpt3`, `gpt` and `3`. */
function formsOf(word: string): string[] {
  const parts = partsOf(word)
  return parts.length > 1 ? [joined(word), ...parts] : [joined(word)]
}

function partsOf(word: string): string[] {
  return word.includes('-') || word.includes("'") ? word.split(/[-']/) : [word]
}

function joined(word: string): string {
  return word.replace(/[-',]/g, '')
}

function pairs(run: string): string[] {
  const characters = [...run]
  return characters.slice(1).map((character, index) => characters[index]! + character)
}

/** Commands that only set type: what they hold counts. */
const TYPE =
  /\\(?:math(?:rm|bf|it|sf|cal|bb|frak)|boldsymbol|bm|text(?:bf|it)?|operatorname\*?|left|right|[bB]igg?|displaystyle|(?:no)?limits|q?quad)(?![a-zA-Z])/g

/** A formula in pieces: `\sqrt`, `d_k`, `qk`. */
function texPieces(tex: string): string[] {
  const plain = tex
    .replace(
      /\\(?:begin|end)\{[^}]*\}|\\(?:label|tag)\{[^}]*\}|\\fragment(?:\{\s*\d+\s*\})?(?![a-zA-Z])|\\term\{[^}]*\}|\\[,;:! \\]/g,
      ' ',
    )
    .replace(TYPE, ' ')
    // An index is one word with its symbol.
    .replace(/([_^])\s*\{\s*([\p{L}\p{N}]+)\s*\}/gu, '$1$2 ')
    .replace(/([_^])\s*(?=\\)/g, ' ')
    .replace(/([_^])([\p{L}\p{N}])(?=[\p{L}\p{N}])/gu, '$1$2 ')
  // A command with an index is both: `\theta` and `theta_0`.
  const folded = foldText(plain).replace(/\\([a-z]+)(_[\p{L}\p{N}]+)/gu, '\\$1 $1$2 ')
  return folded.match(/\\[a-z]+|[\p{L}\p{N}]+(?:[.][\p{N}]+)?(?:[_^][\p{L}\p{N}]+)*/gu) ?? []
}
