/** What a road says to those who hear it, by language. */
import { inLanguage } from './words.ts'

interface RoadmapWords {
  /** The whole road; `{n}` stops, `{first}` and `{last}` by name. */
  road: string
  /** Where we are: `{at}` of `{n}`, `{name}`. */
  here: string
}

const languages = {
  en: {
    road: 'Roadmap with {n} stops, from {first} to {last}',
    here: 'You are here: stop {at} of {n}, {name}',
  },
  zh: { road: '路线图，共 {n} 站，从 {first} 到 {last}', here: '当前位置：第 {at} 站，共 {n} 站，{name}' },
  de: {
    road: 'Weg mit {n} Stationen, von {first} bis {last}',
    here: 'Wir sind hier: Station {at} von {n}, {name}',
  },
  fr: {
    road: 'Parcours en {n} étapes, de {first} à {last}',
    here: 'Vous êtes ici : étape {at} sur {n}, {name}',
  },
  es: {
    road: 'Recorrido de {n} etapas, de {first} a {last}',
    here: 'Estamos aquí: etapa {at} de {n}, {name}',
  },
  it: { road: 'Percorso di {n} tappe, da {first} a {last}', here: 'Siamo qui: tappa {at} di {n}, {name}' },
  pt: {
    road: 'Percurso de {n} etapas, de {first} a {last}',
    here: 'Estamos aqui: etapa {at} de {n}, {name}',
  },
  ru: { road: 'Путь, этапов: {n}, от «{first}» до «{last}»', here: 'Мы здесь: этап {at} из {n}, {name}' },
  ja: {
    road: '道のり、全 {n} 地点、{first} から {last} まで',
    here: '現在地：全 {n} 地点中 {at} 番目、{name}',
  },
  ko: { road: '길잡이, 모두 {n}곳, {first}에서 {last}까지', here: '현재 위치: {n}곳 중 {at}번째, {name}' },
  he: { road: 'מסלול בן {n} תחנות, מ־{first} עד {last}', here: 'אנחנו כאן: תחנה {at} מתוך {n}, {name}' },
  ar: { road: 'مسار من {n} محطات، من {first} إلى {last}', here: 'نحن هنا: المحطة {at} من {n}، {name}' },
} satisfies Record<string, RoadmapWords>

/** The words in the language `lang` (BCP 47), in English where we lack the language. */
export function roadmapWordsIn(lang: string): RoadmapWords {
  return inLanguage(languages, lang)
}
