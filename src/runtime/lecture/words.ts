/** What the lecture page itself says, in the languages it speaks; English where it does not speak the deck's. */

export interface Words {
  help: string
  close: string
  keys: Record<
    | 'next'
    | 'previous'
    | 'skip'
    | 'ends'
    | 'overview'
    | 'jump'
    | 'fullscreen'
    | 'pause'
    | 'speaker'
    | 'scheme'
    | 'help',
    string
  >
  resume: string
  jump: string
  read: string
  previous: string
  next: string
  problems: (errors: number, warnings: number) => string
}

const en: Words = {
  help: 'Keys',
  close: 'Close',
  keys: {
    next: 'Next step or slide',
    previous: 'Step or slide back',
    skip: 'Next or previous slide, without its steps',
    ends: 'First or last slide',
    overview: 'Overview of all slides',
    jump: 'Jump to a slide by number or word',
    fullscreen: 'Full screen',
    pause: 'Black screen',
    speaker: 'Speaker view with notes',
    scheme: 'Light or dark',
    help: 'This card',
  },
  resume: 'Resume',
  jump: 'Slide number or word',
  read: 'Read as a page',
  previous: 'Back',
  next: 'Next',
  problems: (errors, warnings) =>
    [
      errors && `${errors} ${errors === 1 ? 'error' : 'errors'}`,
      warnings && `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
    ]
      .filter(Boolean)
      .join(', '),
}

const de: Words = {
  help: 'Tasten',
  close: 'Schließen',
  keys: {
    next: 'Nächster Schritt oder nächste Folie',
    previous: 'Schritt oder Folie zurück',
    skip: 'Nächste oder vorige Folie, ohne ihre Schritte',
    ends: 'Erste oder letzte Folie',
    overview: 'Übersicht aller Folien',
    jump: 'Zu einer Folie springen: Nummer oder Wort',
    fullscreen: 'Vollbild',
    pause: 'Schwarzer Bildschirm',
    speaker: 'Referentenansicht mit Notizen',
    scheme: 'Hell oder dunkel',
    help: 'Diese Karte',
  },
  resume: 'Weiter',
  jump: 'Foliennummer oder Wort',
  read: 'Als Seite lesen',
  previous: 'Zurück',
  next: 'Weiter',
  problems: (errors, warnings) =>
    [errors && `${errors} Fehler`, warnings && `${warnings} ${warnings === 1 ? 'Warnung' : 'Warnungen'}`]
      .filter(Boolean)
      .join(', '),
}

const zh: Words = {
  help: '按键',
  close: '关闭',
  keys: {
    next: '下一步或下一张',
    previous: '上一步或上一张',
    skip: '跳过步骤，直接换页',
    ends: '第一张或最后一张',
    overview: '全部幻灯片概览',
    jump: '按页码或词语跳转',
    fullscreen: '全屏',
    pause: '黑屏',
    speaker: '带备注的演讲者视图',
    scheme: '浅色或深色',
    help: '本说明',
  },
  resume: '继续',
  jump: '页码或词语',
  read: '按页面阅读',
  previous: '上一张',
  next: '下一张',
  problems: (errors, warnings) =>
    [errors && `${errors} 个错误`, warnings && `${warnings} 个警告`].filter(Boolean).join('，'),
}

const languages: Record<string, Words> = { en, de, zh }

/** The words in the language `lang` (BCP 47). */
export function wordsIn(lang: string): Words {
  return languages[lang.slice(0, 2).toLowerCase()] ?? en
}
