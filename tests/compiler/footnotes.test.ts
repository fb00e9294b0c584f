/** Footnotes on the slides that cite them. */
import { describe, expect, it } from 'vitest'
import { compileText } from '../support/compile-text.ts'

describe('footnotes', () => {
  it('stand at the foot of each slide that cites them, counted there from 1', async () => {
    const { slides, reports } = await compileText(
      '## A\n\nOne[^x] two[^y] one[^x]\n\n## B\n\nTwo[^y]\n\n[^x]: The *first*.\n\n[^y]: The second[^z].\n\n[^z]: Inner.',
    )
    const [a, b] = slides
    expect(a?.html).toContain(
      '<sup class="footnote-ref"><a href="#a-fn-2" role="doc-noteref" aria-describedby="a-fn-2">2</a></sup>',
    )
    expect(a?.html).toContain(
      '<div class="footnotes" role="doc-endnotes" aria-label="Footnotes"><ol><li id="a-fn-1">The <em>first</em>.</li>',
    )
    expect(a?.html).toContain('<li id="a-fn-3">Inner.</li>')
    expect(b?.html).toContain('<li id="b-fn-1">The second')
    expect(`${a?.html}${b?.html}`).not.toContain('<section')
    expect(reports).toEqual([])
  })

  it('may be defined on an earlier slide, in a list, in a callout', async () => {
    const { slides } = await compileText(
      '## A\n\n> [!note]\n> x[^a]\n\n[^b]: Bee.\n\n## B\n\n- y[^b]\n\n[^a]: Ay.',
    )
    expect(slides[0]?.html).toContain('<li id="a-fn-1">Ay.</li>')
    expect(slides[1]?.html).toContain('<li id="b-fn-1">Bee.</li>')
  })

  it('cited in notes stand in the notes', async () => {
    const { slides } = await compileText('## A\n\nx\n\n:::notes\nsay[^a]\n:::\n\n[^a]: Ay.')
    expect(slides[0]?.html).not.toContain('footnotes')
    expect(slides[0]?.notes).toContain('Ay.')
  })

  it('are reported where they have no text', async () => {
    const { html, reports } = await compileText('## A\n\nBut\nwhat[^nope] is')
    expect(html).toContain('what[^nope] is')
    expect(reports).toEqual(['4:5 footnote-missing The footnote `[^nope]` has no text'])
  })
})
