/** German: questions, blanks and cards. */
import type { PracticeWords } from './words.ts'

export const practiceWords: PracticeWords = {
  answers: 'Antworten',
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
