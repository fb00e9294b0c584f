/** Drawings inside slides: no two meet, nothing in them runs, their words are found. */
import { describe, expect, it } from 'vitest'
import { compile } from '../../src/compiler/compile.ts'
import { memoryHost, type FigureResult } from '../../src/compiler/host.ts'
import { inlineSvg } from '../../src/compiler/inline-svg.ts'

const deck = (source: string, figures: Record<string, FigureResult>) =>
  compile(source, memoryHost({}, figures), { name: 'deck', path: 'deck.md' })

const inline = (body: string, root = 'viewBox="0 0 1 1"') =>
  inlineSvg(`<svg ${root}>${body}</svg>`, { prefix: 'p-', title: 'T' })

const inside = (body: string) => /<\/title>([^]*)<\/svg>$/.exec(inline(body)!.html)![1]

describe('an SVG inside a slide', () => {
  it.each([
    ['url in an attribute', '<path id="a" fill="url(#a)"/>', '<path id="p-a" fill="url(#p-a)"/>'],
    ['quoted url in a style', `<g id='a' style="fill: url('#a')"/>`, '<g id="p-a" style="fill: url(#p-a)"/>'],
    ['links', '<use href="#a"/><use xlink:href="#b"/>', '<use href="#p-a"/><use xlink:href="#p-b"/>'],
    ['lists of ids', '<g id="a" aria-labelledby="a other"/>', '<g id="p-a" aria-labelledby="p-a other"/>'],
    ['a colour is no id', '<g id="fff" fill="#fff"/>', '<g id="p-fff" fill="#fff"/>'],
    ['links elsewhere', '<a href="https://example.org/#a"/>', '<a href="https://example.org/#a"/>'],
  ])('gives its ids a prefix: %s', (_, source, expected) => {
    expect(inside(source)).toBe(expected)
  })

  it('keeps its styles to itself', () => {
    expect(inside('<style>.a { fill: red } #b { fill: url(#b) }</style><g id="b"/>')).toBe(
      '<style>#p-svg{.a { fill: red } #p-b { fill: url(#p-b) }}</style><g id="p-b"/>',
    )
    expect(inside('<style><![CDATA[.a > b {}]]></style>')).toBe('<style>#p-svg{.a > b {}}</style>')
  })

  it.each([
    ['scripts', '<script>alert("</g>")</script><g/>', '<g/>'],
    ['empty scripts', '<script href="x.js"/><g/>', '<g/>'],
    ['handlers', '<g onclick="x()" ONLOAD=x() class="a"/>', '<g class="a"/>'],
    ['addresses that run', '<a href=" javascript:x()">t</a>', '<a href="#">t</a>'],
    ['foreign content', '<foreignObject><iframe src="x"></iframe></foreignObject><g/>', '<g/>'],
    ['comments', '<!-- <script> --><g/>', '<g/>'],
    ['marks of the compiler', '<text>\uFDD10\uFDD2</text>', '<text>0</text>'],
  ])('drops %s', (_, source, expected) => {
    expect(inside(source)).toBe(expected)
  })

  it('keeps text as it is, and titles of marks', () => {
    expect(inside('<text>a &amp; b &lt; c</text><g><title>tip</title></g>')).toBe(
      '<text>a &amp; b &lt; c</text><g><title>tip</title></g>',
    )
  })

  it('takes its shape from viewBox, else from its size, else it is none', () => {
    expect(inline('', 'width="30" height="20px"')!.html).toContain('<svg viewBox="0 0 30 20">')
    expect(inline('', 'viewBox="0 0 3 2" width="30" height="20"')!.html).toContain('<svg viewBox="0 0 3 2">')
    expect(inline('', '')).toBeUndefined()
    expect(inlineSvg('no drawing', { prefix: 'p-', title: 'T' })).toBeUndefined()
  })

  it('counts steps by their numbers; a bad number is no step', () => {
    const { html, steps } = inline(
      '<g data-step="5"/><g data-step="2"/><g data-step="5"/><g data-step="x"/>',
    )!
    expect(steps).toBe(2)
    expect([...html.matchAll(/data-fragment-index="([^"]+)"/g)].map((match) => match[1])).toEqual([
      'step:1',
      'step:0',
      'step:1',
    ])
  })
})

