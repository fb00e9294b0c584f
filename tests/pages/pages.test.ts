/** The page writers, without a browser. */
import { describe, expect, test } from 'vitest'
import { renderIndexPage } from '../../src/build/pages/index-page.ts'
import { renderLecturePage, stacksOf } from '../../src/build/pages/lecture-page.ts'
import { renderPrintPage } from '../../src/build/pages/print-page.ts'
import { slideSection } from '../../src/build/pages/slide-section.ts'
import { SITE_ROOT } from '../../src/compiler/deck.ts'
import { PARKED_ESCAPE, PARKING_THRESHOLD } from '../../src/shared/markup.ts'
import { plainDeck, plainSlide } from '../support/plain-deck.ts'

const urls = { root: '../', scripts: ['../assets/lecture-1.js'], styles: ['../assets/style-1.css'] }
const many = (count: number, sectionOf: (index: number) => number = () => 0) =>
  Array.from({ length: count }, (_, index) => plainSlide(index, sectionOf(index), 0))

describe('the lecture page', () => {
  test('carries language, direction, mode and theme, and lets people zoom', () => {
    const html = renderLecturePage(plainDeck(many(2), { lang: 'ar', dir: 'rtl', title: 'A <b> & "c"' }), urls)
    expect(html).toContain('<html lang="ar" dir="rtl" data-mode="lecture" data-theme="lecture">')
    expect(html).toContain('<title>A &lt;b&gt; &amp; "c"</title>'.replaceAll('"c"', '&quot;c&quot;'))
    expect(html).not.toMatch(/maximum-scale|user-scalable/)
  })

  test('works without modules and leads to the print page without scripts', () => {
    const html = renderLecturePage(plainDeck(many(2)), urls)
    expect(html).toContain('<script defer src="../assets/lecture-1.js"></script>')
    expect(html).not.toContain('type="module"')
    expect(html).toContain(
      '<noscript><meta http-equiv="refresh" content="0; url=print/index.html"></noscript>',
    )
  })

  test('holds the manifest as data that cannot end its script', () => {
    const deck = plainDeck([{ ...plainSlide(1, 0, 0), title: '</script><script>alert(1)</script>' }])
    const json = /<script type="application\/json" id="lectern-manifest">([^]*?)<\/script>/.exec(
      renderLecturePage(deck, urls),
    )![1]!
    expect(JSON.parse(json)).toEqual(deck.manifest)
  })

  test('parks the slides of a long deck, and only there', () => {
    expect(renderLecturePage(plainDeck(many(PARKING_THRESHOLD)), urls)).not.toContain('text/x-slide')
    const long = renderLecturePage(plainDeck(many(PARKING_THRESHOLD + 1)), urls)
    expect(long.match(/<script type="text\/x-slide">/g)).toHaveLength(PARKING_THRESHOLD + 1)
  })

  test('stacks neighbours of one section, 25 at most', () => {
    const stacks = stacksOf(many(60, (index) => (index < 3 ? 0 : 1)))
    expect(stacks.map((stack) => stack.length)).toEqual([3, 25, 25, 7])
  })

  test('leaves hidden slides out', () => {
    const hidden = { ...plainSlide(2, 0, 0), attributes: { 'data-visibility': 'hidden' } }
    expect(renderLecturePage(plainDeck([plainSlide(1, 0, 0), hidden]), urls)).not.toContain('id="slide-2"')
  })
})

