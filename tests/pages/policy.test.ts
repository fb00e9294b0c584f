/** What a page's policy lets in. */
import { describe, expect, test } from 'vitest'
import { renderCardsPage } from '../../src/build/pages/cards-page.ts'
import { renderIndexPage } from '../../src/build/pages/index-page.ts'
import { renderLecturePage } from '../../src/build/pages/lecture-page.ts'
import { policyMeta, policyOf } from '../../src/build/pages/policy.ts'
import { renderPrintPage } from '../../src/build/pages/print-page.ts'
import { renderReviewPage } from '../../src/build/pages/review-page.ts'
import { renderSpeakerPage } from '../../src/build/pages/speaker-page.ts'
import { plainDeck, plainSlide } from '../support/plain-deck.ts'

const deckWith = (html: string, attributes: Record<string, string> = {}) =>
  plainDeck([{ ...plainSlide(1, 0, 0), html, attributes }])

/** The policy's directives by name. */
function directives(html: string): Record<string, string> {
  const content = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1] ?? ''
  return Object.fromEntries(
    content.split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ')
      return [name, values.join(' ')]
    }),
  )
}

const of = (html: string, attributes?: Record<string, string>) =>
  directives(policyMeta(policyOf([deckWith(html, attributes)])))

describe('the policy', () => {
  test('lets a page load what lies beside it, and run what bears its nonce', () => {
    const policy = policyOf([deckWith('<p>x</p>')])
    expect(directives(policyMeta(policy))).toEqual({
      'default-src': "'none'",
      'script-src': `'nonce-${policy.nonce}'`,
      'style-src': "'self' file: 'unsafe-inline'",
      'font-src': "'self' file: data:",
      'img-src': "'self' file: data:",
      'media-src': "'self' file: data:",
      'frame-src': "'none'",
      'connect-src': "'none'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
    })
  })

  test('names the hosts that the deck shows images, sound and frames of, and no others', () => {
    const html = [
      '<a href="https://link.example/x">https://text.example/</a>',
      '<img src="https://images.example/a.png" srcset="https://small.example:8443/b.png 1x, https://large.example/c.png 2x">',
      '<video poster="http://poster.example/p.png"><source src="https://user:word@films.example/v.mp4"></video>',
      '<iframe data-src="https://frames.example/x?y=https://not.example"></iframe>',
    ].join('')
    const found = of(html, {
      'data-background-image': 'https://back.example/b.png, https://back2.example/c.png',
      'data-background-iframe': 'https://behind.example/',
    })
    const media =
      'http://poster.example https://back.example https://back2.example https://films.example ' +
      'https://images.example https://large.example https://small.example:8443'
    expect(found['img-src']).toBe(`'self' file: data: ${media}`)
    expect(found['media-src']).toBe(found['img-src'])
    expect(found['frame-src']).toBe('https://behind.example https://frames.example')
  })

  test.each([
    'https://*/x.png',
    'https://*.example/x.png',
    'https://a.example;script-src/x.png',
    'https://[::1]/x.png',
    "https://'unsafe-inline'/",
    'https:///',
  ])('takes no more from an address than one host: %s', (url) => {
    const { 'img-src': images, 'script-src': scripts } = of(`<img src="${url}">`)
    expect(images).not.toMatch(/[*[;]|unsafe/)
    expect(scripts).toMatch(/^'nonce-[\w-]{32}'$/)
  })

  test('has a nonce that follows from all that the deck brings', () => {
    const nonce = (html: string) => policyOf([deckWith(html)]).nonce
    expect(nonce('a')).toBe(nonce('a'))
    expect(nonce('a')).not.toBe(nonce('b'))
    const noted = plainDeck([{ ...plainSlide(1, 0, 0), html: 'a', attributes: {}, notes: 'other' }])
    expect(policyOf([noted]).nonce).not.toBe(nonce('a'))
  })

  test('lets a trusted deck run its scripts', () => {
    const found = directives(policyMeta(policyOf([deckWith('')], true)))
    expect(found['script-src']).toBe("'self' file: 'unsafe-inline' https:")
    expect(found['object-src']).toBe("'none'")
  })
})

describe('every page', () => {
  const deck = deckWith('<p>x</p>')
  const policy = policyOf([deck])
  const urls = { root: '', scripts: ['assets/x.js'], styles: ['assets/x.css'], policy }
  const cards = { deck: 'x', title: 'X', lang: 'en', cards: [] }
  test.each([
    ['lecture', renderLecturePage(deck, urls)],
    ['print', renderPrintPage(deck, urls)],
    ['review', renderReviewPage(deck, urls)],
    ['speaker', renderSpeakerPage(deck, urls)],
    ['index', renderIndexPage([{ manifest: deck.manifest, description: '' }], urls)],
    ['cards', renderCardsPage([cards as never], urls, true)],
  ])('%s states it before all that it governs, and marks its scripts', (_, html) => {
    const at = html.indexOf('<meta http-equiv="Content-Security-Policy"')
    const first = /<(?:script|link|style|body)\b/.exec(html)!.index
    expect(at).toBeGreaterThan(0)
    expect(at).toBeLessThan(first)
    for (const [tag] of html.matchAll(/<script\b[^>]*>/g))
      expect(tag).toMatch(new RegExp(`type="application/json"|nonce="${policy.nonce}"`))
  })

  test('the speaker view frames the lecture beside it', () => {
    expect(directives(renderSpeakerPage(deck, urls))['frame-src']).toBe("'self' file:")
  })
})
