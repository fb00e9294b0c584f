/** An author's HTML: what lecturers write passes, what could run or leave the slide does not. */
import type { Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { raw } from 'hast-util-raw'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { VFile } from 'vfile'
import { sanitizeSlide } from '../../src/compiler/4-render/sanitize.ts'
import { safeStyle } from '../../src/compiler/4-render/safe-style.ts'
import type { Context } from '../../src/compiler/context.ts'
import { compileText } from '../support/compile-text.ts'
import { unsafeHtml } from '../support/unsafe-html.ts'

const elements =
  /^(?:script|iframe|object|embed|form|base|meta|link|style|template|noscript|foreignobject|math|animate|set|section|textarea|title|xmp)$/i
const styles = /url\(|expression|position:\s*fixed|\\|behavior|binding/i
const schemes = /^[\s\u0000-\u0020]*(?:javascript|vbscript|data:text|data:image\/svg)/i

/** What could run, load or take over the page, in the HTML read again as a browser reads it. */
function dangers(html: string): string[] {
  const found: string[] = []
  const tree = raw({ type: 'root', children: [{ type: 'raw', value: html } as never] })
  visit(tree, 'element', ({ tagName, properties }) => {
    if (elements.test(tagName)) found.push(`<${tagName}>`)
    for (const [name, value] of Object.entries(properties)) {
      const text = String(value)
      if (/^on|^(?:ping|srcdoc|formaction|action|dataPreviewLink)$/i.test(name)) found.push(name)
      if (/^(?:href|src|poster|data|xLinkHref)$/i.test(name) && schemes.test(text))
        found.push(`${name}=${text}`)
      if (name === 'style' && styles.test(text)) found.push(text)
      if (name === 'fill' && /url\(https/.test(text)) found.push(text)
      if (name === 'id' && text.startsWith('lectern')) found.push(text)
      if (tagName === 'use' && /href/i.test(name) && !text.startsWith('#')) found.push(text)
    }
  })
  return found
}

describe('an author’s HTML', () => {
  it.each(unsafeHtml)('%s', async (vector) => {
    const inline = await compileText(`## A\n\nText ${vector} after`)
    const block = await compileText(`## A\n\n${vector}\n\nAfter`)
    expect(dangers(inline.html)).toEqual([])
    expect(dangers(block.html)).toEqual([])
  })

  it('names what went, with its line', async () => {
    const { reports } = await compileText(
      '## A\n\n<script>x</script>\n\nSee <img src=x onerror=y> and\n<a href="javascript:z">z</a>\n\n<p style="position:fixed">p</p>',
      { x: '' },
    )
    expect(reports.filter((report) => report.includes('html-unsafe'))).toEqual([
      '3:1 html-unsafe `<script>` is not allowed in a deck',
      '5:5 html-unsafe The event handler `onerror` is not allowed in a deck',
      '6:1 html-unsafe The URL `javascript:z` is not allowed in a deck',
      '8:1 html-unsafe The style `position:fixed` is not allowed in a deck',
    ])
  })

  it.each([
    '<div class="box" id="b" data-x="1" aria-label="l" role="note">x</div>',
    '<div style="display:flex;gap:1em;width:50%;--k:2">x</div>',
    '<center><font color="red" size="4">x</font></center>',
    '<p>H<sub>2</sub>O <u>u</u> <small>s</small> <mark>m</mark> <kbd>k</kbd></p>',
    '<details open><summary>s</summary>d</details>',
    '<table border="1" align="center"><tbody><tr><td rowspan="2" align="left">x</td></tr></tbody></table>',
    '<svg viewBox="0 0 10 10" width="10"><path d="M0 0h9" stroke-width="2" fill="url(#g)"></path></svg>',
    '<a href="https://a.example/?q=1:2#x">x</a>',
    '<a href="#/slide/2">x</a>',
    '<a href="mailto:a@b.example">x</a>',
    '<p class="fragment fade-up" data-fragment-index="0">x</p>',
  ])('passes %s', async (html) => {
    const compiled = await compileText(`## A\n\n${html}`)
    expect(compiled.html).toContain(html)
    expect(compiled.reports).toEqual([])
  })

  it('keeps images, film and sound from beside the deck', async () => {
    const { html } = await compileText(
      '## A\n\n<img src="a.png" width="50%">\n\n<video src="v.mp4" controls muted></video>',
      {
        'a.png': '',
        'v.mp4': '',
      },
    )
    expect(html).toContain('src="\uFDD0assets/a.png"')
    expect(html).toContain('<video src="\uFDD0assets/v.mp4" controls muted>')
  })

  it('lets everything through where the project trusts the deck', async () => {
    const { html, reports } = await compileText('## A\n\n<div onclick="x()">y</div>', {}, { trustHtml: true })
    expect(html).toContain('onclick="x()"')
    expect(reports).toEqual([])
  })

  it('leaves the marks of trusted HTML and of site URLs alone', () => {
    const tree: Root = {
      type: 'root',
      children: [
        { type: 'text', value: '\uFDD17\uFDD2' },
        { type: 'element', tagName: 'a', properties: { href: '\uFDD0assets/a:b.pdf' }, children: [] },
      ],
    }
    const context = { file: new VFile(), trustHtml: false, report: () => undefined } as unknown as Context
    expect(toHtml(sanitizeSlide(tree, context))).toBe('\uFDD17\uFDD2<a href="\uFDD0assets/a:b.pdf"></a>')
  })

  it('splits declarations outside quotes and parentheses', () => {
    expect(safeStyle('font-family:"a;b"; width: calc(1px + (2px)); foo: 1; color: red !important')).toEqual({
      style: 'font-family:"a;b";width:calc(1px + (2px));color:red !important',
      refused: ['foo: 1'],
    })
  })
})
