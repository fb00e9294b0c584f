import { array, assert, constantFrom, property, stringMatching, tuple } from 'fast-check'
import type { Nodes, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { remarkLecternMath } from '../../src/compiler/1-parse/math.ts'
import { compile } from '../../src/compiler/compile.ts'
import type { Compiled } from '../../src/compiler/compiled.ts'
import { memoryHost } from '../../src/compiler/host.ts'

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkLecternMath).freeze()

/** The tree on one line: `math(x)`, `inline(x)`, `display(x)` for `$$` inside text, other text as it is. */
function shape(source: string): string {
  return write(processor.parse(new VFile(source)) as Root)
}

function write(node: Nodes): string {
  if (node.type === 'math') return `math(${node.value})`
  if (node.type === 'inlineMath') return `${node.display ? 'display' : 'inline'}(${node.value})`
  if ('value' in node) return node.type === 'text' ? node.value : `${node.type}(${node.value})`
  if (!('children' in node)) return node.type
  const inner = node.children.map((child) => write(child as Nodes))
  if (node.type === 'root') return inner.join(' | ')
  const block = !['paragraph', 'heading', 'tableCell'].includes(node.type)
  return `${node.type}[${inner.join(block ? ' | ' : '')}]`.replace(/^paragraph/, 'p')
}

async function run(source: string): Promise<Compiled> {
  return compile(source, memoryHost({}), { name: 'deck', path: 'deck.md' })
}

async function html(source: string): Promise<string> {
  return (await run(source)).slides.map((slide) => slide.html).join('\n')
}

/** `rule line:column` of every message about mathematics. */
async function messages(source: string): Promise<string[]> {
  const compiled = await run(source)
  return compiled.messages
    .toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
    .filter(({ ruleId }) => ruleId?.startsWith('math-'))
    .map(({ ruleId, line, column }) => `${ruleId} ${line}:${column}`)
}

const fullWidthSpace = '\u3000'

