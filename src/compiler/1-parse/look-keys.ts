/** Keys of the front matter by which a deck changes its theme: colours, and sizes in px of the stage. */
import { colourNames, readColour, type ColourPair } from '../colours.ts'
import type { DeckLook } from '../deck-facts.ts'
import type { JsonSchema } from '../json-schema.ts'
import type { FrontMatterKey } from './front-matter-key.ts'

const colourSchema: JsonSchema = {
  anyOf: [
    { type: 'string', pattern: '^(?:#(?:[0-9A-Fa-f]{3}){1,2}|(?:rgb|hsl|hwb|lch|oklab|oklch)\\(.*\\))$' },
    { enum: colourNames },
  ],
}

function colour(
  key: string,
  field: 'accent' | 'highlight' | 'section',
  example: string,
  aliases: readonly string[] = [],
): FrontMatterKey {
  return {
    key,
    aliases,
    takes: 'a colour, or a map of one for `light` and one for `dark`',
    example: `\`${key}: "${example}"\``,
    empty: `\`${key}\` is empty: after a space, \`#\` begins a comment in YAML`,
    schema: {
      anyOf: [
        colourSchema,
        {
          type: 'object',
          properties: { light: colourSchema, dark: colourSchema },
          required: ['light', 'dark'],
          additionalProperties: false,
        },
      ],
    },
    read(value, { look }) {
      const found = pairOf(value)
      if (typeof found === 'string') return found
      if (!found) return true
      look[field] = found
      return false
    },
  }
}

/** Words for what is wrong with a map; undefined where the value is no colour. */
function pairOf(value: unknown): ColourPair | string | undefined {
  if (typeof value === 'string') {
    const one = readColour(value)
    return one === undefined ? undefined : { light: one, dark: one }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { light, dark, ...rest } = value as Record<string, unknown>
  const [unknown] = Object.keys(rest)
  if (unknown !== undefined) return `a map with \`${unknown}\``
  const pair = { light: readScheme(light), dark: readScheme(dark) }
  for (const scheme of ['light', 'dark'] as const)
    if (pair[scheme] === undefined) return `a map whose \`${scheme}\` is no colour`
  return pair as ColourPair
}

const readScheme = (value: unknown): string | undefined =>
  typeof value === 'string' ? readColour(value) : undefined

function pixels(
  key: string,
  field: keyof DeckLook & ('textSize' | 'cornerRadius'),
  least: number,
  most: number,
  example: number,
): FrontMatterKey {
  return {
    key,
    takes: `a number from ${least} to ${most}: px on a stage that is 720 px high`,
    example: `\`${key}: ${example}\``,
    schema: { type: 'number', minimum: least, maximum: most },
    read(value, { look }) {
      const size = typeof value === 'string' ? Number(/^([\d.]+)px$/.exec(value)?.[1]) : value
      if (typeof size !== 'number' || !(size >= least && size <= most)) return true
      look[field] = size
      return false
    },
  }
}

export const lookKeys: readonly FrontMatterKey[] = [
  colour('accent', 'accent', '#00775a', ['accent-color']),
  colour('highlight-color', 'highlight', '#b3461a'),
  colour('section-color', 'section', '#0b3d2e'),
  // Below, what is set smaller than the text would fall under 24 px.
  pixels('text-size', 'textSize', 28, 44, 34),
  pixels('corner-radius', 'cornerRadius', 0, 40, 0),
]
