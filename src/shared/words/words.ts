/** What Lectern itself says on slides and around them: the types that every language fills. */

/** The few words that stand on slides. `{n}` is where a number goes that does not follow the word. */
export type SlideWords = Record<
  | 'note'
  | 'tip'
  | 'important'
  | 'warning'
  | 'caution'
  | 'danger'
  | 'info'
  | 'example'
  | 'question'
  | 'definition'
  | 'theorem'
  | 'lemma'
  | 'proposition'
  | 'corollary'
  | 'proof'
  | 'remark'
  | 'axiom'
  | 'conjecture'
  | 'exercise'
  | 'solution'
  | 'quiz'
  | 'think'
  | 'cards'
  | 'figure'
  | 'table'
  | 'equation'
  | 'section'
  | 'slide'
  | 'references'
  | 'answer'
  | 'hint'
  | 'selectAll'
  | 'footnotes'
  | 'andOthers'
  | 'and'
  | 'noDate'
  /** Of a box in a list of tasks. */
  | 'done'
  | 'open',
  string
>

/** A phrase with a number, by the plural forms of its language; `{n}` is the number. */
export type Counted = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** What the pages say beside the slides. */
export interface PageWords {
  help: string
  close: string
  resume: string
  jump: string
  /** `{t}` is the title of a slide. */
  goOn: string
  read: string
  previous: string
  next: string
  lecture: string
  review: string
  print: string
  sections: string
  lectures: string
  /** What each key does. */
  keys: Record<
    | 'next'
    | 'previous'
    | 'skip'
    | 'ends'
    | 'overview'
    | 'jump'
    | 'fullscreen'
    | 'pause'
    | 'white'
    | 'laser'
    | 'spotlight'
    | 'zoom'
    | 'pen'
    | 'marker'
    | 'colours'
    | 'eraser'
    | 'undo'
    | 'clear'
    | 'board'
    | 'away'
    | 'timer'
    | 'print'
    | 'speaker'
    | 'scheme'
    | 'help',
    string
  >
  /** What the drawing tools say beside what their keys do; `colour` is followed by its number. */
  tools: Record<'colour' | 'redo' | 'save' | 'load' | 'notKept' | 'notInk', string>
  errors: Counted
  warnings: Counted
  slides: Counted
  /** Reading time. */
  minutes: Counted
}

/** What the lecture page says, in one language: its script carries none. */
export interface LectureWords extends PageWords {
  /** Said where the browser does not open the speaker view. */
  blocked: string
}

/** The entry of a table by the language's first part. */
export function inLanguage<T>(languages: { en: T } & Record<string, T>, lang: string): T {
  const name = lang.toLowerCase().split('-')[0] as string
  // Hebrew's code before 1989.
  return languages[name === 'iw' ? 'he' : name] ?? languages.en
}

/** A phrase with its number. */
export function counted(forms: Counted, count: number, lang: string): string {
  return (forms[pluralRule(lang, count)] ?? forms.other).replace('{n}', String(count))
}

function pluralRule(lang: string, count: number): Intl.LDMLPluralRule {
  try {
    return new Intl.PluralRules(lang).select(count)
  } catch {
    // A language that is no tag: English speaks.
    return count === 1 ? 'one' : 'other'
  }
}
