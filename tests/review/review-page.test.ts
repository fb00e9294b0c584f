/** The review page as text: the contract that deep links, tests and themes rely on. */
import { expect, test } from 'vitest'
import { renderReviewPage } from '../../src/build/pages/review-page.ts'
import { plainDeck, plainSlide } from '../support/plain-deck.ts'

const urls = { root: '../../', scripts: ['../../assets/review-1.js'], styles: ['../../assets/review-1.css'] }

test('every slide is an article with its id, its notes and its way to the lecture', () => {
  const slides = [plainSlide(0, 0, 1), plainSlide(1, 0, 0)]
  const html = renderReviewPage(plainDeck(slides), urls)
  expect(html).toContain('data-mode="review"')
  for (const { slug } of slides) {
    expect(html).toContain(`<article id="${slug}" class="review-slide"`)
    expect(html).toContain(`href="../index.html#/${slug}"`)
    expect(html).toContain(`<a href="#${slug}" data-slug="${slug}">`)
  }
  expect(html.match(/<aside class="notes" role="note"/g)).toHaveLength(2)
})

test('links within the deck need no script; hidden slides are not in the page', () => {
  const slide = { ...plainSlide(0, 0, 0), html: '<h2>A</h2><a href="#/slide-1">there</a>' }
  const hidden = { ...plainSlide(1, 0, 0), attributes: { 'data-visibility': 'hidden' } }
  const html = renderReviewPage(plainDeck([slide, hidden]), urls)
  expect(html).toContain('<a href="#slide-1">there</a>')
  expect(html).not.toContain('id="slide-1"')
})

test.each([
  ['<text font-size="20">a</text><text font-size="32">b</text>', '--readable:904px'],
  ['<g font-size="24"><text>a<tspan font-size="12">2</tspan></text></g>', '--readable:753px'],
  ['<text font-size="10">tiny</text>', '--readable:1129px'],
  ['<path d="M0 0"/>', undefined],
])('a drawing is told how wide its words need it: %s', (inside, style) => {
  const drawing = `<figure class="figure drawing" style="color:red"><svg viewBox="0 0 1128 400">${inside}</svg></figure>`
  const html = renderReviewPage(plainDeck([{ ...plainSlide(0, 0, 0), html: drawing }]), urls)
  const found = /<figure class="figure drawing"[^>]*>/.exec(html)![0]
  expect(found).toContain('color:red')
  expect(/--readable:[^;"]+/.exec(found)?.[0]).toBe(style)
})