describe('forms of the wild', () => {
  test.each<[string, string, string]>([
    ['inline', 'a $x$ b', 'p[a inline(x) b]'],
    ['two side by side', '$a$$b$', 'p[inline(a)inline(b)]'],
    ['inline over two lines', 'a $x\n+ y$', 'p[a $x] | list[listItem[p[y$]]]'],
    ['inline over two lines of text', 'a $x =\ny$ b', 'p[a inline(x =\ny) b]'],
    ['text inside a formula', '$\\text{if $b$}$ d', 'p[inline(\\text{if $b$}) d]'],
    ['currency', 'from $5 to $10, or US$ 3', 'p[from $5 to $10, or US$ 3]'],
    ['currency beside a formula', 'costs $5 and $x$', 'p[costs $5 and inline(x)]'],
    ['a digit after the closer', '$5-$6', 'p[$5-$6]'],
    ['an escaped dollar', '\\$x$ y', 'p[$x$ y]'],
    ['an escaped dollar inside', '$x = \\$5$', 'p[inline(x = \\$5)]'],
    ['space inside', '$ x $', 'p[$ x $]'],
    ['no formula across a blank line', '$x\n\ny$', 'p[$x] | p[y$]'],
    ['code stays code', '`$x$` and $`x`$', 'p[inlineCode($x$) and $inlineCode(x)$]'],
    ['fenced alone', '$$\nx\n$$', 'math(x)'],
    ['with a blank line', '$$\nx\n\ny\n$$', 'math(x\n\ny)'],
    ['alone on a line', '$$x$$', 'math(x)'],
    ['alone on a line in a paragraph', 'so\n$$x$$\nis', 'p[so] | math(x) | p[is]'],
    ['inside text', 'a $$x$$ b', 'p[a display(x) b]'],
    ['punctuation after it', '$$x$$.', 'p[display(x).]'],
    ['glued to both fences', '$$\\begin{align}\na\n\\end{align}$$', 'math(\\begin{align}\na\n\\end{align})'],
    ['glued to the opener', '$$a\nb\n$$\n\n# c', 'math(a\nb) | heading[c]'],
    ['glued to the closer', '$$\na\nb$$\n\n# c', 'math(a\nb) | heading[c]'],
    ['text after the closer', '$$\nx\n$$ , where $y$\nis', 'math(x) | p[, where inline(y)\nis]'],
    ['text before the opener', 'so $$\nx\n$$ is', 'p[so display(x) is]'],
    ['a full-width space after the closer', `$$\nx\n$$${fullWidthSpace}\n\n# c`, 'math(x) | heading[c]'],
    ['a full-width space after the opener', `$$${fullWidthSpace}\nx\n$$`, 'math(x)'],
    ['CRLF', 'a\r\n$$\r\nx\r\ny\r\n$$\r\nb', 'p[a] | math(x\ny) | p[b]'],
    ['a byte order mark', '\uFEFF$$x$$\n\n$y$', 'math(x) | p[inline(y)]'],
    [
      'in a list item',
      '- a\n  $$\n  x\n  + y\n  $$\n- b',
      'list[listItem[p[a] | math(x\n+ y)] | listItem[p[b]]]',
    ],
    ['a list item of its own', '1. $$x$$\n2. b', 'list[listItem[math(x)] | listItem[p[b]]]'],
    ['not indented in a list item', '- $$\nx\n$$\n- b', 'list[listItem[math(x)] | listItem[p[b]]]'],
    ['in a quote', '> $$\n> x\n>\n> y\n> $$\n> c', 'blockquote[math(x\n\ny) | p[c]]'],
    ['a rule of TeX that looks like a list', '$$\na\n- b\n+ c\n$$', 'math(a\n- b\n+ c)'],
    ['brackets', 'a \\(x\\) b \\[y = z\\] c', 'p[a inline(x) b display(y = z) c]'],
    ['brackets on lines of their own', '\\[\nx\n\\]', 'math(x)'],
    ['a bracket without its end', '\\[ x and \\( y', 'p[[ x and ( y]'],
    [
      'brackets that were only escaped',
      'see \\[1\\], \\(see above\\), \\[a_b\\](c)',
      'p[see [1], (see above), [a_b](c)]',
    ],
    [
      'a bare environment',
      '\\begin{align*}\na &= b\n\\end{align*}',
      'math(\\begin{align*}\na &= b\n\\end{align*})',
    ],
    [
      'an environment of text',
      '\\begin{itemize}\na\n\\end{itemize}',
      'p[\\begin{itemize}\na\n\\end{itemize}]',
    ],
    ['a fence', '```math\nx\ny\n```', 'math(x\ny)'],
    ['not a fence of LaTeX', '```latex\nx\n```', 'code(x)'],
    ['in a heading', '## $x$ and', 'heading[inline(x) and]'],
    ['in raw HTML', '<div>a $x$ b</div>', 'html(<div>a ) | inline(x) | html( b</div>)'],
    [
      'not in an attribute or a comment',
      'a <b id="$x$"></b> <!-- $y$ -->',
      'p[a html(<b id="$x$">)html(</b>) html(<!-- $y$ -->)]',
    ],
    ['not in code written as HTML', 'a <code>$x$</code>', 'p[a html(<code>)$x$html(</code>)]'],
    ['four dollars', '$$$$', 'p[$$$$]'],
    ['a reference', 'by \\eqref{eq:a} and \\foo', 'p[by equationReference and \\foo]'],
  ])('%s', (_name, source, expected) => {
    expect(shape(source)).toBe(expected)
  })

  test('in a table, with a bar', () => {
    expect(shape('| a | b |\n| - | - |\n| $a\\|b$ | $$x$$ |')).toContain(
      'tableCell[inline(a|b)] | tableCell[display(x)]',
    )
  })

  test('attributes after the closer', () => {
    const [node] = (processor.parse(new VFile('$$\nx\n$$ {#eq-x .wide}')) as Root).children
    expect(node).toMatchObject({
      type: 'math',
      value: 'x',
      data: { attributes: { id: 'eq-x', classes: ['wide'] } },
    })
  })

  test('places are exact', () => {
    const tree = processor.parse(new VFile('> - a $$x$$ b\n>\n>   $$\n>   y\n>   $$')) as Root
    const places: string[] = []
    const visit = (node: Nodes) => {
      const { start, end } = node.position!
      if (node.type === 'math' || node.type === 'inlineMath')
        places.push(
          `${start.line}:${start.column}-${end.line}:${end.column} ${JSON.stringify(node.data?.lines?.[0])}`,
        )
      if ('children' in node) node.children.forEach((child) => visit(child as Nodes))
    }
    visit(tree)
    expect(places).toEqual([
      '1:7-1:12 {"line":1,"column":9,"offset":8}',
      '3:5-5:7 {"line":4,"column":5,"offset":27}',
    ])
  })
})

