/** Decks in scripts that run from right to left, or without spaces. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { showSlide, slidesOf, type SlidePlace } from '../support/deck-page.ts'
import { leavingTheStage } from '../support/leaving-the-stage.ts'
import { press } from '../support/lecture.ts'
import { fileUrl } from '../support/site.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

async function open(name: string): Promise<{ page: Page; places: SlidePlace[] }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
  await page.goto(`${fileUrl(inject('site'))}${name}/index.html`)
  return { page, places: await slidesOf(page) }
}

test.each(['hebrew', 'chinese'])('no part of the deck %s leaves its stage, in any state', async (name) => {
  const { page, places } = await open(name)
  expect(places.length).toBeGreaterThan(8)
  const outside: string[] = []
  for (const place of places)
    for (let step = -1; step < place.steps; step++) {
      await showSlide(page, place, step)
      for (const what of await page.evaluate(leavingTheStage)) outside.push(`${place.slug}/${step}: ${what}`)
    }
  expect(outside).toEqual([])
  await page.close()
})

describe('a deck in Hebrew', () => {
  let page: Page
  let places: SlidePlace[]
  beforeAll(async () => {
    ;({ page, places } = await open('hebrew'))
  })
  afterAll(() => page?.close())

  const show = (slug: string, step = 99) =>
    showSlide(
      page,
      places.find((place) => place.slug === slug)!,
      step,
    )
  /** The middles of what a selector finds on the shown slide, from the page's left. */
  const middles = (selector: string) =>
    page.evaluate((wanted) => {
      const slide = [...document.querySelectorAll('section.present')].at(-1)!
      return [...slide.querySelectorAll(wanted)].map((element) => {
        const { left, width } = element.getBoundingClientRect()
        return Math.round(left + width / 2)
      })
    }, selector)
  const falls = (values: number[]) => values.every((value, at) => at === 0 || value < values[at - 1]!)
  const rises = (values: number[]) => values.every((value, at) => at === 0 || value > values[at - 1]!)

  test('runs from right to left: the page, columns, the road, the progress', async () => {
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl')
    await show('שתי-שיטות-זו-מול-זו')
    const columns = await middles('.column')
    expect(columns).toHaveLength(2)
    expect(falls(columns)).toBe(true)
    const bar = await page.evaluate(() => {
      const { left, right } = document.querySelector('.progress span')!.getBoundingClientRect()
      return { left, right }
    })
    expect(bar.right).toBeCloseTo(1280, 0)
    expect(bar.left).toBeGreaterThan(100)

    await show('ציוני-דרך')
    const dots = await middles('.roadmap-dot')
    expect(dots).toHaveLength(5)
    expect(falls(dots)).toBe(true)
    // Each line lies between its stop's dot and the one before.
    const lines = (await middles('.roadmap-line')).slice(1)
    for (const [at, line] of lines.entries())
      expect(Math.abs(line - (dots[at]! + dots[at + 1]!) / 2)).toBeLessThan(3)
  })

  test('keeps formulas and code from left to right', async () => {
    await show('כלל-העדכון')
    const formula = await page.evaluate(() => {
      const slide = [...document.querySelectorAll('section.present')].at(-1)!
      const bases = [...slide.querySelectorAll('.katex-display .katex-base')]
      return {
        lefts: bases.map((base) => Math.round(base.getBoundingClientRect().left)),
        ways: [...slide.querySelectorAll('.katex')].map((element) => getComputedStyle(element).direction),
        text: bases.map((base) => base.textContent).join(''),
      }
    })
    expect(formula.lefts.length).toBeGreaterThan(2)
    expect(rises(formula.lefts)).toBe(true)
    expect(new Set(formula.ways)).toEqual(new Set(['ltr']))
    expect(formula.text).toMatch(/^θ/)

    await show('אותו-הרעיון-בקוד')
    const code = await page.evaluate(() => {
      const pre = [...document.querySelectorAll('section.present pre')].at(-1)!
      const line = document.createRange()
      line.selectNodeContents(pre.querySelector('.line')!)
      const { left } = pre.getBoundingClientRect()
      return { way: getComputedStyle(pre).direction, indent: line.getBoundingClientRect().left - left }
    })
    expect(code.way).toBe('ltr')
    expect(code.indent).toBeLessThan(60)
  })

  test('leaves sides that an author names where they are', async () => {
    await show('מצב-ההפסד')
    const [picture] = await middles('.layout-media')
    expect(picture).toBe(320)
  })

  test('goes on to the left', async () => {
    await show('קצב-הלמידה-במספרים', -1)
    const [on, back] = await press(page, 'ArrowLeft', 'ArrowRight')
    expect(on?.slug).toBe('אותו-הרעיון-בקוד')
    expect(back?.slug).toBe('קצב-הלמידה-במספרים')
    const [end] = await press(page, 'Shift+ArrowLeft')
    expect(end?.slug).toBe(places.at(-1)?.slug)
  })

  test('speaks Hebrew, and counts options as Hebrew does', async () => {
    expect(await page.getAttribute('.navigate-left', 'aria-label')).toBe('הבא')
    expect(await page.getAttribute('.navigate-right', 'aria-label')).toBe('הקודם')
    await show('בדיקת-הבנה', -1)
    const options = await page.evaluate(() =>
      [...document.querySelectorAll('section.present .quiz-option')].map((option) => {
        const { content } = getComputedStyle(option, '::before')
        return [content, getComputedStyle(option.querySelector('.quiz-mark')!).visibility]
      }),
    )
    expect(options).toEqual(Array.from({ length: 3 }, () => ['counter(option, hebrew)', 'hidden']))
  })
})

describe('a deck in Chinese', () => {
  test('has no spaces where lines of the source end, and stresses words by dots', async () => {
    const { page, places } = await open('chinese')
    await showSlide(
      page,
      places.find(({ slug }) => slug === '什么是信息')!,
      99,
    )
    const slide = await page.evaluate(() => {
      const shown = [...document.querySelectorAll<HTMLElement>('section.present')].at(-1)!
      const { fontStyle, textEmphasisStyle } = getComputedStyle(shown.querySelector('em')!)
      return { text: shown.innerText, fontStyle, textEmphasisStyle }
    })
    expect(slide.text).toContain('越是意外的消息，信息量越大')
    expect(slide.text).toContain('意义。无关，只与它出现的概率有关')
    expect(slide.fontStyle).toBe('normal')
    expect(slide.textEmphasisStyle).toMatch(/dot/)
    await page.close()
  })

  test('shows a quiz, then with one step what is right and why', async () => {
    const { page, places } = await open('chinese')
    const quiz = places.find(({ slug }) => slug === '小测验')!
    const seen = (): Promise<string[]> =>
      page.evaluate(() =>
        ['.quiz-option', '.quiz-mark', '.quiz-feedback', '.quiz-explanation'].filter((name) => {
          const found = [...document.querySelectorAll('section.present')].at(-1)!.querySelectorAll(name)
          return found.length > 0 && [...found].every((one) => getComputedStyle(one).visibility === 'visible')
        }),
      )
    expect(quiz.steps).toBe(1)
    await showSlide(page, quiz, -1)
    expect(await seen()).toEqual(['.quiz-option'])
    await showSlide(page, quiz, 0)
    expect(await seen()).toEqual(['.quiz-option', '.quiz-mark', '.quiz-feedback', '.quiz-explanation'])
    await page.close()
  })
})
