/** The family of theorems: what is numbered, and which ids other tools give them. */

/** `always`, `id`: where it has an id to be referred to by; `never`. */
const numbering = {
  theorem: 'always',
  lemma: 'always',
  proposition: 'always',
  corollary: 'always',
  conjecture: 'always',
  axiom: 'always',
  definition: 'always',
  example: 'always',
  exercise: 'always',
  remark: 'id',
  solution: 'never',
  proof: 'never',
} as const

export type TheoremKind = keyof typeof numbering

/** Whether a callout's kind is set as theorems are: its name in brackets after its number. */
export function isTheoremKind(kind: string): kind is TheoremKind {
  return kind in numbering
}

/** When a kind has a number. LaTeX and Quarto leave remarks and proofs without one; here an id gives a remark its own. */
export function numberingOf(kind: TheoremKind): 'always' | 'id' | 'never' {
  return numbering[kind]
}