describe('a slide', () => {
  test('has its attributes, its notes, and URLs as the page needs them', () => {
    const slide = {
      ...plainSlide(1, 0, 0),
      attributes: { class: 'layout-quote dark', 'data-background-image': `${SITE_ROOT}assets/b.png` },
      html: `<img src="${SITE_ROOT}assets/a.png">`,
    }
    expect(slideSection(slide, { root: '../' })).toBe(
      '<section id="slide-1" class="slide layout-quote dark" data-source="plain.md:1" role="group" aria-roledescription="slide" ' +
        'aria-label="Slide 1" data-background-image="../assets/b.png"><img src="../assets/a.png">' +
        '<aside class="notes"><p>Notes of 1</p></aside></section>',
    )
  })

  test('survives parking whatever is in it', () => {
    const html = '<!-- a --><script>1</script><pre>&lt;/script></pre><SCRIPT></SCRIPT>'
    const parked = slideSection({ ...plainSlide(1, 0, 0), html, notes: '' }, { root: '', parked: true })
    const text = /<script type="text\/x-slide">([^]*?)<\/script>/.exec(parked)![1]!
    expect(text).not.toMatch(/<!--|<\/?script/i)
    expect(text.replaceAll(PARKED_ESCAPE, '<')).toBe(html)
  })

  test('opens a section in colour only with nothing but words on it', () => {
    const opener = { ...plainSlide(1, 0, 0), attributes: { class: 'layout-section' } }
    expect(slideSection(opener, { root: '' })).toContain('section-opener')
    expect(slideSection({ ...opener, html: '<h1>A</h1><ul><li>b</li></ul>' }, { root: '' })).not.toContain(
      'section-opener',
    )
    const furniture =
      '<footer class="furniture slide-footer">A</footer><div class="furniture slide-logo"><img src="a.svg" alt=""></div>'
    expect(slideSection({ ...opener, html: `<h1>A</h1>${furniture}` }, { root: '' })).toContain(
      'section-opener',
    )
  })

  test.each([
    ['a title', { class: 'layout-title' }, true],
    ['what its author inverts', { class: 'layout-section invert' }, true],
    ['an ordinary slide', { class: 'layout-default' }, false],
    ['a title on a background of its own', { class: 'layout-title', 'data-background-color': '#fff' }, false],
  ])('fills the stage with colour: %s', (_what, attributes, filled) => {
    const html = slideSection({ ...plainSlide(1, 0, 0), attributes, html: '<ul></ul>' }, { root: '' })
    expect(/class="[^"]*\bfilled\b/.test(html)).toBe(filled)
  })

  test.each([
    ['a dark colour', { 'data-background-color': '#123' }, ['has-dark-background']],
    ['a picture', { 'data-background-image': 'a.jpg' }, null],
    ['a picture, inverted', { class: 'invert', 'data-background-image': 'a.jpg' }, ['on-dark']],
    [
      'a light colour, inverted',
      { class: 'invert', 'data-background-color': '#fff' },
      ['has-light-background'],
    ],
  ])('sets words to be read on a background: %s', (_what, attributes, expected) => {
    const html = slideSection({ ...plainSlide(1, 0, 0), attributes }, { root: '' })
    expect(/has-\w+-background|on-dark/.exec(html)?.slice() ?? null).toEqual(expected)
  })
})

test('the print page is static, without notes, one sheet a slide', () => {
  const html = renderPrintPage(plainDeck(many(70)), { ...urls, root: '../../' })
  expect(html).not.toContain('<script')
  expect(html).not.toContain('Notes of')
  expect(html.match(/<div class="sheet"/g)).toHaveLength(70)
  expect(html).toContain('@page{size:1280px 720px;margin:0}')
})

test('the index links what there is, by file name', () => {
  const { manifest } = plainDeck(many(4, (index) => (index < 2 ? 0 : 1)))
  const html = renderIndexPage([{ manifest, description: 'About <x>' }], { ...urls, root: '' })
  expect(html).toContain('About &lt;x&gt;')
  const links = [...html.matchAll(/<a (?:class="[^"]*" )?href="([^"]+)"/g)].map((match) => match[1])
  expect(links).toEqual([
    'plain/index.html',
    'plain/index.html#/slide-0',
    'plain/index.html#/slide-2',
    'plain/index.html',
    'plain/review/index.html',
    'plain/print/index.html',
  ])
  // Nothing that holds up the page: scripts are deferred, or data.
  expect(html.match(/<script(?! defer| type="application\/json")/)).toBeNull()
})
