/** Captioned figures and tables. */
import { describe, expect, it } from 'vitest'
import { compileText } from '../support/compile-text.ts'

const files = { 'a.png': '' }
const table = '| a | b | c |\n|---|---|:--|\n| x | 1,000 | 1 |\n| y | 2.5 % | 2 |'

describe('figures', () => {
  it('are images with a title, alone in their paragraph', async () => {
    const { html } = await compileText('## A\n\n![alt](a.png "The *title*")', files)
    expect(html).toContain(
      '<figure class="figure"><img src="\uFDD0assets/a.png" alt="alt"><figcaption>The *title*</figcaption></figure>',
    )
  })

  it('are numbered over the deck where they have an id, in the deck’s language', async () => {
    const { slides } = await compileText(
      '---\nlang: de\n---\n\n## A\n\n![x](a.png "T"){#fig-one width=60%}\n\n## B\n\n![y](a.png "U")\n\n![Alt text](a.png){#fig-two}',
      files,
    )
    expect(slides[0]?.html).toContain('<figure class="figure" id="fig-one" style="width:60%">')
    expect(slides[0]?.html).toContain(
      '<figcaption><span class="figure-label">Abbildung 1</span> T</figcaption>',
    )
    expect(slides[1]?.html).toContain('<figcaption>U</figcaption>')
    expect(slides[1]?.html).toContain(
      '<figcaption><span class="figure-label">Abbildung 2</span> Alt text</figcaption>',
    )
  })

  it.each([
    ['captioned image', '![alt](a.png "T")', '<figure class="figure layout-media"><img'],
    ['drawing', '::figure{src=a.ts}', '<figure class="figure drawing layout-media"><p'],
  ])('stand beside the words in a layout for images: a %s', async (_, source, expected) => {
    const { html } = await compileText(`## A {layout=image-left}\n\n${source}\n\nWords`, files)
    expect(html).toContain(expected)
  })

  it('leave images inside text alone', async () => {
    const { html } = await compileText('## A\n\nSee ![alt](a.png "T") here', files)
    expect(html).not.toContain('<figure')
  })
})

describe('tables', () => {
  it('may scroll, and align columns of numbers where the author did not', async () => {
    const { html } = await compileText(`## A\n\n${table}`)
    expect(html).toContain('<div class="table-wrap">')
    expect(html).toContain('<th class="numeric">b</th>')
    expect(html).toContain('<td class="numeric">2.5 %</td>')
    expect(html).toContain('<th>a</th>')
    expect(html).toMatch(/<th (?:align="left"|style="text-align:\s?left")>c<\/th>/)
  })

  it.each([
    [
      'before',
      `Table: The caption {#tbl-x}\n\n${table}`,
      /<figure class="figure figure-table" id="tbl-x"><figcaption>.*Table 1<\/span> The caption<\/figcaption><div/,
    ],
    ['after', `${table}\n\n: The caption`, /<\/div><figcaption>The caption<\/figcaption><\/figure>/],
  ])('take a caption %s', async (_, source, expected) => {
    const { html, reports } = await compileText(`## A\n\n${source}`)
    expect(html).toMatch(expected)
    expect(reports).toEqual([])
  })
})
