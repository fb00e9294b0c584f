/** Citation styles: those that come with Lectern, and the small parts they stand on. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cslStyles } from '../../src/compiler/3-transform/bibliography/csl-files.ts'
import { cleanHtml } from '../../src/compiler/3-transform/bibliography/csl-html.ts'
import { cslItem, placeInWork } from '../../src/compiler/3-transform/bibliography/csl-item.ts'
import { readLibrary } from '../../src/compiler/3-transform/bibliography/read-library.ts'
import { xmlProblem } from '../../src/compiler/3-transform/bibliography/well-formed.ts'
import { compileText } from '../support/compile-text.ts'

const bib =
  '@article{k, author={Doe, Jane}, title={A Title}, journal={J}, year={2001}, doi={10.1/x}}\n@book{l, author={Roe, R.}, title={B}, publisher={P}, year={1999}}'
const visible = (html = '') =>
  html.replace(/<span class="hover-card"[\s\S]*?<\/span><\/span>/g, '').replace(/<[^>]+>/g, '')

describe('styles that come along', () => {
  it('are those that are named', () => {
    const files = readdirSync(join(import.meta.dirname, '../../src/csl/styles'))
    expect(files.map((file) => file.replace('.csl', '')).sort()).toEqual([...cslStyles])
  })

  it.each(cslStyles)('%s', async (name) => {
    const { slides, reports } = await compileText(
      `---\ncsl: ${name}\n---\n\n## A\n\nX [@k; @l, p. 3] by @k`,
      {
        'references.bib': bib,
      },
    )
    expect(reports).toEqual([])
    expect(visible(slides[0]?.html)).toMatch(/1999|\d/)
    expect(slides[0]?.html).not.toContain('NO_PRINTED_FORM')
    expect(slides[1]?.html).toMatch(/doe/i)
    expect(slides[1]?.html).toContain('<a href="https://doi.org/10.1/x"')
  })

  it.each(['de', 'fr', 'es', 'zh', 'ja', 'he', 'it', 'nl', 'pt', 'en-GB'])('speak %s', async (lang) => {
    const { reports } = await compileText(`---\nlang: ${lang}\ncsl: apa\n---\n\n## A\n\n[@k, p. 3]`, {
      'references.bib': bib,
    })
    expect(reports).toEqual([])
  })

  it.each([
    ['ieee', 'Doe [1]'],
    ['nature', 'Doe1'],
    ['apa', 'Doe (2001)'],
  ])('name the authors in the text: %s', async (name, expected) => {
    const { slides } = await compileText(`---\ncsl: ${name}\n---\n\n## A\n\nBy @k.`, {
      'references.bib': bib,
    })
    expect(visible(slides[0]?.html)).toContain(`By ${expected}.`)
  })

  it('give way to a file beside the deck, and a style that only points elsewhere says where', async () => {
    const { messages } = await compileText('---\ncsl: ieee\n---\n\n## A\n\n[@k]', {
      'references.bib': bib,
      'ieee.csl':
        '<style><info><link href="http://www.zotero.org/styles/nature" rel="independent-parent"/></info></style>',
    })
    expect(messages.map(({ line, column, ruleId, note }) => [line, column, ruleId, note])).toEqual([
      [2, 6, 'csl-syntax', 'Write `csl: nature`.'],
    ])
  })

  it('number anew when the deck or its works have changed', async () => {
    const show = async (text: string, works = bib) => {
      const { slides } = await compileText(`---\ncsl: ieee\n---\n\n## A\n\n${text}`, {
        'references.bib': works,
      })
      return [visible(slides[0]?.html), visible(slides[1]?.html)].join(' ')
    }
    expect(await show('X [@k; @l]')).toMatch(/\[1\], \[2\].*\[1\]J\. Doe.*\[2\]R\. Roe/s)
    expect(await show('X [@l]')).toMatch(/X \[1\].*\[1\]R\. Roe/s)
    expect(await show('X [@l]', bib.replace('Roe', 'Zoe'))).toMatch(/\[1\]R\. Zoe/)
  })

  it('of notes stand in the text, with a warning', async () => {
    const { reports, slides } = await compileText('---\ncsl: x.csl\n---\n\n## A\n\nX [@k]', {
      'references.bib': bib,
      'x.csl':
        '<style class="note" version="1.0"><citation><layout><text variable="title"/></layout></citation></style>',
    })
    expect(reports).toEqual(['2:6 csl-syntax The style `x.csl` writes notes; here they stand in the text'])
    expect(visible(slides[0]?.html)).toContain('X A Title')
  })

  it('that break when used leave the deck as it is', async () => {
    const { reports, html } = await compileText('---\ncsl: x.csl\n---\n\n## A\n\n[@k]', {
      'references.bib': bib,
      'x.csl':
        '<style class="in-text" version="1.0"><citation><layout><text macro="gone"/></layout></citation></style>',
    })
    expect(reports).toEqual(['2:6 csl-syntax The style `x.csl` is no CSL: it has no macro `gone` (line 1)'])
    expect(html).toContain('Doe,\u00A02001')
  })
})

describe('items for styles', () => {
  it('are made of what a BibTeX entry says', () => {
    const { references } = readLibrary(
      '@article{k, author={Smith, Jr., John and {The Group} and others}, title={T}, journal={J}, year=2020, month=may, pages={1--9}, number=2, eprint={1706.03762}, archiveprefix={arXiv}}',
    )
    expect(cslItem(references[0]!)).toEqual({
      id: 'k',
      type: 'article-journal',
      title: 'T',
      author: [
        { family: 'Smith', given: 'John', suffix: 'Jr.' },
        { literal: 'The Group' },
        { literal: 'others' },
      ],
      issued: { 'date-parts': [[2020, 5]] },
      'container-title': 'J',
      issue: '2',
      page: '1-9',
      URL: 'https://arxiv.org/abs/1706.03762',
    })
  })

  it.each([
    ['1999', { 'date-parts': [[1999]] }],
    ['2001-02-03', { 'date-parts': [[2001, 2, 3]] }],
    ['in press', { literal: 'in press' }],
    ['{ year: 2001, month: 5 }', { 'date-parts': [[2001, 5]] }],
    ['[{ year: 2001 }]', { 'date-parts': [[2001]] }],
    ['{ date-parts: [[2001, 5]] }', { 'date-parts': [[2001, 5]] }],
  ])('have dates as YAML writes them: %s', (issued, expected) => {
    const { references } = readLibrary(`- id: k\n  title: T\n  issued: ${issued}`, 'works.yaml')
    expect((cslItem(references[0]!) as { issued?: unknown }).issued).toEqual(expected)
  })
})

describe('places in works', () => {
  it.each([
    ['p. 3', { label: 'page', locator: '3' }],
    ['pp. 3-5', { label: 'page', locator: '3-5' }],
    ['12', { label: 'page', locator: '12' }],
    ['S. 3', { label: 'page', locator: '3' }],
    ['chap. 2', { label: 'chapter', locator: '2' }],
    ['§ 4', { label: 'section', locator: '4' }],
    ['p. iv', { label: 'page', locator: 'iv' }],
    ['p. 3, his italics', { label: 'page', locator: '3', suffix: ', his italics' }],
    ['and elsewhere', { suffix: ', and elsewhere' }],
    ['', {}],
  ])('%s', (written, expected) => {
    expect(placeInWork(written)).toEqual(expected)
  })
})

describe('what a processor gives', () => {
  it.each([
    ['<i>a</i> <script>b</script>', '<i>a</i> b'],
    ['<a href="javascript:alert(1)">x</a>', 'x'],
    ['<i onclick="alert(1)">a', '<i>a</i>'],
    [
      'see https://a.example/?b=1&#38;c=2.',
      'see <a href="https://a.example/?b=1&#38;c=2" target="_blank" rel="noopener">https://a.example/?b=1&#38;c=2</a>.',
    ],
    [
      'https://a.example/"onmouseover="alert(1)',
      '<a href="https://a.example/" target="_blank" rel="noopener">https://a.example/</a>&quot;onmouseover=&quot;alert(1)',
    ],
    [
      '<div class="csl-entry"><div class="csl-left-margin">[1]</div>x</div>',
      '<span class="csl-left-margin">[1]</span>x',
    ],
  ])('%s', (html, expected) => {
    expect(cleanHtml(html)).toBe(expected)
  })
})

describe('XML', () => {
  it.each([
    ['<style><a b="1"/><c>&amp;</c></style>', undefined],
    ['<?xml version="1.0"?>\n<!-- < -->\n<style/>', undefined],
    ['<style>\n<a>\n</style>', '3 `</style>` where `</a>` is open'],
    ['<style>\n<a>', '2 `<a>` is never closed'],
    ['<style>\na & b</style>', '2 a bare `&`'],
    ['<style b=1></style>', '1 a tag that cannot be read'],
    ['<html></html>', '1 no `<style>` at its root'],
    ['', '1 no `<style>` at its root'],
  ])('%j', (text, expected) => {
    const problem = xmlProblem(text, 'style')
    expect(problem && `${problem.line} ${problem.reason}`).toBe(expected)
  })
})
