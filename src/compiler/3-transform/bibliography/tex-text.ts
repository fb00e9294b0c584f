/** Text out of the TeX that stands in bibliographies: accents, letters, dashes, quotes; formatting goes. */

const combining: Record<string, string> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030A',
  H: '\u030B',
  v: '\u030C',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
  h: '\u0309',
  G: '\u030F',
  t: '\u0361',
}

const letters: Record<string, string> = {
  ss: 'ß',
  SS: 'ẞ',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  i: 'i',
  j: 'j',
  dh: 'ð',
  DH: 'Ð',
  th: 'þ',
  TH: 'Þ',
  dj: 'đ',
  DJ: 'Đ',
  ng: 'ŋ',
  NG: 'Ŋ',
  textendash: '–',
  textemdash: '—',
  ldots: '…',
  dots: '…',
  textellipsis: '…',
  textquoteright: '’',
  textquoteleft: '‘',
  textquotedblleft: '“',
  textquotedblright: '”',
  textasciitilde: '~',
  textbackslash: '\\',
  textregistered: '®',
  texttrademark: '™',
  textcopyright: '©',
  copyright: '©',
  S: '§',
  P: '¶',
  pounds: '£',
  textperiodcentered: '·',
  textbar: '|',
  textless: '<',
  textgreater: '>',
  textunderscore: '_',
  guillemotleft: '«',
  guillemotright: '»',
  textsuperscript: '',
  LaTeX: 'LaTeX',
  TeX: 'TeX',
  BibTeX: 'BibTeX',
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  lambda: 'λ',
  mu: 'μ',
  pi: 'π',
  sigma: 'σ',
  omega: 'ω',
  ell: 'ℓ',
  infty: '∞',
  times: '×',
  rightarrow: '→',
  to: '→',
  sim: '~',
  cdot: '·',
  leq: '≤',
  geq: '≥',
}

const ACCENT =
  /\\(?:([`'^~=."])\s*|([uvHcdkbrthG])(?:\s+|(?=[{\\])))(?:\{\s*(?:\\([ij])|(\p{L}?))\s*\}|\\([ij])(?![A-Za-z])\s?|(\p{L}))/gu

/** Reads `G{\"o}del`, `{\L}ukasz`, `\'{\i}`, `---`, ``…''`, `{NASA}`, `\emph{x}`, `$x^2$` as plain text in NFC. */
export function texToText(source: string): string {
  if (!/[\\{}$~`'-]/.test(source)) return source.replace(/\s+/g, ' ').trim()
  return source
    .replace(/\\url\s*\{([^{}]*)\}/g, '$1')
    .replace(ACCENT, (_, sign?: string, word?: string, ...letter: (string | undefined)[]) => {
      const base = letter.slice(0, 4).find((part) => part !== undefined && part !== '') ?? ''
      return `${base}${combining[sign ?? word ?? ''] ?? ''}`
    })
    .replace(/\\([A-Za-z]+)\s*(\{\})?/g, (whole, name: string, empty?: string) => {
      const letter = letters[name]
      return letter ?? (empty === undefined && whole.endsWith(' ') ? '' : '')
    })
    .replace(/\\([&%$#_{}@])/g, (_, sign: string) =>
      String.fromCodePoint(0xe000 + (sign.codePointAt(0) ?? 0)),
    )
    .replace(/\\[,;:! ]/g, ' ')
    .replace(/\\[-/]/g, '')
    .replace(/[{}$]/g, '')
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/``/g, '“')
    .replace(/''/g, '”')
    .replace(/~/g, '\u00A0')
    .replace(/[\ue020-\ue07f]/g, (mark) => String.fromCodePoint((mark.codePointAt(0) ?? 0) - 0xe000))
    .replace(/[ \t\r\n]+/g, ' ')
    .trim()
    .normalize('NFC')
}