describe('an unclosed $$', () => {
  test.each<[string, string, string, string[]]>([
    [
      'at a slide break',
      '$$\nx\n\n---\n\n$$y$$',
      'p[$$\nx] | thematicBreak | math(y)',
      ['math-unclosed 1:1'],
    ],
    ['at a heading', '$$\nx\n\n## b\n\n$$y$$', 'p[$$\nx] | heading[b] | math(y)', ['math-unclosed 1:1']],
    ['in a text', 'a $$ b\n\n- c', 'p[a $$ b] | list[listItem[p[c]]]', ['math-unclosed 1:3']],
    ['before a whole one', '$$\nx\n\nb\n\n$$\ny\n$$', 'p[$$\nx] | p[b] | math(y)', ['math-unclosed 1:1']],
  ])('%s swallows nothing', async (_name, source, expected, reported) => {
    expect(shape(source)).toBe(expected)
    expect(await messages(source)).toEqual(reported)
  })
})

test('no text outside formulas is lost, whatever dollars stand around it', () => {
  const word = stringMatching(/^[a-z]{3,6}$/)
  const glue = constantFrom(
    '$',
    '$$',
    '\n$$\n',
    '\n\n',
    '\n',
    ' ',
    '- ',
    '\n- ',
    '\n> ',
    '\\[',
    '\\]',
    '\n---\n',
    '\n## ',
    '$$ ',
    '5',
  )
  assert(
    property(array(tuple(word, glue), { minLength: 1, maxLength: 24 }), (parts) => {
      const seen = shape(parts.map(([text, mark]) => ` ${text} ${mark}`).join(''))
      let from = 0
      for (const [text] of parts) {
        const at = seen.indexOf(text, from)
        expect(at, `${text} in ${seen}`).toBeGreaterThanOrEqual(0)
        from = at + text.length
      }
    }),
    { numRuns: 300 },
  )
})

