/** Questions, blanks and cards of the review page, as a student uses them: by keyboard, from disk. */
import axe from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { fileUrl } from '../support/site.ts'

let browser: Browser
let context: BrowserContext | undefined
const faults: string[] = []

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())
afterEach(async () => {
  await context?.close()
  context = undefined
  expect(faults.splice(0)).toEqual([])
})

const address = (path: string): string => fileUrl(inject('site')) + path
const REVIEW = 'practice/review/index.html'

interface Options {
  width?: number
  scheme?: 'light' | 'dark'
  path?: string
  /** The page's clock. */
  at?: string
}

async function open({ width = 1280, scheme = 'light', path = REVIEW, at }: Options = {}): Promise<Page> {
  context ??= await browser.newContext({
    viewport: { width, height: 844 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    acceptDownloads: true,
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('request', (request) => {
    if (!/^(?:file|data|blob):/.test(request.url())) faults.push(`asked for ${request.url()}`)
  })
  if (at) await page.clock.setFixedTime(new Date(at))
  await page.goto(address(path))
  if (path === REVIEW) await ready(page)
  return page
}

async function ready(page: Page): Promise<void> {
  await page.evaluate(() => (window as unknown as { lectern: { ready: Promise<unknown> } }).lectern.ready)
}

/** What the store holds when everything is written. */
async function kept(page: Page, kind: string): Promise<Record<string, unknown>> {
  return page.evaluate(async (kind) => {
    type Entry = { id: string; data: unknown }
    type Store = { refresh(): Promise<void>; all(kind: string, deck: null): Entry[] }
    const { store } = await (window as unknown as { lectern: { ready: Promise<{ store: Store }> } }).lectern
      .ready
    await store.refresh()
    return Object.fromEntries(store.all(kind, null).map(({ id, data }) => [id, data]))
  }, kind)
}

const idOf = (page: Page, slide: string): Promise<string> =>
  page.locator(`#${slide} [data-question]`).evaluate((block) => (block as HTMLElement).dataset.question!)

/** Puts the focus on an option by its words. */
const option = (page: Page, slide: string, words: string) =>
  page.locator(`#${slide} .quiz-choice`, { hasText: words }).locator('input')

describe('a quiz', () => {
  test('tells nothing before it is answered, and nothing away', async () => {
    const page = await open()
    const slide = page.locator('#one')
    expect(await slide.locator('fieldset legend').innerText()).toContain('both sides')
    expect(await slide.locator('input[type=radio]').count()).toBe(3)
    expect(await slide.innerText()).not.toMatch(/uses both directions|left context|✓|✗|right/)
    expect(await page.locator('#all input[type=checkbox]').count()).toBe(3)
  })

  test('is answered by keyboard: wrong, with what is wrong with it, then right, with the reason', async () => {
    const page = await open({ width: 390 })
    const slide = page.locator('#one')
    const status = slide.locator('[role=status]')
    await slide.locator('button', { hasText: 'Check' }).focus()
    await page.keyboard.press('Enter')
    expect(await status.innerText()).toBe('Choose an option first.')
    await option(page, 'one', 'GPT').focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    expect(await status.innerText()).toBe('Not right yet.')
    expect(await slide.locator('.is-wrong').innerText()).toMatch(/GPT[^]*not right[^]*left context/)
    expect(await slide.innerText()).not.toContain('uses both directions')
    await option(page, 'one', 'BERT').focus()
    await page.keyboard.press('Space')
    expect(await status.innerText()).toBe('')
    await page.keyboard.press('Enter')
    expect(await status.innerText()).toBe('Right this time. It comes back as a card.')
    expect(await status.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await slide.locator('.is-right').innerText()).toMatch(/BERT[^]*right[^]*every layer/)
    expect(await slide.innerText()).toContain('uses both directions')
    const id = await idOf(page, 'one')
    expect((await kept(page, 'answer'))[id]).toMatchObject({ right: true, first: false })
    expect((await kept(page, 'card'))[id]).toHaveProperty('missed')
  })

  test('right at once is no card; a reload in the middle keeps what stands there', async () => {
    const page = await open()
    await option(page, 'one', 'BERT').check()
    await page.locator('#one button', { hasText: 'Check' }).click()
    expect(await page.locator('#one [role=status]').innerText()).toBe('Right.')
    expect(await kept(page, 'card')).toEqual({})
    const order = await page.locator('#one .quiz-words').allInnerTexts()
    await page.reload()
    await ready(page)
    expect(await page.locator('#one .quiz-words').allInnerTexts()).toEqual(order)
    expect(await page.locator('#one [role=status]').innerText()).toBe('Right.')
    await page.locator('#one button', { hasText: 'Answer again' }).click()
    expect(await page.locator('#one').innerText()).not.toContain('uses both directions')
    expect(await kept(page, 'answer')).toEqual({})
  })

  test('asks again in another visit', async () => {
    const page = await open()
    await option(page, 'one', 'BERT').check()
    await page.locator('#one button', { hasText: 'Check' }).click()
    await kept(page, 'answer')
    const other = await open()
    expect(await other.locator('#one [role=status]').innerText()).toBe('')
    expect(await other.locator('#one input:checked').count()).toBe(0)
    // What is known of it stays.
    expect(await other.locator('.section-summary').first().innerText()).toBe(
      '1 of 4 right · 3 questions open',
    )
  })

  test('several options: all of them, and no other', async () => {
    const page = await open()
    const check = page.locator('#all button', { hasText: /Check|Try again/ })
    await option(page, 'all', 'CBOW').check()
    await check.click()
    expect(await page.locator('#all [role=status]').innerText()).toContain('missing')
    await option(page, 'all', 'Skip-gram').check()
    await check.click()
    expect(await page.locator('#all .is-right').count()).toBe(2)
  })

  test('numbered options keep their order, others come in any', async () => {
    const orders = new Set<string>()
    for (let visit = 0; visit < 8; visit++) {
      const page = await open()
      expect(await page.locator('#numbered .quiz-words').allInnerTexts()).toEqual([
        'Word2Vec',
        'ELMo',
        'BERT',
      ])
      orders.add((await page.locator('#one .quiz-words').allInnerTexts()).join())
      await page.close()
    }
    expect(orders.size).toBeGreaterThan(1)
  })

  test.each([
    ['words', '对齐', 'alignement', 'The word is older'],
    ['numbers', '195 tokens', '211', 'Khandelwal'],
  ])('typed: %s', async (slide, right, wrong, why) => {
    const page = await open({ width: 390 })
    const input = page.getByRole('textbox', { name: 'Your answer' }).and(page.locator(`#${slide} input`))
    await input.fill(wrong)
    await page.keyboard.press('Enter')
    expect(await page.locator(`#${slide} [role=status]`).innerText()).toBe('Not right yet.')
    expect(await page.locator(`#${slide}`).innerText()).not.toContain(why)
    await input.fill(right)
    await page.keyboard.press('Enter')
    expect(await page.locator(`#${slide}`).innerText()).toContain(why)
  })

  test('the answer can be had, and does not count as right', async () => {
    const page = await open()
    await page.locator('#numbers input').fill('1')
    await page.keyboard.press('Enter')
    await page.locator('#numbers button', { hasText: 'Show the answer' }).click()
    expect(await page.locator('#numbers').innerText()).toMatch(/The right answer[^]*200/)
    expect(await page.locator('.section-summary').first().innerText()).toMatch(/^0 of 4 right/)
  })

  test('to think about: the student judges', async () => {
    const page = await open()
    const summary = page.locator('#think summary')
    expect(await page.locator('#think .judge').isVisible()).toBe(false)
    await summary.focus()
    await page.keyboard.press('Enter')
    // Formulas in the answer can be reached, too.
    const pressed = () => page.evaluate(() => document.activeElement?.textContent)
    for (let stop = 0; stop < 8 && (await pressed()) !== 'Not yet'; stop++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.locator('#think [role=status]').innerText()).toBe('Noted: it comes back as a card.')
    expect((await kept(page, 'card'))[await idOf(page, 'think')]).toHaveProperty('missed')
  })

  test('without scripts the answer is folded, and opens', async () => {
    context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } })
    const page = await context.newPage()
    await page.goto(address(REVIEW))
    const slide = page.locator('#one')
    expect(await slide.innerText()).toMatch(/GPT[^]*BERT[^]*Word2Vec/)
    expect(await slide.innerText()).not.toContain('uses both directions')
    await slide.locator('summary', { hasText: 'Answer' }).click()
    expect(await slide.innerText()).toMatch(/BERT[^]*uses both directions/)
  })
})

