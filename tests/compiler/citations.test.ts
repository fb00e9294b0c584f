/** Citations, their cards, and the slides that list the works. */
import { describe, expect, it } from 'vitest'
import { parseBibtex } from '../../src/compiler/3-transform/bibliography/bibtex.ts'
import { readLibrary } from '../../src/compiler/3-transform/bibliography/read-library.ts'
import { texToText } from '../../src/compiler/3-transform/bibliography/tex-text.ts'
import { readCitations } from '../../src/compiler/3-transform/citation-syntax.ts'
import { compileText } from '../support/compile-text.ts'

const bib = `
@article{smith2020, author={Smith, Ada and M{\\"u}ller, J{\\"o}rg and Wu, Li}, title={On {NASA} \\& more}, journal=J, year=2020, doi={10.1/x}}
@book{doe1999, author={Doe, Jane}, title={A Book}, publisher={Press}, year={1999}, url={https://doe.example/}}
@misc{doe1999b, author={Doe, Jane}, title={Another}, year={1999}}
`
const show = (source: string) => compileText(source, { 'references.bib': bib })
/** HTML without the cards. */
const unbound = (html = '') => html.replaceAll('\u00A0', ' ')
const visible = (html = '') =>
  unbound(html)
    .replace(/<span class="hover-card"[\s\S]*?<\/span>/g, '')
    .replace(/<[^>]+>/g, '')

describe('reading citations', () => {
  it.each([
    [
      '[@a, p. 3; see @b]',
      [
        ['@a', '', 'p. 3'],
        ['@b', 'see', ''],
      ],
    ],
    ['[-@a]', [['-@a', '', '']]],
    ['[see also @doi:10.1/x, ch. 2]', [['@doi:10.1/x', 'see also', 'ch. 2']]],
    ['@a says', [['@a', '', '']]],
    ['@a [p. 3] says', [['@a', '', 'p. 3']]],
    ['@{a.b.c}', [['@a.b.c', '', '']]],
    ['mail me@b.example', []],
    ['@fig-x and @eq-y and @thm-z', []],
    ['[@fig-x]', []],
    ['[no at]', []],
  ])('%s', (text, expected) => {
    const items = readCitations(text).flatMap(({ cite }) => cite.items)
    expect(
      items.map((item) => [`${item.suppressAuthor ? '-' : ''}@${item.key}`, item.prefix, item.locator]),
    ).toEqual(expected)
  })
})

describe('citations', () => {
  it('stand in the text as author and year', async () => {
    const { slides, reports } = await show(
      '## A\n\nAs [see @smith2020, p. 3; @doe1999] and @doe1999b, or [-@smith2020]. `@doe1999`',
    )
    expect(visible(slides[0]?.html)).toContain(
      'As (see Smith et al., 2020, p. 3; Doe, 1999a) and Doe (1999b), or (2020). @doe1999',
    )
    expect(slides[0]?.text).not.toContain('On NASA')
    expect(reports).toEqual([])
  })

  it('lead to the list and carry the reference on a card', async () => {
    const html = unbound((await show('## A\n\n[@smith2020]')).html)
    expect(html).toContain(
      '<a class="citation" href="#/references" data-key="smith2020" role="doc-biblioref"><span>Smith et al., 2020</span></a>',
    )
    expect(html).toContain(
      '<span class="hover-card" role="note">Smith, A., Müller, J. and Wu, L. (2020). On NASA &amp; more. <em>J</em>. <a href="https://doi.org/10.1/x"',
    )
  })

  it('let no line begin with "et al." or with a year', async () => {
    const { html } = await show('## A\n\n[see @smith2020, p. 3], @smith2020 and [@doe1999]')
    for (const text of ['see Smith_et_al.,_2020, p. 3', 'Smith_et_al._(2020)', 'Doe,_1999'])
      expect(html).toContain(`<span>${text.replaceAll('_', '\u00A0')}</span>`)
  })

  it('list only what was cited, at the end or where the author says', async () => {
    const end = await show('## A\n\n[@doe1999]')
    expect(end.slides.map(({ slug }) => slug)).toEqual(['a', 'references'])
    expect(end.manifest.sections.at(-1)?.title).toBe('References')
    expect(end.slides[1]?.html).toContain('<ul class="references"><li id="ref-doe1999" data-key="doe1999">')
    expect(end.slides[1]?.html).not.toContain('smith2020')
    const placed = await show('## A\n\n[@doe1999]\n\n## Works\n\n::references\n\n## Last\n\nx')
    expect(placed.slides.map(({ slug }) => slug)).toEqual(['a', 'works', 'last'])
    expect(placed.slides[1]?.html).toContain('ref-doe1999')
    expect(placed.slides[0]?.html).toContain('href="#/works"')
    const named = await show('## A\n\n[@doe1999]\n\n## References')
    expect(named.slides.map(({ slug }) => slug)).toEqual(['a', 'references'])
    expect(named.slides[1]?.html).toContain('ref-doe1999')
  })

  it('go on over several slides', async () => {
    const many = Array.from(
      { length: 60 },
      (_, n) =>
        `@article{k${n}, author={Name${n}, A}, title={${'A long title '.repeat(12)}}, year={2000}, journal={J}}`,
    )
    const { slides } = await compileText(`## A\n\n[${many.map((_, n) => `@k${n}`).join('; ')}]`, {
      'references.bib': many.join('\n'),
    })
    expect(slides.length).toBeGreaterThan(3)
    expect(slides.slice(1, 3).map(({ slug }) => slug)).toEqual(['references', 'references-2'])
    const shown = slides.slice(1).map(({ html }) => html.match(/<li /g)?.length ?? 0)
    expect(shown.reduce((sum, count) => sum + count)).toBe(60)
    expect(Math.max(...shown)).toBeLessThan(18)
    expect(Math.max(...shown) - Math.min(...shown)).toBeLessThanOrEqual(shown.length)
    for (const { html } of slides.slice(1)) expect(html).toContain('<ul class="references two-columns">')
  })

  it('go on over more slides where the letters of the theme run wider', async () => {
    const many = Array.from(
      { length: 52 },
      (_, n) =>
        `@article{k${n}, author={Name${n}, A}, title={${'A long title '.repeat(10)}}, year={2000}, journal={J}}`,
    )
    const slidesIn = async (theme: string) => {
      const deck = `---\ntheme: ${theme}\n---\n\n## A\n\n[${many.map((_, n) => `@k${n}`).join('; ')}]{.small}`
      const { slides } = await compileText(deck, { 'references.bib': many.join('\n') }, { metrics: true })
      return slides.filter(({ html }) => html.includes('class="references')).length
    }
    expect(await slidesIn('paper')).toBeGreaterThan(await slidesIn('lecture'))
  })

  it('stand in one column of larger type where one slide holds them', async () => {
    const { slides } = await show('## A\n\n[@doe1999; @smith2020]')
    expect(slides.map(({ slug }) => slug)).toEqual(['a', 'references'])
    expect(slides[1]?.html).toContain('<ul class="references">')
  })

  it('know a work whose key looks like a reference', async () => {
    const { html, reports } = await compileText('## A\n\n[@def-2020] and @def-2021', {
      'references.bib': '@misc{def-2020, author={Doe, J.}, title={T}, year=2020}',
    })
    expect(visible(html)).toContain('(Doe, 2020) and @def-2021')
    expect(reports).toEqual(['3:17 reference-unknown Nothing in this deck is called `def-2021`'])
  })

  it('report an unknown key and leave the text', async () => {
    const { html, messages, reports } = await show('## A\n\nSo [@smith2021] and\n@someone, @smth2020')
    expect(html).toContain('[@smith2021]')
    expect(reports).toEqual([
      '3:4 citation-unknown The key `@smith2021` is not in the bibliography',
      '4:11 citation-unknown The key `@smth2020` is not in the bibliography',
    ])
    expect(messages[0]?.note).toBe('Did you mean `smith2020`?')
  })

  it('report a bibliography that is missing or broken', async () => {
    const missing = await compileText('---\nbibliography: refs.bib\n---\n\n## A\n\nx')
    expect(missing.reports).toEqual(['2:15 bibliography-missing The bibliography `refs.bib` is not there'])
    const broken = await compileText('## A\n\n[@b]', {
      'references.bib': '@book{a, title={x\n@book{b, title={B}, year=2001}',
    })
    expect(broken.reports).toEqual([
      '1:1 bibliography-syntax A value that never ends (references.bib, line 1)',
    ])
    expect(broken.html).toContain('data-key="b"')
  })
})

