/** The few words that Lectern itself puts on a slide, by language. */

/** Kinds of callout that are known by name: GitHub's five and what lecturers write beside them. */
export const calloutKinds = [
  'note',
  'tip',
  'important',
  'warning',
  'caution',
  'danger',
  'info',
  'example',
  'question',
  'definition',
  'theorem',
  'lemma',
  'proposition',
  'corollary',
  'proof',
  'remark',
  'axiom',
  'conjecture',
  'exercise',
  'solution',
  'quiz',
  'think',
  'cards',
] as const

export type CalloutKind = (typeof calloutKinds)[number]

type Word =
  | CalloutKind
  | 'figure'
  | 'table'
  | 'equation'
  | 'section'
  | 'slide'
  | 'references'
  | 'answer'
  | 'hint'
  | 'footnotes'
  | 'andOthers'
  | 'and'
  | 'noDate'

// prettier-ignore
const words = {
  en: {
    note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution', danger: 'Danger', info: 'Info',
    example: 'Example', question: 'Question', definition: 'Definition', theorem: 'Theorem', lemma: 'Lemma',
    proposition: 'Proposition', corollary: 'Corollary', proof: 'Proof', remark: 'Remark', exercise: 'Exercise',
    solution: 'Solution', quiz: 'Question', think: 'Think', cards: 'Cards', figure: 'Figure', table: 'Table',
    references: 'References', answer: 'Answer', hint: 'Hint', footnotes: 'Footnotes', andOthers: 'et al.', and: 'and', noDate: 'n.d.',
    axiom: 'Axiom', conjecture: 'Conjecture', equation: 'Equation', section: 'Section', slide: 'Slide',
  },
  zh: {
    note: '注', tip: '提示', important: '重要', warning: '警告', caution: '小心', danger: '危险', info: '信息',
    example: '例', question: '问题', definition: '定义', theorem: '定理', lemma: '引理', proposition: '命题', corollary: '推论',
    proof: '证明', remark: '备注', exercise: '练习', solution: '解答', quiz: '测验', think: '思考', cards: '卡片', figure: '图',
    table: '表', references: '参考文献', answer: '答案', hint: '提示', footnotes: '脚注', andOthers: '等', and: '和', noDate: '无日期',
    axiom: '公理', conjecture: '猜想', equation: '式', section: '第 {n} 节', slide: '第 {n} 页',
  },
  de: {
    note: 'Hinweis', tip: 'Tipp', important: 'Wichtig', warning: 'Warnung', caution: 'Vorsicht', danger: 'Gefahr', info: 'Info',
    example: 'Beispiel', question: 'Frage', definition: 'Definition', theorem: 'Satz', lemma: 'Lemma', proposition: 'Proposition',
    corollary: 'Korollar', proof: 'Beweis', remark: 'Bemerkung', exercise: 'Aufgabe', solution: 'Lösung', quiz: 'Frage',
    think: 'Zum Nachdenken', cards: 'Karten', figure: 'Abbildung', table: 'Tabelle', references: 'Literatur', answer: 'Antwort',
    hint: 'Hinweis', footnotes: 'Fußnoten', andOthers: 'et al.', and: 'und', noDate: 'o. J.',
    axiom: 'Axiom', conjecture: 'Vermutung', equation: 'Gleichung', section: 'Abschnitt', slide: 'Folie',
  },
  fr: {
    note: 'Note', tip: 'Astuce', important: 'Important', warning: 'Avertissement', caution: 'Attention', danger: 'Danger', info: 'Info',
    example: 'Exemple', question: 'Question', definition: 'Définition', theorem: 'Théorème', lemma: 'Lemme',
    proposition: 'Proposition', corollary: 'Corollaire', proof: 'Preuve', remark: 'Remarque', exercise: 'Exercice',
    solution: 'Solution', quiz: 'Question', think: 'À réfléchir', cards: 'Cartes', figure: 'Figure', table: 'Tableau',
    references: 'Références', answer: 'Réponse', hint: 'Indice', footnotes: 'Notes', andOthers: 'et al.', and: 'et', noDate: 's. d.',
    axiom: 'Axiome', conjecture: 'Conjecture', equation: 'Équation', section: 'Section', slide: 'Diapositive',
  },
  es: {
    note: 'Nota', tip: 'Consejo', important: 'Importante', warning: 'Advertencia', caution: 'Precaución', danger: 'Peligro', info: 'Información',
    example: 'Ejemplo', question: 'Pregunta', definition: 'Definición', theorem: 'Teorema', lemma: 'Lema',
    proposition: 'Proposición', corollary: 'Corolario', proof: 'Demostración', remark: 'Observación', exercise: 'Ejercicio',
    solution: 'Solución', quiz: 'Pregunta', think: 'Para pensar', cards: 'Tarjetas', figure: 'Figura', table: 'Tabla',
    references: 'Referencias', answer: 'Respuesta', hint: 'Pista', footnotes: 'Notas', andOthers: 'et al.', and: 'y', noDate: 's. f.',
    axiom: 'Axioma', conjecture: 'Conjetura', equation: 'Ecuación', section: 'Sección', slide: 'Diapositiva',
  },
  ja: {
    note: '注', tip: 'ヒント', important: '重要', warning: '警告', caution: '注意', danger: '危険', info: '情報',
    example: '例', question: '質問', definition: '定義', theorem: '定理', lemma: '補題', proposition: '命題', corollary: '系',
    proof: '証明', remark: '注意', exercise: '演習', solution: '解答', quiz: '問題', think: '考えよう', cards: 'カード', figure: '図',
    table: '表', references: '参考文献', answer: '答え', hint: 'ヒント', footnotes: '脚注', andOthers: 'ほか', and: 'と', noDate: '日付なし',
    axiom: '公理', conjecture: '予想', equation: '式', section: '第 {n} 節', slide: 'スライド',
  },
} as const satisfies Record<string, Record<Word, string>>

/** The word in the deck's language (`lang: de-AT` reads German), in English where we lack the language. */
export function interfaceWord(word: Word, lang: string): string {
  const table = words[lang.toLowerCase().split('-')[0] as keyof typeof words] ?? words.en
  return table[word]
}

/** A numbered thing by name: `Figure 3`, `第 3 节`; some languages put the number inside. */
export function numbered(word: Word, number: string, lang: string): string {
  const name = interfaceWord(word, lang)
  return name.includes('{n}') ? name.replace('{n}', number) : `${name} ${number}`
}

/** A name beside a number: `Theorem 3 (Lagrange)`, `定理 3（拉格朗日）`. */
export function nameBrackets(lang: string): readonly [string, string] {
  return /^(?:zh|ja)\b/i.test(lang) ? ['（', '）'] : [' (', ')']
}

/** The word in every language, for headings that an author wrote. */
export function everyLanguage(word: Word): string[] {
  return Object.values(words).map((table) => table[word])
}
