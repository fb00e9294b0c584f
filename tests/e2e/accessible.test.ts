/**
 * What keeps people with disabilities from a deck, over the project's own: the flagship, the guide and the gallery. A
 * print page shows the markup of every slide at once, so axe looks at each in one run.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { openLecture, press, standing } from '../support/lecture.ts'
import { openReview } from '../support/review.ts'
import { fileUrl } from '../support/site.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const site = fileUrl(inject('site'))
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    reducedMotion: 'reduce',
    // Lets axe in; what the policy keeps out has tests of its own.
    bypassCSP: true,
    ...options,
  })
  onTestFinished(() => context.close())
  return context.newPage()
}

/** What axe finds, as `rule: element`. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(() => (window as { lectern?: { ready: Promise<unknown> } }).lectern?.ready)
  await page.evaluate(() => document.fonts.ready)
  await page.evaluate(axe)
  const { violations } = await page.evaluate<AxeResults>(() =>
    (window as unknown as { axe: { run(at: Document, options: object): Promise<never> } }).axe.run(document, {
      iframes: false,
      preload: false,
    }),
  )
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

const decks = ['foundation-models', 'guide', 'gallery']

describe.each(['light', 'dark'] as const)('%s: axe finds nothing', { timeout: 120_000 }, (colorScheme) => {
  test.each([
    'index.html',
    'cards.html',
    ...decks.flatMap((name) => [
      `${name}/index.html`,
      `${name}/print/index.html`,
      `${name}/review/index.html`,
      `${name}/speaker/index.html`,
    ]),
  ])('%s', async (path) => {
    const page = await newPage({ colorScheme })
    await page.goto(site + path)
    expect(await faults(page)).toEqual([])
  })
})

test('a slide is announced by its heading and number, a step by its words, and nothing else is', async () => {
  const page = await newPage()
  await openLecture(page, `${site}guide/index.html#/fragments`)
  const said = () =>
    page.$$eval('[aria-live], [role=status]', (all) =>
      all
        .filter((one) => one.checkVisibility())
        .map(({ textContent }) => textContent!.trim())
        .filter(Boolean),
    )
  await press(page, 'ArrowRight')
  await expect.poll(said).toHaveLength(1)
  const [step] = await said()
  expect(step).not.toMatch(/^\d/)
  expect(await page.locator('section.present .fragment.visible').first().textContent()).toContain(step)
  await page.evaluate(() => (location.hash = '#/pause'))
  await expect.poll(said).toEqual([expect.stringMatching(/^Three dots pause – \d+ \/ \d+$/)])
  expect(await page.locator('[role=application]').count()).toBe(0)
})

test('at 400 % the review of every deck is read without going sideways', async () => {
  for (const name of decks) {
    // 1280 px at 400 % are 320 px wide, and 180 high.
    const page = await newPage({ viewport: { width: 320, height: 180 } })
    await openReview(page, '', `${site}${name}/review/index.html`)
    await page.evaluate(() => document.querySelector('.review')!.classList.remove('is-long'))
    const wide = await page.evaluate(() => ({
      page: document.documentElement.scrollWidth - innerWidth,
      // What moves sideways by itself (tables, code, drawings) does no harm; what is cut off would.
      cut: [...document.querySelectorAll('.review-sheet :is(p, li, h1, h2, h3, td, dd, button)')]
        .filter(
          (one) =>
            one.checkVisibility() && !one.closest('pre, .table-wrap, .drawing, .katex, svg, [tabindex="0"]'),
        )
        .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
        .map((one) => `${one.closest('[id]')?.id}: ${one.textContent!.slice(0, 30)}`),
    }))
    expect(wide, name).toEqual({ page: 0, cut: [] })
    await page.close()
  }
})

describe('by keyboard alone', () => {
  /** What has the focus, and whether that can be seen. */
  const focus = (page: Page) =>
    page.evaluate(() => {
      const element = document.activeElement!
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      const ring = (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
      // Within a film it is one of the browser's own buttons that has it.
      const withinFilm = element.localName === 'video' && !element.matches(':focus-visible')
      const box = element.getBoundingClientRect()
      return {
        name: `${element.localName}.${element.className}`,
        isBody: element === document.body,
        shown: ring || withinFilm,
        inside: box.bottom > 0 && box.top < innerHeight && box.width > 0,
      }
    })

  test.each([
    ['index.html', 12],
    ['guide/review/index.html#quiz', 40],
    ['cards.html', 6],
    ['gallery/index.html', 5],
  ] as const)('%s: wherever Tab leads, the focus is seen', async (path, presses) => {
    const page = await newPage()
    await page.goto(site + path)
    await page.evaluate(() => (window as { lectern?: { ready: Promise<unknown> } }).lectern?.ready)
    const hidden: string[] = []
    let met = 0
    for (let press = 0; press < presses; press++) {
      await page.keyboard.press('Tab')
      const { name, isBody, shown, inside } = await focus(page)
      if (isBody) continue
      met++
      if (!shown || !inside) hidden.push(name)
    }
    expect(hidden).toEqual([])
    expect(met).toBeGreaterThan(0)
  })

  test('a lecture is given from its first slide to its last step and back', async () => {
    const page = await newPage()
    await openLecture(page, `${site}small/index.html`)
    const ways: string[] = []
    for (;;) {
      const { slug, fragment } = await standing(page)
      const place = `${slug}/${fragment}`
      if (ways.at(-1) === place) break
      ways.push(place)
      await page.keyboard.press('ArrowRight')
    }
    expect(ways.length).toBeGreaterThan(5)
    for (const place of ways.toReversed().slice(1)) {
      const [{ slug, fragment } = { slug: '', fragment: 0 }] = await press(page, 'ArrowLeft')
      expect(`${slug}/${fragment}`).toBe(place)
    }
  })

  test('a quiz is answered, and says how it went', async () => {
    const page = await newPage()
    await openReview(page, '#quiz', `${site}guide/review/index.html`)
    const quiz = page.locator('#quiz .quiz-form')
    await quiz.locator('input').first().focus()
    // Options stand in another order for each reader.
    const right = quiz.locator('.quiz-choice', { hasText: 'Air, water, steel' }).locator('input')
    for (let choice = 0; choice < 3 && !(await right.isChecked()); choice++)
      await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => quiz.locator('.quiz-status').textContent()).not.toBe('')
    expect(await quiz.locator('.is-right').count()).toBe(1)
  })
})

