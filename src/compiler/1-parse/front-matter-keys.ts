/** The keys of the front matter as data: what each takes, an example, and how its value gets into the facts. */
import type { DeckFacts } from '../deck-facts.ts'
import { lookKeys } from './look-keys.ts'
import { textSchema, type JsonSchema } from '../json-schema.ts'
import type { FrontMatterKey } from './front-matter-key.ts'

const isText = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number'

/** Whether the tag is one of BCP 47 in its form. */
function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

function text(
  key: string,
  field: keyof DeckFacts,
  example: string,
  aliases?: readonly string[],
): FrontMatterKey {
  return {
    key,
    ...(aliases && { aliases }),
    takes: 'text',
    example: `\`${key}: ${example}\``,
    schema: textSchema,
    read(value, facts) {
      if (!isText(value)) return true
      Object.assign(facts, { [field]: String(value) })
      return false
    },
  }
}

function flag(key: string, field: keyof DeckFacts, aliases?: readonly string[]): FrontMatterKey {
  return {
    key,
    ...(aliases && { aliases }),
    takes: '`true` or `false`',
    example: `\`${key}: true\``,
    schema: { type: 'boolean' },
    read(value, facts) {
      if (typeof value !== 'boolean') return true
      Object.assign(facts, { [field]: value })
      return false
    },
  }
}

function choice(key: string, field: keyof DeckFacts, values: readonly string[]): FrontMatterKey {
  const takes = `${values
    .slice(0, -1)
    .map((value) => `\`${value}\``)
    .join(', ')} or \`${values.at(-1)}\``
  return {
    key,
    takes,
    example: `\`${key}: ${values[0]}\``,
    schema: { enum: values },
    read(value, facts) {
      if (typeof value !== 'string' || !values.includes(value)) return true
      Object.assign(facts, { [field]: value })
      return false
    },
  }
}

function texts(
  key: string,
  field: keyof DeckFacts,
  example: string,
  aliases?: readonly string[],
): FrontMatterKey {
  return {
    key,
    ...(aliases && { aliases }),
    takes: 'text or a list of texts',
    example: `\`${key}: ${example}\` or \`${key}: [${example}, …]\``,
    schema: { anyOf: [textSchema, { type: 'array', items: textSchema }] },
    read(value, facts) {
      const list = Array.isArray(value) ? value : [value]
      if (!list.every(isText)) return true
      Object.assign(facts, { [field]: list.map(String) })
      return false
    },
  }
}

const authorSchema: JsonSchema = {
  anyOf: [textSchema, { type: 'object', properties: { name: textSchema }, required: ['name'] }],
}

const authors: FrontMatterKey = {
  key: 'author',
  aliases: ['authors'],
  takes: 'a name, a list of names, or maps with `name`',
  example: '`author: Ada Lovelace` or `author: [Ada Lovelace, Alan Turing]`',
  schema: { anyOf: [authorSchema, { type: 'array', items: authorSchema }] },
  read(value, facts) {
    const names: string[] = []
    for (const entry of Array.isArray(value) ? value : [value]) {
      const name = typeof entry === 'object' && entry !== null ? (entry as { name?: unknown }).name : entry
      if (!isText(name)) return true
      names.push(String(name))
    }
    facts.authors = names
    return false
  },
}

const macros: FrontMatterKey = {
  key: 'macros',
  takes: 'a map from a macro to what it stands for',
  example: "`macros: { '\\\\R': '\\\\mathbb{R}' }`",
  schema: { type: 'object', additionalProperties: textSchema },
  read(value, facts) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return true
    for (const [name, body] of Object.entries(value)) {
      if (!isText(body)) return `a map whose \`${name}\` is no text`
      facts.macros[name.startsWith('\\') ? name : `\\${name}`] = String(body)
    }
    return false
  },
}

const theorems: FrontMatterKey = {
  key: 'theorems',
  takes: 'a map of `counter` (`shared` or `separate`) and `within` (`deck` or `section`)',
  example: '`theorems: { counter: separate, within: section }`',
  schema: {
    type: 'object',
    properties: { counter: { enum: ['shared', 'separate'] }, within: { enum: ['deck', 'section'] } },
    additionalProperties: false,
  },
  read(value, facts) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return true
    const choices: Record<string, readonly string[]> = {
      counter: ['shared', 'separate'],
      within: ['deck', 'section'],
    }
    for (const [name, chosen] of Object.entries(value)) {
      if (!choices[name]) return `a map with \`${name}\``
      if (!choices[name].includes(String(chosen))) return `\`${name}: ${String(chosen)}\``
      facts.theorems = { ...facts.theorems, [name]: chosen as never }
    }
    return false
  },
}

