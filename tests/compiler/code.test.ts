/** Fences: what the info line may say, what comes out, and which steps it takes. */
import { describe, expect, it } from 'vitest'
import { readFenceInfo } from '../../src/compiler/3-transform/fence-info.ts'
import { compileText } from '../support/compile-text.ts'

const fence = (info: string, text = 'a = 1\nb = 2\nc = 3\nd = 4') =>
  compileText(`## A\n\n\`\`\`${info}\n${text}\n\`\`\``)

describe('the info line', () => {
  const base = {
    language: 'ts',
    title: '',
    lineNumbers: false,
    startFrom: 1,
    steps: [],
    errors: [],
    wrong: [],
  }
  it.each([
    ['ts', {}],
    ['', { language: '' }],
    ['ts {1|3-4|all} [title.ts]', { steps: ['1', '3-4', 'all'], title: 'title.ts' }],
    ['ts [title.ts] {1|3-4|all}', { steps: ['1', '3-4', 'all'], title: 'title.ts' }],
    ['ts{2,3}', { steps: ['2,3'] }],
    ['ts {all|1-2|none}', { steps: ['all', '1-2', 'none'] }],
    ['ts {*|1, 3 - 4}', { steps: ['all', '1,3-4'] }],
    ['ts {hide|all}', { steps: ['none', 'all'] }],
    ['ts [1-3|4]', { steps: ['1-3', '4'], lineNumbers: true }],
    ['ts [712: 1|2]', { steps: ['1', '2'], lineNumbers: true, startFrom: 712 }],
    ['ts []', { lineNumbers: true }],
    ['ts {.line-numbers}', { lineNumbers: true, attributes: { classes: [], values: {} } }],
    ['ts lineNumbers', { lineNumbers: true }],
    ['ts startFrom=5', { lineNumbers: true, startFrom: 5 }],
    ['ts {1|2}{lines:true, startLine:5}', { steps: ['1', '2'], lineNumbers: true, startFrom: 5 }],
    ['ts title="a b.ts"', { title: 'a b.ts' }],
    ['{r}', { language: 'r' }],
    ['{r, echo=FALSE}', { language: 'r' }],
    ['{python}', { language: 'python' }],
    [
      '{.python #id .wide code-line-numbers="1|2"}',
      {
        language: 'python',
        lineNumbers: true,
        steps: ['1', '2'],
        attributes: { id: 'id', classes: ['wide'], values: {} },
      },
    ],
    ['ts {1|x}', { errors: ['{1|x}'] }],
    ['ts {1|3-}', { errors: ['1|3-'] }],
  ])('%s', (info, expected) => {
    expect(readFenceInfo(info)).toEqual({ ...base, ...expected })
  })
})

describe('code', () => {
  it('is highlighted for light and dark, by lines', async () => {
    const { html, slides } = await fence('ts [a.ts]', 'const a = 1\n')
    expect(html).toContain(
      '<div class="code-block" data-lang="ts"><div class="code-title">a.ts</div><pre tabindex="0"><code><span class="line">',
    )
    expect(html).toMatch(/style="color:var\(--code-token-keyword\)">const</)
    expect(slides[0]?.steps).toBe(0)
  })

  it('takes one step for every state after the first', async () => {
    const { html, slides, reports } = await compileText(
      '## A\n\nFirst {.fragment}\n\n```python {1|3-4|all}\na = 1\nb = 2\nc = 3\nd = 4\n```\n\nLast {.fragment}',
    )
    expect(reports).toEqual([])
    expect(slides[0]?.steps).toBe(4)
    expect(html).toContain('data-lang="python" data-lines="1">')
    expect(html).toContain(
      '<span class="step-marker fragment" data-fragment-index="1" data-lines="3-4" aria-hidden="true"></span>',
    )
    expect(html).toContain(
      '<span class="step-marker fragment" data-fragment-index="2" data-lines="all" aria-hidden="true"></span>',
    )
    expect(html).toMatch(/data-fragment-index="3"[^>]*>Last/)
  })

  it('lights lines for good where there is one state', async () => {
    const { html, slides } = await fence('py {1,3-4}')
    expect(html.match(/class="line line-on"/g)).toHaveLength(3)
    expect(html).toContain('has-lit-lines')
    expect(slides[0]?.steps).toBe(0)
  })

  it('numbers lines', async () => {
    expect((await fence('py []')).html).toContain('class="code-block line-numbers"')
    expect((await fence('py startFrom=5')).html).toContain('style="--first-line:4"')
  })

  it('reads marks', async () => {
    const { html } = await fence(
      'ts',
      'a // [!code ++]\nb // [!code --]\nc // [!code focus]\nd // [!code error]\ne // [!code highlight]',
    )
    expect(html).toContain('has-diff')
    for (const name of ['diff add', 'diff remove', 'focused', 'highlighted error', 'highlighted'])
      expect(html).toContain(`line ${name}"`)
    expect(html).not.toContain('[!code')
  })

  it('shows an unknown language plain and says so', async () => {
    const { html, reports } = await fence('pyhton', 'a < b && c')
    expect(html).toContain('<span class="line">a &lt; b &amp;&amp; c</span>')
    expect(reports).toEqual(['3:4 code-language The highlighter does not know the language `pyhton`'])
  })

  it('reports steps that cannot be read', async () => {
    expect((await fence('ts {1|x}')).reports).toEqual([
      '3:7 code-steps The line steps `{1|x}` cannot be read',
    ])
  })

  it('cannot be left by its own text', async () => {
    const { html } = await fence('html', '</code></pre><script>alert(1)</script>')
    expect(html).not.toContain('<script')
  })
})