describe('in colours that the system forces', () => {
  const forced = (path: string) => async (): Promise<Page> => {
    const page = await newPage({ forcedColors: 'active', colorScheme: 'dark' })
    await openLecture(page, `${site}${path}`)
    return page
  }
  const system = (page: Page, name: string): Promise<string> =>
    page.evaluate((colour) => {
      const probe = document.body.appendChild(document.createElement('i'))
      probe.style.color = colour
      const { color } = getComputedStyle(probe)
      probe.remove()
      return color
    }, name)
  const style = (page: Page, selector: string, property: string): Promise<string> =>
    page.$eval(
      selector,
      (element, name) => getComputedStyle(element).getPropertyValue(name as string),
      property,
    )

  test('lines that are meant have a bar, the others none; the deck says how far it is', async () => {
    const page = await forced('guide/index.html#/code-steps/0')()
    const [chosen, ground] = await Promise.all([system(page, 'Highlight'), system(page, 'Canvas')])
    const bar = 'border-inline-start-color'
    expect(await style(page, 'section.present .code-block .line-on', bar)).toBe(chosen)
    expect(await style(page, 'section.present .code-block .line-off', bar)).toBe(ground)
    expect(await style(page, '.reveal .progress span', 'background-color')).toBe(chosen)
  })

  test('a step that speaks by its colour is underlined', async () => {
    const page = await forced('guide/index.html#/effects')()
    const line = () => style(page, 'section.present .highlight-red', 'text-decoration-line')
    expect(await line()).toBe('none')
    await page.evaluate(() => (location.hash = '#/effects/3'))
    await expect.poll(line).toBe('underline')
  })

  test('the road is a line', async () => {
    const page = await forced('room/index.html#/vectors')()
    const road = 'section.present .roadmap-stop:not(.roadmap-first) .roadmap-line'
    expect(await style(page, road, 'background-color')).toBe(await system(page, 'CanvasText'))
  })

  test('what has been read, and which answer is right, can be told', async () => {
    const page = await newPage({ forcedColors: 'active', colorScheme: 'light' })
    await openReview(page, '#quiz', `${site}guide/review/index.html`)
    await page.locator('#quiz .quiz-choice', { hasText: 'Air, water, steel' }).locator('input').check()
    await page.locator('#quiz .quiz-form button').first().click()
    expect(await style(page, '#quiz .quiz-choice.is-right', 'border-top-width')).toBe('3px')
    expect(await page.locator('#quiz .is-right .quiz-verdict').textContent()).toBeTruthy()
    await page.keyboard.press('Tab')
    expect(await style(page, ':focus', 'outline-style')).toBe('solid')
  })
})