const glossary: FrontMatterKey = {
  key: 'glossary',
  takes: '`false` or the path of a file with a definition list',
  example: '`glossary: terms.md`',
  schema: { anyOf: [{ type: 'boolean' }, { type: 'string', minLength: 1 }] },
  read(value, facts) {
    if (typeof value !== 'boolean' && (typeof value !== 'string' || value === '')) return true
    if (value !== true) facts.glossary = value === false ? '' : value
    facts.glossaryNamed = typeof value === 'string' || value === true
    return false
  },
}

const duration: FrontMatterKey = {
  key: 'duration',
  takes: 'a number of minutes',
  example: '`duration: 90`',
  schema: {
    anyOf: [
      { type: 'number', exclusiveMinimum: 0 },
      { type: 'string', pattern: '^[1-9]\\d*(\\s*min(utes)?)?$' },
    ],
  },
  read(value, facts) {
    const minutes =
      typeof value === 'number' ? value : Number(/^(\d+)\s*min(?:utes)?$/.exec(String(value))?.[1])
    if (!(minutes > 0)) return true
    facts.duration = minutes
    return false
  },
}

const exam: FrontMatterKey = {
  key: 'exam',
  takes: 'a date',
  example: '`exam: 2026-12-31`',
  schema: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', format: 'date' },
  read(value, facts) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(String(value)) || Number.isNaN(Date.parse(String(value)))) return true
    facts.exam = String(value)
    return false
  },
}

const aspectRatio: FrontMatterKey = {
  ...choice('aspect-ratio', 'aspectRatio', ['16:9', '4:3', '16:10']),
  schema: { enum: ['16:9', '4:3', '16:10', '16/9', '4/3', '16/10', '16x9', '4x3', '16x10'] },
  read(value, facts) {
    // YAML 1.1 habits and Marp's `size` write 16/9; `16:9` itself stays text in YAML 1.2.
    const ratio = String(value).replace(/[/x]/, ':')
    if (ratio !== '16:9' && ratio !== '4:3' && ratio !== '16:10') return true
    facts.aspectRatio = ratio
    return false
  },
}

export const frontMatterKeys: readonly FrontMatterKey[] = [
  text('title', 'title', 'Foundation models'),
  text('subtitle', 'subtitle', 'A lecture'),
  authors,
  text('institute', 'institute', 'A university', ['institution', 'affiliation']),
  text('date', 'date', '2026-10-01'),
  text('description', 'description', 'What it is about'),
  texts('keywords', 'keywords', 'attention', ['tags']),
  {
    ...text('lang', 'lang', 'en', ['language']),
    takes: 'a language tag',
    schema: { type: 'string', pattern: '^([A-Za-z]{2,3}|[A-Za-z]{5,8})(-[A-Za-z0-9]{1,8})*$' },
    read(value, facts) {
      // What the pages format dates and numbers by; a browser throws at anything else.
      if (typeof value !== 'string' || !isLanguage(value)) return true
      facts.lang = value
      return false
    },
  },
  choice('dir', 'dir', ['ltr', 'rtl']),
  text('theme', 'theme', 'lecture'),
  ...lookKeys,
  texts('bibliography', 'bibliography', 'references.bib'),
  text('csl', 'csl', 'ieee'),
  theorems,
  glossary,
  macros,
  flag('incremental', 'incremental'),
  choice('split', 'split', ['both', 'headings', 'rules']),
  aspectRatio,
  duration,
  exam,
  choice('transition', 'transition', ['none', 'fade', 'slide']),
  text('header', 'header', 'Course 101'),
  text('footer', 'footer', 'Course 101'),
  text('logo', 'logo', 'logo.svg'),
  flag('slide-number', 'slideNumber', ['slideNumber']),
  flag('title-slide', 'titleSlide', ['titleSlide']),
  choice('section-opening', 'sectionOpening', ['roadmap', 'plain']),
  choice('fit', 'fit', ['auto', 'shrink', 'split', 'scroll', 'error']),
]
