/** Finds the style and the locales that a deck asks for, and says what is wrong with them. */
import type { Context } from '../../context.ts'
import { didYouMean } from '../../suggest.ts'
import { xmlProblem, type XmlProblem } from './well-formed.ts'

/** Styles that come with Lectern, by short names, and what else they are called. */
export const cslStyles: readonly string[] = [
  'acm',
  'apa',
  'chicago-author-date',
  'gb-t-7714',
  'harvard',
  'ieee',
  'lncs',
  'mla',
  'nature',
  'vancouver',
]
const aliases: Readonly<Record<string, string>> = {
  'association-for-computing-machinery': 'acm',
  chicago: 'chicago-author-date',
  harvard1: 'harvard',
  'modern-language-association': 'mla',
  'springer-lecture-notes-in-computer-science': 'lncs',
  gbt7714: 'gb-t-7714',
}

/** The country that CSL writes beside a language alone. */
const countries: Readonly<Record<string, string>> = {
  en: 'en-US',
  de: 'de-DE',
  fr: 'fr-FR',
  es: 'es-ES',
  it: 'it-IT',
  nl: 'nl-NL',
  pt: 'pt-BR',
  zh: 'zh-CN',
  ja: 'ja-JP',
  he: 'he-IL',
}

export interface CslFiles {
  style: string
  /** The language to write in. */
  lang: string
  locale(lang: string): string
}

/**
 * The files of `csl:`: a path beside the deck, a style `NAME.csl` beside it, or one that comes with Lectern. Undefined
 * after `csl-unknown` or `csl-syntax`; a language without its words is `csl-locale` and written in English.
 */
export function findCsl(context: Context): CslFiles | undefined {
  const style = findStyle(context)
  if (style === undefined) return undefined
  const ownLang = /<style\b[^>]*\bdefault-locale="([^"]+)"/.exec(style)?.[1]
  const asked = ownLang ?? context.facts.lang
  const lang = localeName(asked)
  const text = readLocale(lang, context)
  if (text === undefined) {
    const reason = `There are no words of CSL for the language \`${asked}\`: works are written in English`
    context.report('csl-locale', placeOf(ownLang ? 'csl' : 'lang', context), reason)
  }
  const english = readLocale('en-US', context) ?? '<locale/>'
  return {
    style,
    lang: text === undefined ? 'en-US' : lang,
    locale: (name) => (name === lang ? text : readLocale(name, context)) ?? english,
  }
}

function findStyle(context: Context): string | undefined {
  const { csl } = context.facts
  const isPath = /\.(?:csl|xml)$/i.test(csl)
  const name = csl.toLowerCase().replace(/\.csl$/, '')
  const found =
    context.host.read(isPath ? csl : `${csl}.csl`) ??
    context.host.csl?.(`styles/${aliases[name] ?? name}.csl`)
  const place = placeOf('csl', context)
  if (found === undefined) {
    const beside = context.host.siblings().filter((file) => file.endsWith('.csl'))
    const fallback = `Use ${cslStyles.join(', ')}, or the path of a \`.csl\` file beside the deck.`
    const reason = isPath
      ? `The citation style \`${csl}\` is not there`
      : `There is no citation style \`${csl}\``
    context.report('csl-unknown', place, reason, {
      fix: didYouMean(csl, [...cslStyles, ...Object.keys(aliases), ...beside], fallback),
    })
    return undefined
  }
  const parent = /<link\b[^>]*\brel="independent-parent"[^>]*>/.exec(found)?.[0]
  const problem = parent ? undefined : (xmlProblem(found, 'style') ?? macroProblem(found))
  if (parent) {
    const of = /href="[^"]*\/([^"/]+)"/.exec(parent)?.[1] ?? 'another style'
    const fix = `Write \`csl: ${of}\`.`
    context.report('csl-syntax', place, `The style \`${csl}\` only points to \`${of}\``, { fix })
  } else if (problem)
    context.report(
      'csl-syntax',
      place,
      `The style \`${csl}\` is no CSL: ${problem.reason} (line ${problem.line})`,
    )
  if (/<style\b[^>]*\bclass="note"/.test(found)) {
    const reason = `The style \`${csl}\` writes notes; here they stand in the text`
    context.report('csl-syntax', place, reason, {
      severity: 'warning',
      fix: 'Use a style of authors and years or of numbers, which suit slides.',
    })
  }
  return parent || problem ? undefined : found
}

/** A part that the style calls for and does not have: the processor would print nothing. */
function macroProblem(style: string): XmlProblem | undefined {
  const defined = new Set([...style.matchAll(/<macro\b[^>]*\bname="([^"]*)"/g)].map(([, name]) => name))
  for (const { 1: name, index } of style.matchAll(/<(?:text|key)\b[^>]*\bmacro="([^"]*)"/g)) {
    if (!defined.has(name))
      return { line: style.slice(0, index).split('\n').length, reason: `it has no macro \`${name}\`` }
  }
  return /<citation\b/.test(style) ? undefined : { line: 1, reason: 'it has no `<citation>`' }
}

function readLocale(lang: string, context: Context): string | undefined {
  return context.host.read(`locales-${lang}.xml`) ?? context.host.csl?.(`locales/${lang}.xml`)
}

function localeName(lang: string): string {
  const [language = 'en', country] = lang.split('-')
  return country && /^[A-Za-z]{2}$/.test(country) && !(language.toLowerCase() in countries)
    ? `${language.toLowerCase()}-${country.toUpperCase()}`
    : (countries[language.toLowerCase()] ?? lang)
}

function placeOf(key: string, context: Context) {
  return context.facts.places[key] ?? { line: 1, column: 1 }
}