describe('a figure', () => {
  const chart: FigureResult = {
    svg: '<svg viewBox="0 0 9 9"><defs><g id="a"/></defs><text>one</text><text>two</text></svg>',
    title: 'Named so',
    description: 'Described so.',
    table: { columns: ['x'], rows: [['secret']] },
  }

  it('twice on a slide has no id twice', async () => {
    const { slides } = await deck(
      '## A\n\n::figure{src=c.ts}\n\n::figure{src=c.ts}\n\n## B\n\n::figure{src=c.ts}',
      {
        'c.ts': chart,
      },
    )
    const ids = slides.flatMap(({ html }) => [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]))
    expect(ids.length).toBe(15)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('keeps its ids when another slide changes', async () => {
    const before = await deck('## A\n\n## B\n\n::figure{src=c.ts}', { 'c.ts': chart })
    const after = await deck('## A\n\n::figure{src=c.ts}\n\n## B\n\n::figure{src=c.ts}', { 'c.ts': chart })
    expect(after.slides[1]!.html).toBe(before.slides[1]!.html)
  })

  it('is found by its title, description and labels, not by its numbers', async () => {
    const { slides } = await deck('## A\n\n::figure{src=c.ts}', { 'c.ts': chart })
    expect(slides[0]!.text).toBe('A Named so one two Described so.')
  })

  it('says its description and its numbers to who cannot see it', async () => {
    const { slides } = await deck('## A\n\n::figure{src=c.ts}', { 'c.ts': chart })
    const html = slides[0]!.html
    const [, title, text, table] =
      /aria-labelledby="([^"]+)" aria-describedby="([^"]+)" aria-details="([^"]+)"/.exec(html)!
    expect(html).toContain(`<title id="${title}">Named so</title>`)
    expect(html).toContain(`<p id="${text}">Described so.</p>`)
    expect(html).toMatch(new RegExp(`<table[^>]* id="${table}"`))
  })

  it('gives the module the attributes that are not its own', async () => {
    const seen: unknown[] = []
    const host = memoryHost(
      {},
      {
        'c.ts': (options) => {
          seen.push(options)
          return chart
        },
      },
    )
    const source =
      '## A\n\n::figure{src=c.ts mask=causal at=3 flag #id .class width=50% data-x=1 caption=C index=2}'
    const { messages, slides } = await compile(source, host, { name: 'deck', path: 'deck.md' })
    expect(seen).toEqual([{ mask: 'causal', at: '3', flag: '' }])
    expect(messages.map(String)).toEqual([])
    expect(slides[0]!.html).toContain(
      '<figure class="figure drawing class" id="id" style="width:50%" data-x="1">',
    )
  })
})

describe('what a drawing must not bring', () => {
  it.each([
    ['<rect fill="url(https://evil.example/x)"/>', 'evil'],
    ['<rect fill="\\75rl(https://evil.example/x)"/>', '\\'],
    ['<rect style="fill:URL( \'https://evil.example/x\' )"/>', 'evil'],
    ['<a href="java&#115;cript:alert(1)"><text>x</text></a>', 'cript'],
    ['<a xlink:href=" JavaScript:alert(1)"><text>x</text></a>', 'alert'],
    ['<a href="javascript&colon;alert(1)"><text>x</text></a>', 'alert'],
    ['<use href="data:image/svg+xml,<svg/>#x"/>', 'data:'],
    ['<set attributeName="href" to="javascript:alert(1)"/>', 'attributeName'],
    ['<rect onclick="alert(1)"/>', 'alert'],
  ])('%s', (body, gone) => {
    const { html } = inlineSvg(`<svg viewBox="0 0 9 9">${body}</svg>`, { prefix: 'p-', title: 'T' })!
    expect(html).not.toContain(gone)
  })

  it('keeps what it is painted with itself', () => {
    const { html } = inlineSvg('<svg viewBox="0 0 9 9"><rect id="a" fill="url(#a)"/></svg>', {
      prefix: 'p-',
      title: 'T',
    })!
    expect(html).toContain('fill="url(#p-a)"')
  })
})
