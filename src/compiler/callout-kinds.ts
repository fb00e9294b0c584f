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

/** Every name that works, for "did you mean". */
export const calloutNames: readonly string[] = [...calloutKinds, ...Object.keys(aliases)]
