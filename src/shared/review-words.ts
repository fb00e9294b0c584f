/** What the review page itself says, in the deck's language; further languages stand in `words/more/`. */
import { reviewWordsOfMore } from './words/more/review.ts'
import { inLanguage } from './words/words.ts'

export interface ReviewWords {
  skip: string
  outline: string
  search: string
  settings: string
  present: string
  presentSlide: string
  lecture: string
  spoken: string
  references: string
  minutes: (count: number) => string
  slides: (count: number) => string
  seen: string
  seenOf: (seen: number, all: number) => string
  changed: string
  added: string
  resume: (title: string) => string
  scheme: string
  light: string
  dark: string
  system: string
  textSize: string
  smaller: string
  larger: string
  /** Keys that act without another one, as a choice. */
  keys: string
  close: string
  step: (number: number) => string
  copyTex: string
  copied: string
  drawing: string
  table: string
  formula: string
  code: string
  handout: string
  backup: string
  exportFile: string
  importFile: string
  imported: (count: number) => string
  importFailed: string
  storageDenied: string
  storageFull: string
  bookmark: string
  bookmarked: string
  note: string
  yourNote: string
  searchFor: string
  searchHelp: string
  found: (count: number) => string
  nothingFound: string
  inNotes: string
}

const en: ReviewWords = {
  skip: 'Skip to the slides',
  outline: 'Outline',
  search: 'Search',
  settings: 'Display and data',
  present: 'Present',
  presentSlide: 'Present this slide',
  lecture: 'Lecture',
  spoken: 'In the lecture',
  references: 'References',
  minutes: (count) => `${count} min`,
  slides: (count) => (count === 1 ? '1 slide' : `${count} slides`),
  seen: 'read',
  seenOf: (seen, all) => `${seen} of ${all} read`,
  changed: 'changed since you read it',
  added: 'new',
  resume: (title) => `Continue at “${title}”`,
  scheme: 'Colours',
  light: 'Light',
  dark: 'Dark',
  system: 'System',
  textSize: 'Text size',
  smaller: 'Smaller text',
  larger: 'Larger text',
  keys: 'Single keys',
  close: 'Close',
  step: (number) => `Show step ${number} on the slide`,
  copyTex: 'Copy LaTeX',
  copied: 'Copied',
  drawing: 'Drawing, can be moved sideways',
  table: 'Table, can be moved sideways',
  formula: 'Formula, can be moved sideways',
  code: 'Code, can be moved sideways',
  handout: 'Print',
  backup: 'Your progress',
  exportFile: 'Save to a file',
  importFile: 'Read from a file',
  imported: (count) => (count === 1 ? '1 entry taken over.' : `${count} entries taken over.`),
  importFailed: 'This is no file that a review has saved.',
  storageDenied:
    'This browser lets the page keep nothing. Your progress lasts until you close the page; save it to a file before.',
  storageFull: 'There is no room left to keep your progress. Save it to a file, then free some space.',
  bookmark: 'Bookmark',
  bookmarked: 'Bookmarked',
  note: 'My note',
  yourNote: 'Your note on this slide',
  searchFor: 'Words, 中文 or LaTeX',
  searchHelp: 'Arrow keys choose, Enter opens, Escape closes.',
  found: (count) => (count === 1 ? '1 slide' : `${count} slides`),
  nothingFound: 'No slide has all of this.',
  inNotes: 'In the lecture:',
}

