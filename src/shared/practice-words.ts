/** What questions, blanks and cards say, in the languages that the review speaks; English where it lacks the deck's. */

export interface PracticeWords {
  answers: string
  answer: string
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

const en: PracticeWords = {
  answers: 'Answers',
  answer: 'Answer',
  check: 'Check',
  tryAgain: 'Try again',
  showAnswer: 'Show the answer',
  right: 'Right.',
  rightOnRetry: 'Right this time. It comes back as a card.',
  wrong: 'Not right yet.',
  isRight: 'right',
  notRight: 'not right',
  missing: 'Not quite: some options are missing or too many.',
  chooseFirst: 'Choose an option first.',
  typeFirst: 'Type an answer first.',
  yourAnswer: 'Your answer',
  rightAnswer: 'The right answer',
  reset: 'Answer again',
  knew: 'Knew it',
  notYet: 'Not yet',
  knewSaid: 'Noted: you knew it.',
  notYetSaid: 'Noted: it comes back as a card.',
  summary: (right, all) => `${right} of ${all} right`,
  open: (count) => (count === 1 ? '1 question open' : `${count} questions open`),
  blanks: 'Blanks',
  blanksOn: (count) =>
    count === 1 ? '1 term is a blank now.' : `${count} terms are blanks now. Press one to see its word.`,
  blanksNone: 'No terms here can become blanks.',
  blank: (number, all) => `Blank ${number} of ${all}`,
  revealed: (word) => `It was “${word}”. Did you know it?`,
  cards: 'Cards',
  cardsDue: (count) => (count === 1 ? '1 card due' : `${count} cards due`),
  review: 'Review cards',
  noCards: 'There are no cards yet.',
  nothingDue: 'Nothing is due. Well done.',
  left: (count) => (count === 1 ? '1 card left' : `${count} cards left`),
  minutes: (count) => `about ${count} min`,
  show: 'Show answer',
  grades: ['Again', 'Hard', 'Good', 'Easy'],
  days: (count) => (count === 1 ? '1 day' : `${count} days`),
  openSlide: 'Open the slide',
  backToCards: 'Back to the cards',
  undo: 'Undo',
  bury: 'Not today',
  remove: 'Delete card',
  buried: 'Put off until tomorrow.',
  removed: 'Deleted.',
  undone: 'Taken back.',
  close: 'Close',
  done: 'Done for now',
  doneSaid: (cards, right) => `${cards === 1 ? '1 card' : `${cards} cards`}, ${right} of them known at once.`,
  tomorrow: (count) =>
    count === 0
      ? 'Nothing is due tomorrow.'
      : `Due by tomorrow: ${count === 1 ? '1 card' : `${count} cards`}.`,
  exam: (days, minutes) =>
    days === 0
      ? 'The exam is today.'
      : `${days === 1 ? '1 day' : `${days} days`} to the exam: about ${minutes} min a day, and every card comes again before it.`,
  more: 'Ten more minutes',
  anki: 'Save for Anki',
  ankiSaid: (count) => (count === 1 ? '1 card saved.' : `${count} cards saved.`),
  course: 'All lectures',
}

const de: PracticeWords = {
  answers: 'Antworten',
  answer: 'Antwort',
  check: 'Prüfen',
  tryAgain: 'Noch einmal',
  showAnswer: 'Antwort zeigen',
  right: 'Richtig.',
  rightOnRetry: 'Diesmal richtig. Es kommt als Karte wieder.',
  wrong: 'Noch nicht richtig.',
  isRight: 'richtig',
  notRight: 'nicht richtig',
  missing: 'Nicht ganz: Es fehlen Antworten oder es sind zu viele.',
  chooseFirst: 'Wähle zuerst eine Antwort.',
  typeFirst: 'Gib zuerst eine Antwort ein.',
  yourAnswer: 'Deine Antwort',
  rightAnswer: 'Die richtige Antwort',
  reset: 'Neu beantworten',
  knew: 'Gewusst',
  notYet: 'Noch nicht',
  knewSaid: 'Notiert: gewusst.',
  notYetSaid: 'Notiert: Es kommt als Karte wieder.',
  summary: (right, all) => `${right} von ${all} richtig`,
  open: (count) => (count === 1 ? '1 Frage offen' : `${count} Fragen offen`),
  blanks: 'Lücken',
  blanksOn: (count) =>
    count === 1 ? '1 Begriff ist jetzt eine Lücke.' : `${count} Begriffe sind jetzt Lücken. Drücke auf eine.`,
  blanksNone: 'Hier gibt es keine Begriffe für Lücken.',
  blank: (number, all) => `Lücke ${number} von ${all}`,
  revealed: (word) => `Es war „${word}“. Hast du es gewusst?`,
  cards: 'Karten',
  cardsDue: (count) => (count === 1 ? '1 Karte fällig' : `${count} Karten fällig`),
  review: 'Karten wiederholen',
  noCards: 'Es gibt noch keine Karten.',
  nothingDue: 'Nichts ist fällig. Gut gemacht.',
  left: (count) => (count === 1 ? 'noch 1 Karte' : `noch ${count} Karten`),
  minutes: (count) => `etwa ${count} Min.`,
  show: 'Antwort zeigen',
  grades: ['Nochmal', 'Schwer', 'Gut', 'Leicht'],
  days: (count) => (count === 1 ? '1 Tag' : `${count} Tage`),
  openSlide: 'Folie öffnen',
  backToCards: 'Zurück zu den Karten',
  undo: 'Zurücknehmen',
  bury: 'Heute nicht',
  remove: 'Karte löschen',
  buried: 'Auf morgen verschoben.',
  removed: 'Gelöscht.',
  undone: 'Zurückgenommen.',
  close: 'Schließen',
  done: 'Fertig für jetzt',
  doneSaid: (cards, right) =>
    `${cards === 1 ? '1 Karte' : `${cards} Karten`}, davon ${right} sofort gewusst.`,
  tomorrow: (count) =>
    count === 0
      ? 'Morgen ist nichts fällig.'
      : `Bis morgen fällig: ${count === 1 ? '1 Karte' : `${count} Karten`}.`,
  exam: (days, minutes) =>
    days === 0
      ? 'Die Prüfung ist heute.'
      : `Noch ${days === 1 ? '1 Tag' : `${days} Tage`} bis zur Prüfung: etwa ${minutes} Min. am Tag, und jede Karte kommt vorher noch einmal.`,
  more: 'Weitere zehn Minuten',
  anki: 'Für Anki sichern',
  ankiSaid: (count) => (count === 1 ? '1 Karte gesichert.' : `${count} Karten gesichert.`),
  course: 'Alle Vorlesungen',
}

const zh: PracticeWords = {
  answers: '答案',
  answer: '答案',
  check: '提交',
  tryAgain: '再试一次',
  showAnswer: '显示答案',
  right: '正确。',
  rightOnRetry: '这次对了。会以卡片再出现。',
  wrong: '还不对。',
  isRight: '正确',
  notRight: '不对',
  missing: '不完全对：有漏选或多选。',
  chooseFirst: '请先选择一项。',
  typeFirst: '请先输入答案。',
  yourAnswer: '你的答案',
  rightAnswer: '正确答案',
  reset: '重新作答',
  knew: '知道',
  notYet: '还不会',
  knewSaid: '已记下：知道。',
  notYetSaid: '已记下：会以卡片再出现。',
  summary: (right, all) => `答对 ${right}/${all}`,
  open: (count) => `还有 ${count} 题未答`,
  blanks: '填空',
  blanksOn: (count) => `已把 ${count} 个术语变成空格，按一下显示。`,
  blanksNone: '这里没有可以变成空格的术语。',
  blank: (number, all) => `第 ${number} 空，共 ${all} 空`,
  revealed: (word) => `是“${word}”。你知道吗？`,
  cards: '卡片',
  cardsDue: (count) => `${count} 张到期`,
  review: '复习卡片',
  noCards: '还没有卡片。',
  nothingDue: '没有到期的卡片，做得好。',
  left: (count) => `剩 ${count} 张`,
  minutes: (count) => `约 ${count} 分钟`,
  show: '显示答案',
  grades: ['重来', '困难', '良好', '容易'],
  days: (count) => `${count} 天`,
  openSlide: '打开幻灯片',
  backToCards: '回到卡片',
  undo: '撤销',
  bury: '今天不看',
  remove: '删除卡片',
  buried: '推迟到明天。',
  removed: '已删除。',
  undone: '已撤销。',
  close: '关闭',
  done: '这次完成了',
  doneSaid: (cards, right) => `${cards} 张卡片，其中 ${right} 张一次答出。`,
  tomorrow: (count) => (count === 0 ? '明天没有到期的卡片。' : `到明天有 ${count} 张到期。`),
  exam: (days, minutes) =>
    days === 0 ? '今天考试。' : `距考试还有 ${days} 天：每天约 ${minutes} 分钟，每张卡片考前都会再出现。`,
  more: '再来十分钟',
  anki: '导出到 Anki',
  ankiSaid: (count) => `已导出 ${count} 张卡片。`,
  course: '全部课程',
}

const languages: Record<string, PracticeWords> = { en, de, zh }

/** The words in the language `lang` (BCP 47). */
export function practiceWords(lang: string): PracticeWords {
  return languages[lang.slice(0, 2).toLowerCase()] ?? en
}
