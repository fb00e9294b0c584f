/** Formulas on their way through the browser: marked in the page, found again in the PDF's structure. */

export interface Formula {
  /** The TeX as its author wrote it. */
  tex: string
  /** `<math>…</math>` */
  mathml: string
}

/** Stands before a formula's number in its label; nobody writes it. */
const MARK = '\u2063tex:'

const SET =
  /<span class="katex-mathml">(<math[^]*?<\/math>)<\/span><span class="katex-html" aria-hidden="true">/g

/**
 * `html` with each formula as one picture whose label is a number into `formulas`, to which it is added. KaTeX's own
 * output would not be in the structure at all: what is drawn is hidden from readers there, what is for readers is not
 * drawn.
 */
export function markFormulas(html: string, formulas: Formula[]): string {
  return html.replace(SET, (_, math: string) => {
    const annotation = /<annotation encoding="application\/x-tex">([^<]*)<\/annotation>/.exec(math)?.[1] ?? ''
    const mathml = math
      .replace(/<annotation\b[^]*?<\/annotation>/, '')
      .replace(/^<math\b(?![^>]*xmlns)/, '<math xmlns="http://www.w3.org/1998/Math/MathML"')
    const number = formulas.push({ tex: decode(annotation), mathml }) - 1
    return `<span class="katex-html" role="img" aria-label="${MARK}${number}">`
  })
}

/** The number in a label that `markFormulas` has made; undefined for any other. */
export function formulaNumber(label: string): number | undefined {
  return label.startsWith(MARK) ? Number(label.slice(MARK.length)) : undefined
}

function decode(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