test('on paper the answers stand at the end, and only there', async () => {
  const page = await open()
  await option(page, 'one', 'GPT').check()
  await page.locator('#one button', { hasText: 'Check' }).click()
  expect(await page.locator('.review-answers').isVisible()).toBe(false)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('#one').innerText()).not.toMatch(/uses both directions|Try again|Bookmark/)
  expect(await page.locator('.review-answers').innerText()).toMatch(
    /^Answers[^]*both sides[^]*BERT[^]*uses both directions[^]*200 ± 10[^]*the softmax saturates/,
  )
})

describe('blanks', () => {
  test('take the place of terms without moving anything, and give their words back', async () => {
    for (const width of [320, 800, 1280]) {
      const page = await open({ width })
      await page.setViewportSize({ width, height: 800 })
      const places = () =>
        page.evaluate(() =>
          [...document.querySelectorAll('#terms .review-sheet :is(p, li, strong, dfn, mark)')].map(
            (element) => {
              const { x, y, width, height } = element.getBoundingClientRect()
              return [x, y, width, height].map(Math.round).join()
            },
          ),
        )
      const before = await places()
      await page.keyboard.press('b')
      expect(await page.locator('#terms .is-blank').count()).toBe(5)
      expect(await places()).toEqual(before)
      expect(await page.locator('#terms .is-blank').first().getAttribute('aria-label')).toMatch(
        /^Blank 1 of \d+$/,
      )
      await page.keyboard.press('b')
      expect(await page.locator('.is-blank').count()).toBe(0)
      expect(await places()).toEqual(before)
      await page.close()
    }
  })

  test('are revealed and judged by keyboard; a miss is a card with its sentence', async () => {
    const page = await open({ width: 390 })
    await page.keyboard.press('b')
    await page.locator('#terms .is-blank').nth(1).focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('.blank-judge').getAttribute('aria-label')).toBe(
      'It was “values”. Did you know it?',
    )
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(
      /^Blank 3 of/,
    )
    const [made] = Object.values(await kept(page, 'card')) as { content: { front: string; back: string } }[]
    expect(made!.content.front).toContain('card-gap')
    expect(made!.content.front).not.toContain('values')
    expect(made!.content.front).toContain('Attention')
    expect(made!.content.back).toMatch(/<mark class="card-word">values<\/mark> by how well/)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    expect(Object.keys(await kept(page, 'card'))).toHaveLength(1)
  })

  test('hide what a card would tell', async () => {
    const page = await open()
    await page.keyboard.press('b')
    const blank = page.locator('#terms dfn.term').first()
    await blank.hover()
    expect(await page.locator('#terms .hover-card:visible').count()).toBe(0)
    // Nor does it lie over the question whether the word was known.
    await blank.click()
    expect(await page.locator('.blank-judge').isVisible()).toBe(true)
    expect(await page.locator('#terms .hover-card:visible').count()).toBe(0)
    await page.locator('.blank-judge').getByRole('button', { name: 'Knew it' }).click()
    await page.mouse.move(0, 0)
    await blank.hover()
    expect(await page.locator('#terms .hover-card:visible').count()).toBe(1)
  })
})