describe('bibliographies', () => {
  it.each([
    ['G{\\"o}del', 'Gödel'],
    [
      '\\"{u} \\"u \\\'{e} \\`a \\^{\\i} \\~n \\c{c} \\c c \\v{s} \\v s \\H{o} \\k{a} \\r{a}',
      'ü ü é à î ñ ç ç š š ő ą å',
    ],
    ['{\\L}ukasz \\O re \\ss{} \\ae \\AA', 'Łukasz Øre ß æÅ'],
    ["pp. 1--2 --- ``q'' ~x", 'pp. 1–2 — “q” \u00A0x'],
    ['\\emph{a} \\textbf{b} {C} $x^2$ \\& \\% \\_', 'a b C x^2 & % _'],
  ])('%s', (tex, text) => {
    expect(texToText(tex)).toBe(text)
  })

  it('join strings and lend fields', () => {
    const { entries } = parseBibtex(
      '@string{j = "Journal"}\n@article{a, journal = j # { of } # "X", year = 2001}\n@inproceedings{b, crossref={c}}\n@proceedings{c, title={P}, year={2002}}',
    )
    expect(entries[0]?.fields).toEqual({ journal: 'Journal of X', year: '2001' })
    expect(entries[1]?.fields).toMatchObject({ booktitle: 'P', year: '2002' })
  })

  it('leave out what is commented out', () => {
    const { references, problems } = readLibrary(
      '@comment{jabref-meta: x;}\n@comment{ @misc{a, title={A}} }\n@misc{b, title={B}}\n@comment{never ends @misc{c, title={C}}',
    )
    expect(references.map(({ key }) => key)).toEqual(['b', 'c'])
    expect(problems).toEqual([])
  })

  it('read names in every order', () => {
    const { references } = readLibrary(
      '@misc{a, author={van der Berg, Jan and Jan van der Berg and {The Group} and Ada Lovelace and others}}',
    )
    expect(references[0]?.authors).toEqual([
      { family: 'van der Berg', given: 'Jan' },
      { family: 'van der Berg', given: 'Jan' },
      { family: 'The Group', given: '' },
      { family: 'Lovelace', given: 'Ada' },
    ])
    expect(references[0]?.andOthers).toBe(true)
  })

  it('read CSL-JSON', async () => {
    const json = JSON.stringify([
      {
        id: 'k',
        type: 'book',
        title: 'T',
        author: [{ family: 'F', given: 'G' }],
        issued: { 'date-parts': [[2001, 2]] },
        DOI: '10.2/y',
      },
    ])
    const { slides } = await compileText('---\nbibliography: r.json\n---\n\n## A\n\n[@k]', { 'r.json': json })
    expect(visible(slides[0]?.html)).toContain('(F, 2001)')
    expect(slides[1]?.html).toContain('https://doi.org/10.2/y')
  })
})
