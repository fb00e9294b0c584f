/** What questions, blanks and cards say: the type that every language fills. */

export interface PracticeWords {
  answers: string
  check: string
  tryAgain: string
  showAnswer: string
  right: string
  rightOnRetry: string
  wrong: string
  isRight: string
  notRight: string
  missing: string
  chooseFirst: string
  typeFirst: string
  yourAnswer: string
  rightAnswer: string
  reset: string
  knew: string
  notYet: string
  knewSaid: string
  notYetSaid: string
  summary: (right: number, all: number) => string
  open: (count: number) => string
  blanks: string
  blanksOn: (count: number) => string
  blanksNone: string
  blank: (number: number, all: number) => string
  revealed: (word: string) => string
  cards: string
  cardsDue: (count: number) => string
  review: string
  noCards: string
  nothingDue: string
  left: (count: number) => string
  minutes: (count: number) => string
  show: string
  grades: readonly [string, string, string, string]
  days: (count: number) => string
  openSlide: string
  backToCards: string
  undo: string
  bury: string
  remove: string
  buried: string
  removed: string
  undone: string
  close: string
  done: string
  doneSaid: (cards: number, right: number) => string
  tomorrow: (count: number) => string
  exam: (days: number, minutes: number) => string
  more: string
  anki: string
  ankiSaid: (count: number) => string
  course: string
}