describe('cards', () => {
  const front = (page: Page) => page.locator('.session-card .card-front').innerText()

  async function session(page: Page): Promise<void> {
    await page.locator('.bar-cards').focus()
    await page.keyboard.press('Enter')
    await page.locator('.session-card').waitFor()
  }

  test('a session by keyboard: what was known comes later, what was not once more', async () => {
    const page = await open({ at: '2031-05-10T09:00:00' })
    expect(await page.locator('.bar-cards').getAttribute('aria-label')).toBe('Cards, 6 cards due')
    await session(page)
    const seen: string[] = []
    const first = await front(page)
    expect(await page.locator('.session-card .card-back').count()).toBe(0)
    expect(await page.locator('.session-place').innerText()).toBe('')
    await page.keyboard.press('Space')
    expect(await page.locator('.session-place').innerText()).toBe('Key terms')
    expect(await page.locator('.session-card .card-back').innerText()).not.toBe('')
    await page.keyboard.press('1')
    for (let card = 0; card < 5; card++) {
      seen.push(await front(page))
      await page.keyboard.press('Space')
      await page.keyboard.press('3')
    }
    expect(seen).not.toContain(first)
    expect(await front(page)).toBe(first)
    await page.keyboard.press('Space')
    await page.keyboard.press('3')
    expect(await page.locator('.session-rest').innerText()).toMatch(/Done for now[^]*6 cards, 5 of them/)
    expect(await page.locator('.session-rest').innerText()).toMatch(/41 days to the exam/)
    const cards = Object.values(await kept(page, 'card')) as { memory: { due: number; reps: number } }[]
    expect(cards).toHaveLength(6)
    for (const { memory } of cards) {
      expect(memory.reps).toBe(1)
      expect(memory.due).toBeGreaterThan(new Date('2031-05-10T09:00:00').getTime())
    }
    await page.locator('.session-rest button', { hasText: 'Close' }).click()
    expect(await page.locator('.bar-cards').getAttribute('aria-label')).toBe('Cards')

    const later = await open({ at: '2031-05-20T09:00:00' })
    expect(await later.locator('.bar-cards').getAttribute('aria-label')).toBe('Cards, 6 cards due')
  })

  test('what was missed comes first; undo, not today, delete', async () => {
    const page = await open()
    await option(page, 'one', 'GPT').check()
    await page.locator('#one button', { hasText: 'Check' }).click()
    await session(page)
    expect(await front(page)).toContain('both sides')
    await page.keyboard.press('Space')
    await page.keyboard.press('4')
    expect(await front(page)).not.toContain('both sides')
    await page.keyboard.press('u')
    expect(await front(page)).toContain('both sides')
    expect((await kept(page, 'card'))[await idOf(page, 'one')]).toHaveProperty('missed')
    await page.keyboard.press('-')
    expect(await page.locator('.session-status').innerText()).toBe('Put off until tomorrow.')
    const second = await front(page)
    await page.keyboard.press('Delete')
    expect(await front(page)).not.toBe(second)
    const states = Object.values(await kept(page, 'card'))
    expect(states.filter((state) => 'buried' in (state as object))).toHaveLength(1)
    expect(states.filter((state) => 'removed' in (state as object))).toHaveLength(1)
    await page.keyboard.press('Escape')
    expect(await page.locator('.bar-cards').getAttribute('aria-label')).toBe('Cards, 5 cards due')
  })

  test('are where they were after a reload in the middle', async () => {
    const page = await open()
    await session(page)
    for (let card = 0; card < 2; card++) {
      await page.keyboard.press('Space')
      await page.keyboard.press('3')
    }
    const next = await front(page)
    await page.reload()
    await ready(page)
    expect(await page.locator('.bar-cards').getAttribute('aria-label')).toBe('Cards, 4 cards due')
    await session(page)
    expect(await front(page)).toBe(next)
  })

  test('end after ten minutes, what is left waits for more', async () => {
    const page = await open({ at: '2031-05-10T09:00:00' })
    await session(page)
    await page.keyboard.press('Space')
    await page.keyboard.press('3')
    await page.clock.setFixedTime(new Date('2031-05-10T09:10:01'))
    await page.keyboard.press('Space')
    await page.keyboard.press('3')
    expect(await page.locator('.session-rest').innerText()).toMatch(/2 cards, 2 of them/)
    await page.getByRole('button', { name: 'Ten more minutes' }).click()
    expect(await page.locator('.session-left').innerText()).toMatch(/^4 cards left/)
  })

  test('each opens its slide and comes back to where it was', async () => {
    const page = await open({ width: 390 })
    await session(page)
    await page.keyboard.press('Space')
    const before = await front(page)
    await page.keyboard.press('o')
    expect(await page.locator('.session-dialog').isVisible()).toBe(false)
    expect(await page.evaluate(() => location.hash)).toBe('#terms')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Back to the cards')
    await page.keyboard.press('Enter')
    expect(await front(page)).toBe(before)
    expect(await page.locator('.session-card .card-back').isVisible()).toBe(true)
  })

  test('of all decks, from the index; a card opens its slide in its deck and comes back', async () => {
    const page = await open({ path: 'index.html' })
    await page.getByRole('link', { name: 'Review cards' }).click()
    await page.locator('.session-card').waitFor()
    await ready(page)
    const places = new Set<string>()
    for (let card = 0; card < 30 && (await page.locator('.session-card').count()) > 0; card++) {
      places.add((await page.locator('.session-place').innerText()).split(' · ')[0]!)
      if (places.has('Practising')) break
      await page.keyboard.press('Space')
      await page.keyboard.press('3')
    }
    expect([...places]).toEqual(expect.arrayContaining(['Introduction to Foundation Models', 'Practising']))
    const before = await front(page)
    await page.keyboard.press('o')
    await page.waitForURL(/practice\/review\/index\.html\?cards#/)
    await ready(page)
    // What was graded there is known here.
    expect(await page.locator('.bar-cards').getAttribute('aria-label')).toBe('Cards, 6 cards due')
    await page.getByRole('link', { name: 'Back to the cards' }).click()
    await page.locator('.session-card').waitFor()
    expect(await front(page)).toBe(before)
  })

  test('are saved for Anki with their ids, formulas kept', async () => {
    const page = await open()
    await session(page)
    for (let card = 0; card < 6; card++) {
      await page.keyboard.press('Space')
      await page.keyboard.press('3')
    }
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save for Anki' }).click()
    const stream = await (await download).createReadStream()
    let text = ''
    for await (const chunk of stream) text += String(chunk)
    const lines = text.trimEnd().split('\n')
    expect(lines.filter((line) => line.startsWith('#'))).toEqual([
      '#separator:tab',
      '#html:true',
      '#notetype:Basic',
      '#guid column:1',
      '#deck column:2',
      '#tags column:5',
    ])
    const rows = lines.filter((line) => !line.startsWith('#')).map((line) => line.split('\t'))
    for (const row of rows) expect(row).toHaveLength(5)
    expect(new Set(rows.map(([guid]) => guid)).size).toBe(rows.length)
    expect(text).toContain(String.raw`\[L = -\sum_t \log p(x_t \mid x_{&lt;t})\]`)
    expect(text).toContain(String.raw`\(e \in \mathbb{R}^d\)`)
    expect(text).toMatch(/BERT masks \[…\] of the tokens\.<\/p>\t/)
    expect(text).not.toMatch(/katex|class=|<span/)
  })
})

describe('nobody is kept out', () => {
  test.each([
    [320, 'light'],
    [390, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const)('%i px, %s', async (width, scheme) => {
    const page = await open({ width, scheme })
    // The runner's policy of the page would keep the script out as an inline one.
    await page.evaluate(axe.source)
    const violations = (part: string) =>
      page.evaluate(async (part) => {
        const { axe } = window as unknown as {
          axe: {
            run(
              part: string,
              options: object,
            ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
          }
        }
        const { violations } = await axe.run(part, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        })
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 160)}`)
      }, part)
    const sideways = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(await violations('main')).toEqual([])
    await option(page, 'one', 'GPT').check()
    await page.locator('#one button', { hasText: 'Check' }).click()
    await option(page, 'numbered', 'Word2Vec').check()
    await page.locator('#numbered button', { hasText: 'Check' }).click()
    await page.locator('#words input').fill('no')
    await page.keyboard.press('Enter')
    await page.locator('#think summary').click()
    expect(await violations('main')).toEqual([])
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await page.keyboard.press('b')
    await page.locator('#terms .is-blank').first().click()
    expect(await violations('body')).toEqual([])
    expect(await sideways()).toBe(0)
    await page.keyboard.press('Escape')
    await page.keyboard.press('b')
    await page.locator('.bar-cards').click()
    await page.locator('.session-card').waitFor()
    expect(await violations('dialog')).toEqual([])
    await page.keyboard.press('Space')
    expect(await violations('dialog')).toEqual([])
    expect(await sideways()).toBe(0)
  })
})