const de: ReviewWords = {
  skip: 'Zu den Folien',
  outline: 'Gliederung',
  search: 'Suchen',
  settings: 'Anzeige und Daten',
  present: 'Vortragen',
  presentSlide: 'Diese Folie vortragen',
  lecture: 'Vorlesung',
  spoken: 'In der Vorlesung',
  references: 'Literatur',
  minutes: (count) => `${count} Min.`,
  slides: (count) => (count === 1 ? '1 Folie' : `${count} Folien`),
  seen: 'gelesen',
  seenOf: (seen, all) => `${seen} von ${all} gelesen`,
  changed: 'geändert, seit du sie gelesen hast',
  added: 'neu',
  resume: (title) => `Weiter bei „${title}“`,
  scheme: 'Farben',
  light: 'Hell',
  dark: 'Dunkel',
  system: 'System',
  textSize: 'Schriftgröße',
  smaller: 'Kleinere Schrift',
  larger: 'Größere Schrift',
  keys: 'Einzelne Tasten',
  close: 'Schließen',
  step: (number) => `Schritt ${number} auf der Folie zeigen`,
  copyTex: 'LaTeX kopieren',
  copied: 'Kopiert',
  drawing: 'Zeichnung, seitlich verschiebbar',
  table: 'Tabelle, seitlich verschiebbar',
  formula: 'Formel, seitlich verschiebbar',
  code: 'Code, seitlich verschiebbar',
  handout: 'Drucken',
  backup: 'Dein Fortschritt',
  exportFile: 'In eine Datei sichern',
  importFile: 'Aus einer Datei lesen',
  imported: (count) => (count === 1 ? '1 Eintrag übernommen.' : `${count} Einträge übernommen.`),
  importFailed: 'Diese Datei hat keine Wiederholung gesichert.',
  storageDenied:
    'Dieser Browser lässt die Seite nichts behalten. Dein Fortschritt gilt, bis du sie schließt; sichere ihn vorher in eine Datei.',
  storageFull:
    'Es ist kein Platz mehr für deinen Fortschritt. Sichere ihn in eine Datei und schaffe dann Platz.',
  bookmark: 'Merken',
  bookmarked: 'Gemerkt',
  note: 'Meine Notiz',
  yourNote: 'Deine Notiz zu dieser Folie',
  searchFor: 'Wörter, 中文 oder LaTeX',
  searchHelp: 'Pfeiltasten wählen, Eingabe öffnet, Escape schließt.',
  found: (count) => (count === 1 ? '1 Folie' : `${count} Folien`),
  nothingFound: 'Keine Folie hat all das.',
  inNotes: 'In der Vorlesung:',
}

const zh: ReviewWords = {
  skip: '跳到幻灯片',
  outline: '目录',
  search: '搜索',
  settings: '显示与数据',
  present: '放映',
  presentSlide: '放映这一页',
  lecture: '讲授',
  spoken: '课堂讲解',
  references: '参考文献',
  minutes: (count) => `${count} 分钟`,
  slides: (count) => `${count} 页`,
  seen: '已读',
  seenOf: (seen, all) => `已读 ${seen}/${all}`,
  changed: '读过之后有改动',
  added: '新增',
  resume: (title) => `从“${title}”继续`,
  scheme: '配色',
  light: '浅色',
  dark: '深色',
  system: '跟随系统',
  textSize: '字号',
  smaller: '缩小字号',
  larger: '放大字号',
  keys: '单键快捷键',
  close: '关闭',
  step: (number) => `在幻灯片上指出第 ${number} 步`,
  copyTex: '复制 LaTeX',
  copied: '已复制',
  drawing: '图，可左右移动',
  table: '表格，可左右移动',
  formula: '公式，可左右移动',
  code: '代码，可左右移动',
  handout: '打印',
  backup: '我的进度',
  exportFile: '保存到文件',
  importFile: '从文件读取',
  imported: (count) => `已并入 ${count} 条记录。`,
  importFailed: '这不是复习页保存的文件。',
  storageDenied: '浏览器不允许本页保存数据。进度只保留到关闭页面为止，请先保存到文件。',
  storageFull: '没有空间保存进度了。请先保存到文件，再清理一些空间。',
  bookmark: '加书签',
  bookmarked: '已加书签',
  note: '我的笔记',
  yourNote: '关于这一页的笔记',
  searchFor: '词语、English 或 LaTeX',
  searchHelp: '方向键选择，回车打开，Esc 关闭。',
  found: (count) => `${count} 页`,
  nothingFound: '没有一页包含全部内容。',
  inNotes: '课堂讲解：',
}

const languages: { en: ReviewWords } & Record<string, ReviewWords> = { en, de, zh, ...reviewWordsOfMore }

/** The words in the language `lang` (BCP 47). */
export function reviewWords(lang: string): ReviewWords {
  return inLanguage(languages, lang)
}
