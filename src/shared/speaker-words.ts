/** What the speaker view says, by language; further languages stand in `words/more/`. */
import { speakerWordsOfMore } from './words/more/speaker.ts'
import { inLanguage } from './words/words.ts'

export interface SpeakerWords {
  speaker: string
  now: string
  next: string
  notes: string
  /** Of the pane with clock and pace. */
  time: string
  noNotes: string
  end: string
  start: string
  stop: string
  reset: string
  freeze: string
  frozen: string
  black: string
  jump: string
  find: string
  swap: string
  larger: string
  smaller: string
  onTime: string
  /** `{t}` is a time. */
  behind: string
  ahead: string
  ends: string
  of: string
  lost: string
  blocked: string
}

const en: SpeakerWords = {
  speaker: 'Speaker view',
  now: 'Now',
  next: 'Next',
  notes: 'Notes',
  time: 'Time',
  noNotes: 'No notes for this slide.',
  end: 'End of the lecture',
  start: 'Start the clock',
  stop: 'Stop the clock',
  reset: 'Set the clock to zero',
  freeze: 'Look ahead: the room sees no change',
  frozen: 'The room does not follow',
  black: 'Black screen',
  jump: 'Go to a slide',
  find: 'Title of a slide',
  swap: 'Swap screens',
  larger: 'Larger notes',
  smaller: 'Smaller notes',
  onTime: 'on time',
  behind: '{t} behind',
  ahead: '{t} ahead',
  ends: 'ends after {t}',
  of: 'of {t}',
  lost: 'The lecture window is closed.',
  blocked: 'The browser did not open a window. Allow it for this page, or open this address beside it:',
}

const languages: { en: SpeakerWords } & Record<string, SpeakerWords> = {
  ...speakerWordsOfMore,
  en,
  de: {
    speaker: 'Referentenansicht',
    now: 'Jetzt',
    next: 'Als Nächstes',
    notes: 'Notizen',
    time: 'Zeit',
    noNotes: 'Keine Notizen zu dieser Folie.',
    end: 'Ende der Vorlesung',
    start: 'Uhr starten',
    stop: 'Uhr anhalten',
    reset: 'Uhr auf null stellen',
    freeze: 'Vorausschauen: der Saal sieht nichts davon',
    frozen: 'Der Saal folgt nicht',
    black: 'Schwarzer Bildschirm',
    jump: 'Zu einer Folie',
    find: 'Titel einer Folie',
    swap: 'Bildschirme tauschen',
    larger: 'Notizen größer',
    smaller: 'Notizen kleiner',
    onTime: 'im Plan',
    behind: '{t} zurück',
    ahead: '{t} voraus',
    ends: 'endet nach {t}',
    of: 'von {t}',
    lost: 'Das Fenster der Vorlesung ist geschlossen.',
    blocked:
      'Der Browser hat kein Fenster geöffnet. Erlauben Sie es für diese Seite, oder öffnen Sie diese Adresse daneben:',
  },
  zh: {
    speaker: '演讲者视图',
    now: '当前',
    next: '下一步',
    notes: '备注',
    time: '时间',
    noNotes: '本页没有备注。',
    end: '讲座结束',
    start: '开始计时',
    stop: '暂停计时',
    reset: '计时归零',
    freeze: '预览后面内容，观众画面不变',
    frozen: '观众画面已冻结',
    black: '黑屏',
    jump: '跳转到幻灯片',
    find: '幻灯片标题',
    swap: '交换屏幕',
    larger: '放大备注',
    smaller: '缩小备注',
    onTime: '进度正常',
    behind: '落后 {t}',
    ahead: '提前 {t}',
    ends: '预计 {t} 结束',
    of: '共 {t}',
    lost: '讲座窗口已关闭。',
    blocked: '浏览器没有打开新窗口。请允许本页打开窗口，或在旁边打开此地址：',
  },
}

/** The words for a language tag. */
export const speakerWords = (lang: string): SpeakerWords => inLanguage(languages, lang)