describe('macros', () => {
  test.each<[string, string]>([
    ['of the front matter', '---\nmacros:\n  R: "\\\\mathbb{R}"\n---\n\n$\\R$'],
    ['defined in a formula', '$\\newcommand{\\vc}[1]{\\mathbf{#1}}$\n\n$\\vc{x}$'],
    [
      'defined on a later slide',
      '## a\n\n$\\vc{x}$\n\n## b\n\n$$\n\\renewcommand{\\vc}[1]{\\mathbf{#1}}\n$$',
    ],
    ['with an optional argument', '$\\newcommand{\\vc}[2][n]{#1_#2}$ $\\vc{x} + \\vc[m]{y}$'],
    ['with an argument that is not used', '$\\newcommand{\\vc}[2]{#2}$ $\\vc{x}{y}$'],
    ['an operator', '$$\\DeclareMathOperator*{\\am}{arg\\,max}$$\n\n$\\am_x$'],
    ['\\def', '$\\def\\vc#1{\\mathbf{#1}}$ $\\vc x$'],
    ['one that is a bare script', '$\\newcommand{\\vc}{\\boldsymbol{x}}$ $a_\\vc$'],
    ['\\mbox', '$\\mbox{a b}$'],
    ['an underscore in \\text', '$\\text{count_zero}$'],
    ['a bare \\boldsymbol', '$h_\\boldsymbol{x} + x^\\color{red}{p}$'],
    ['eqnarray', '\\begin{eqnarray}\na &=& b\n\\end{eqnarray}'],
    ['multline', '$$\\begin{multline}\na \\\\ b\n\\end{multline}$$'],
    ['align in a line of text', 'a $\\begin{align}b\\end{align}$'],
    ['chemistry', '$\\ce{H2O}$'],
  ])('%s', async (_name, source) => {
    expect(await messages(source)).toEqual([])
    expect(await html(source)).toContain('class="katex"')
  })

  test('commands that would write HTML are named', async () => {
    expect(await messages('a $\\htmlId{x}{b}$')).toEqual(['math-command 1:3'])
  })

  test('a formula sees the last definition before it', async () => {
    const tex = await html('$\\newcommand{\\v}{a}$ $\\v$\n\n$\\renewcommand{\\v}{b}$ $\\v$')
    expect([...tex.matchAll(/<mi>(\w)<\/mi>/g)].map((match) => match[1])).toEqual(['a', 'b'])
  })

  test('a block of definitions prints nothing', async () => {
    expect(await html('## A\n\n$$\n\\newcommand{\\v}{a}\n$$\n\nb')).toBe('<h2>A</h2>\n<p>b</p>')
  })

  test('the annotation is what the author wrote', async () => {
    expect(await html('$$\\text{a_b} < c \\label{x}$$')).toContain(
      '>\\text{a_b} &lt; c \\label{x}</annotation>',
    )
  })

  test('authors get no HTML through TeX', async () => {
    const out = await html(
      '$\\htmlClass{fragment}{a} \\htmlId{x}{b} \\href{javascript:alert(1)}{c} \\includegraphics{d.png}$',
    )
    expect(out).not.toMatch(/class="enclosing|id="x"|href=|<img/)
    expect(await html('$\\href{https://example.org}{c}$')).toContain('href="https://example.org"')
  })
})

describe('equations', () => {
  test('are numbered where they have a label, and found from any slide', async () => {
    const source =
      '## A\n\nby \\eqref{eq:b} and \\ref{c}, $\\eqref{c}$\n\n## B\n\n$$x \\label{eq:b}$$\n\n$$y$$\n\n$$z$$ {#eq-c}'
    const out = await html(source)
    expect(await messages(source)).toEqual([])
    expect(out).toContain('<a class="cross-reference" href="#/b" data-key="eq:b">(1)</a>')
    expect(out).toContain('<a class="cross-reference" href="#/b" data-key="c">2</a>')
    expect(out.match(/<span class="equation-number">\(\d\)<\/span>/g)).toEqual([
      '<span class="equation-number">(1)</span>',
      '<span class="equation-number">(2)</span>',
    ])
    expect(out).toContain('id="eq-b"')
    expect(out).toContain('id="eq-c"')
  })

  test('rows of an align have numbers of their own; a tag is respected', async () => {
    const source =
      '\\begin{align}\na &= b \\label{r}\\\\\nc &= d\\\\\ne &= f \\label{s}\n\\end{align}\n\n$$x \\tag{*}\\label{t}$$\n\n\\eqref{s} \\eqref{t}'
    const out = await html(source)
    expect(out).toContain('>(2)</a>')
    expect(out).toContain('>(*)</a>')
    expect(out.split('class="hover-card"')[0]!.split('class="katex-tag"')).toHaveLength(3)
  })

  test('labels given twice and labels that are not there are reported', async () => {
    expect(await messages('$$x\\label{a}$$\n\n$$y \\label{a}$$\n\nsee \\eqref{b} and $\\eqref{c}$')).toEqual([
      'math-label-duplicate 3:5',
      'math-reference 5:5',
      'math-reference 5:20',
    ])
  })
})

describe('steps in formulas', () => {
  const steps = async (source: string) =>
    [...(await html(source)).matchAll(/class="enclosing ([^"]*)" data-fragment-index="(\d+)"/g)].map(
      ([, names, index]) => `${names} ${index}`,
    )

  test('\\fragment and \\highlight', async () => {
    const source = '$$a + \\fragment{2}{b}^\\fragment{1}{c} + \\highlight{d} \\highlight[2]{e}$$'
    expect(await steps(source)).toEqual([
      'fragment 1',
      'fragment mtight 0',
      'math-highlight fragment custom 1',
    ])
    expect(await html(source)).toContain('class="enclosing math-highlight"')
    expect((await run(source)).slides[0]?.steps).toBe(2)
  })

  test('\\pause hides the cells of later rows', async () => {
    const source =
      '$$\n\\begin{align}\na &= b \\\\ \\pause\nc &= d \\\\[2pt] \\pause % then\ne &= f\n\\end{align}\n$$'
    expect(await messages(source)).toEqual([])
    // KaTeX writes columns first.
    expect(await steps(source)).toEqual(['fragment 0', 'fragment 1', 'fragment 0', 'fragment 1'])
  })

  test('\\pause reaches past brackets that open and close in later rows', async () => {
    const source =
      '$$\n\\begin{aligned}\na &= b \\pause \\\\\n\\left(c\\right)^2 &= \\left[\\left(d\\right)\\right] \\pause \\\\\ne &= f\n\\end{aligned}\n$$'
    expect(await messages(source)).toEqual([])
    expect(await steps(source)).toEqual(['fragment 0', 'fragment 1', 'fragment 0', 'fragment 1'])
    const inBrackets = '$$\\left(a \\pause b\\right) + c$$'
    expect(await messages(inBrackets)).toEqual([])
    expect(await steps(inBrackets)).toEqual(['fragment 0'])
  })

  test('the number of a later row comes with it', async () => {
    const source = '\\begin{align}\na &= b \\label{r}\\\\ \\pause\nc &= d \\label{s}\n\\end{align}'
    expect(await messages(source)).toEqual([])
    expect(await steps(source)).toEqual(['fragment 0', 'fragment 0', 'fragment 0'])
    expect(await html(source)).toMatch(/fragment" data-fragment-index="0"><span class="mord">\(2\)/)
  })

  test('nothing moves: the layout is that of the formula without steps', async () => {
    const bare = (text: string) =>
      text
        .replace(/<math.*?<\/math>/gs, '')
        .replace(/<span class="enclosing [^"]*"(?: data-fragment-index="\d")?>|<\/span>/g, '')
    const plain = await html('$$\n\\begin{align}\na &= b \\\\\nc &= d + \\frac{e}{f}\n\\end{align}\n$$')
    const stepped = await html(
      '$$\n\\begin{align}\na &= b \\\\ \\pause\nc &= d + \\fragment{2}{\\frac{e}{f}}\n\\end{align}\n$$',
    )
    expect(bare(stepped)).toBe(bare(plain))
  })

  test('take their places among the fragments of a slide', async () => {
    const source = '## A\n\nb {.fragment}\n\n$$\\fragment{1}{x}$$\n\nc {.fragment}'
    expect(await steps(source)).toEqual(['fragment 1'])
    expect((await run(source)).slides[0]?.steps).toBe(3)
  })
})

describe('errors', () => {
  test.each<[string, string, string]>([
    ['in text', 'a $b \\bad c$', 'math-syntax 1:6'],
    ['on a later line', '$$\na\n  + \\bad\n$$', 'math-syntax 3:5'],
    ['in a list', '- a\n\n  $$\n  a\n  + \\bad\n  $$', 'math-syntax 5:5'],
    ['in a quote', '> $$\n> \\bad\n> $$', 'math-syntax 2:3'],
    ['after a rewritten place', '$\\text{a_b} h_\\boldsymbol{x} \\bad$', 'math-syntax 1:30'],
    ['after a definition', '$\\newcommand{\\v}{a} \\v \\bad$', 'math-syntax 1:24'],
    ['in a macro', 'a $x + \\v$ b $\\newcommand{\\v}{\\bad}$', 'math-syntax 1:4'],
    ['in a fence', '```math\na\n\\bad\n```', 'math-syntax 3:1'],
    ['in HTML', '<div>\n<b>$\\bad$</b></div>', 'math-syntax 2:5'],
    ['a definition', 'a $\\newcommand{v}$ b', 'math-macro 1:4'],
  ])('%s', async (_name, source, expected) => {
    expect(await messages(source)).toEqual([expected])
  })

  test('show the source in place', async () => {
    expect(await html('a $b < \\bad$')).toBe(
      '<p>a <span class="math-error" title="Undefined control sequence: \\bad"><code>b &lt; \\bad</code></span></p>',
    )
  })
})
