/** A deck's own style sheet: what stays, what goes, and that nothing gets out of it. */
import { tokenize, TokenType } from '@csstools/css-tokenizer'
import { array, assert, constantFrom, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { readSheet } from '../../src/compiler/look/style-sheet.ts'

interface Read {
  /** Without spaces at its ends. */
  css: string
  whole: string
  tokens: string
  /** `RULE OFFSET REASON`. */
  said: string[]
}

/** Files beside the deck are those whose name begins with `here`. */
function read(css: string, trusted = false): Read {
  const said: string[] = []
  const sheet = readSheet(css, {
    trusted,
    address(path, offset) {
      if (path.startsWith('here')) return `assets/${path}`
      said.push(`missing ${offset} ${path}`)
      return undefined
    },
    report: (rule, offset, reason) => said.push(`${rule} ${offset} ${reason}`),
  })
  return { css: sheet.css.trim(), whole: sheet.css, tokens: sheet.tokens, said }
}

test('what only looks stays as it is written, what is new in CSS, too', () => {
  const css = `.slide { color: oklch(from var(--accent) l c h / 50%); .callout & { margin: 0 } }
@media (400px <= width) { @container (min-width: 3px) { p { color: red !important } } }
a[href^="https:"]::after { content: "https://a" }
@scope (.x) to (.y) { p { inset: 0 } }
`
  expect(read(css)).toEqual({ css: css.trim(), whole: css, tokens: '', said: [] })
})

test('files beside the deck get their address, by every function that takes one', () => {
  expect(read('a{b:url(here.svg);c:url( "here.png" );d:image-set("here.a" 1x, url(here.b) 2x)}').css).toBe(
    'a{b:url("assets/here.svg");c:url( "assets/here.png" );d:image-set("assets/here.a" 1x, url("assets/here.b") 2x)}',
  )
  expect(read('a{b:url(#clip);c:url(data:image/png;base64,AA==)}')).toMatchObject({
    css: 'a{b:url("#clip");c:url("data:image/png;base64,AA==")}',
    said: [],
  })
  expect(read('a{b:url(none.svg)}').said).toEqual(['missing 4 none.svg'])
})

test.each([
  'a{b:url(https://evil.example/x)}',
  'a{b:url("//evil.example/x")}',
  'a{b:URL(\\68ttps://evil.example/x)}',
  'a{b:u\\72l("https://evil.example/x")}',
  'a{b:url("ht\\\ntps://evil.example/x")}',
  'a{b:url("/\\\\evil.example/x")}',
  'a{b:image-set("https://evil.example/x" 1x)}',
  'a{b:-webkit-image-set(url(https://evil.example/x) 1x)}',
  'a{--b:url(https://evil.example/x)}',
  'a{--b:"https://evil.example/x";c:image-set(var(--b) 1x)}',
  '@property --b{syntax:"<url>";inherits:false;initial-value:url(https://evil.example/x)}',
  '@font-face{font-family:x;src:url(https://evil.example/x)}',
  '@import "https://evil.example/x";',
  '@\\69mport url(https://evil.example/x) layer(a);',
  '@namespace x url(https://evil.example/x);',
  'a{b:url(javascript:evil.example)}',
  'a{b:url("data:text/html,evil.example")}',
  '@supports (b:url(https://evil.example/x)){a{b:c}}',
])('nothing is fetched from elsewhere: %s', (css) => {
  const { css: kept, said } = read(css)
  expect(kept).not.toContain('evil')
  expect(said.length).toBeGreaterThan(0)
  expect(said.every((one) => one.startsWith('style-refused '))).toBe(true)
})

test('a project that vouches for its decks lets them name other hosts, but sheets stand alone', () => {
  expect(read('a{b:url(https://a.example/x)}', true).css).toBe('a{b:url("https://a.example/x")}')
  expect(read('@import url(https://a.example/x);', true).css).toBe('')
})

test('brackets are closed where they are missing, and closers that close nothing go', () => {
  expect(read('a{b:c(1} d{e:f}')).toMatchObject({
    css: 'a{b:c(1)} d{e:f}',
    said: ['style-syntax 7 `}` stands where a `)` is missing'],
  })
  expect(read('} a{b:c')).toMatchObject({
    css: 'a{b:c\n}',
    said: ['style-syntax 0 `}` closes nothing', 'style-syntax 7 The style sheet ends where a `}` is missing'],
  })
  expect(read('a{b:"c\n}').said[0]).toBe(
    'style-syntax 4 The style sheet cannot be read here: unexpected newline in a string',
  )
})

test('custom properties of the root are kept apart for pages with a layout of their own', () => {
  const { tokens } = read(
    ':root{--edge:9px;color:red}/**/html { --line: 2 } .a{--b:c} @media print{:root{--d:e}} @layer x{:root{--f:g}}',
  )
  expect(tokens).toBe(':root{--edge:9px;}\n:root{--line: 2}\n@media print{:root{--d:e}}\n')
})

test('whatever it is given, it gives a sheet that ends where it ends', () => {
  const pieces = constantFrom(
    ...'a { } ( ) [ ] ; : " \' \\ /* */ <!-- --> </style> <script> url( url(x) @import @media --x , \n u\\72l( #'.split(
      ' ',
    ),
    'https://evil.example',
    ' ',
  )
  assert(
    property(array(pieces, { maxLength: 30 }), string({ maxLength: 5 }), (parts, rest) => {
      const { whole, tokens } = read(parts.join('') + rest)
      for (const sheet of [whole, tokens]) {
        expect(sheet).not.toMatch(/<\/style/i)
        expect(depths(`${sheet}}`).at(-1)).toBe(-1)
        expect(Math.min(...depths(`${sheet}}`).slice(0, -1), 0)).toBe(0)
      }
    }),
    { numRuns: 3000, seed: 1 },
  )
})

/** How many blocks are open after each token, as a browser counts: a `}` inside of parentheses closes nothing. */
function depths(css: string): number[] {
  const open: string[] = []
  const found: number[] = []
  for (const [type] of tokenize({ css })) {
    if (type === TokenType.OpenCurly) open.push('}')
    else if (type === TokenType.OpenParen || type === TokenType.Function) open.push(')')
    else if (type === TokenType.OpenSquare) open.push(']')
    else if (type === TokenType.CloseParen && open.at(-1) === ')') open.pop()
    else if (type === TokenType.CloseSquare && open.at(-1) === ']') open.pop()
    else if (type === TokenType.CloseCurly) {
      if (open.length === 0) found.push(-1)
      else if (open.at(-1) === '}') open.pop()
    }
    if (found.at(-1) !== -1) found.push(open.length)
  }
  return found
}
