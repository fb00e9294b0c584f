/** The measures that the flagship's tests rely on, over a slide whose sizes and contrasts are known. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { contrastsOf, pictureLetters } from '../support/contrast.ts'
import { textsOnSlide, type SlideText } from '../support/slide-texts.ts'

const slide = `
<style>
  body { margin: 0; font: 24px/1.5 sans-serif; color: #000 }
  .slides { width: 1280px; height: 720px; transform: scale(0.5); transform-origin: 0 0 }
  p { margin: 0 }
</style>
<div class="reveal"><div class="slides"><section class="present">
  <p>plain</p>
  <p style="font-size: 20px">small</p>
  <div style="transform: scale(0.5); transform-origin: 0 0"><p style="font-size: 40px">shrunk</p></div>
  <p style="visibility: hidden">not yet</p>
  <p style="opacity: 0">gone</p>
  <p>H<sub style="font-size: 15px">low</sub></p>
  <p class="source" style="font-size: 18px">from a book</p>
  <p style="color: #949494">grey</p>
  <p style="opacity: 0.5">half</p>
  <p style="background: #1d4f91; color: #fff">on blue</p>
  <p style="background: linear-gradient(90deg, #000 4em, #fff 4em); color: #fff; width: 20em">half on white, which cannot be read</p>
  <p style="background: #fff; color: #fff">unseen</p>
  <svg viewBox="0 0 400 100" width="800" height="200">
    <rect width="400" height="50" fill="#1d4f91"/>
    <text x="5" y="30" font-size="13" fill="#fff">drawn<tspan font-size="9">index</tspan></text>
    <text x="80" y="30" font-size="20" fill="#1d4f91">axis</text>
    <text x="250" y="30" font-size="24" data-vanishing>dust</text>
    <text x="150" y="30" font-size="24" fill="#fff" stroke="#000" stroke-width="6" paint-order="stroke">rim</text>
  </svg>
  <aside class="notes">said</aside>
</section></div></div>`

let browser: Browser
let page: Page
let texts: SlideText[]
const of = (text: string) => texts.find((one) => one.text.startsWith(text))!

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { width: 640, height: 360 } })
  await page.setContent(slide)
  texts = await page.evaluate(textsOnSlide)
})
afterAll(() => browser?.close())

test('finds what is visible, and only that', () => {
  expect(texts.map(({ text }) => text.split(' ')[0])).toEqual(
    'plain small shrunk H low from grey half on half unseen drawn index axis dust rim'.split(' '),
  )
})

test('measures sizes on the stage, through every scale', () => {
  const size = (text: string) => [of(text).size, of(text).kind]
  expect(size('plain')).toEqual([24, 'text'])
  expect(size('small')).toEqual([20, 'text'])
  expect(size('shrunk')).toEqual([20, 'text'])
  expect(size('low')).toEqual([15, 'aside'])
  expect(size('from')).toEqual([18, 'aside'])
  expect(size('drawn')).toEqual([26, 'text'])
  expect(size('index')).toEqual([18, 'aside'])
  expect(size('dust')).toEqual([48, 'vanishing'])
  expect(size('axis')).toEqual([40, 'axis'])
})

test('measures contrast against what lies under the letters', async () => {
  const contrasts = await contrastsOf(await browser.newPage(), await pictureLetters(page), texts)
  const contrast = (text: string) => contrasts[texts.indexOf(of(text))]!.contrast
  expect(contrast('plain')).toBeCloseTo(21, 1)
  expect(contrast('grey')).toBeCloseTo(3.03, 1)
  expect(contrast('half')).toBeCloseTo(3.98, 1)
  expect(contrast('on blue')).toBeCloseTo(8.11, 1)
  expect(contrast('half on')).toBeCloseTo(1, 1)
  expect(contrast('unseen')).toBe(1)
  expect(contrast('drawn')).toBeCloseTo(8.11, 1)
  expect(contrast('axis')).toBe(1)
  expect(contrast('rim')).toBeGreaterThan(15)
})
