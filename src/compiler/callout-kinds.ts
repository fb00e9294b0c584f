/** Names of callouts as other tools write them, and ours. */
import { calloutKinds, type CalloutKind } from './interface-words.ts'

const aliases: Record<string, CalloutKind> = {
  hint: 'tip',
  attention: 'warning',
  error: 'danger',
  failure: 'danger',
  bug: 'danger',
  abstract: 'note',
  summary: 'note',
  todo: 'note',
  success: 'tip',
  check: 'tip',
  done: 'tip',
  help: 'question',
  faq: 'question',
  quote: 'note',
  def: 'definition',
  thm: 'theorem',
  prop: 'proposition',
  cor: 'corollary',
  ex: 'example',
  lem: 'lemma',
  prp: 'proposition',
  exm: 'example',
  exr: 'exercise',
  rem: 'remark',
  conj: 'conjecture',
  cnj: 'conjecture',
  flashcards: 'cards',
}

/** The kind a name stands for, or undefined. */
export function calloutKind(name: string): CalloutKind | undefined {
  const lower = name.toLowerCase()
  return (calloutKinds as readonly string[]).includes(lower) ? (lower as CalloutKind) : aliases[lower]
}

/** Prefixes of Quarto's ids, which say what a theorem is where nothing else does: `::: {#lem-x}`. */
const prefixes: Readonly<Record<string, CalloutKind>> = {
  thm: 'theorem',
  lem: 'lemma',
  cor: 'corollary',
  prp: 'proposition',
  cnj: 'conjecture',
  def: 'definition',
  exm: 'example',
  exr: 'exercise',
  sol: 'solution',
  rem: 'remark',
}

/** The kind that an id stands for, or undefined. */
export function theoremKindOf(id: string): CalloutKind | undefined {
  return prefixes[/^([a-z]{3})-./.exec(id)?.[1] ?? '']
}

/** Every name that works, for "did you mean". */
export const calloutNames: readonly string[] = [...calloutKinds, ...Object.keys(aliases)]
