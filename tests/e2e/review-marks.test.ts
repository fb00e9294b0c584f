/** Marks of the student's own: by mouse, by keyboard, by finger; over reloads, edits of the deck and devices. */
import axe from 'axe-core'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type EditedCourse, editedCourse } from '../support/edited-course.ts'
import { openReview } from '../support/review.ts'

const DECK = `---
title: Marks
---

## Attention

Each position asks with a query, offers a **key**, and gives a value.

- The weights are $\\operatorname{softmax}(QK^\\top)$ of all pairs.
- One step for any distance.

Note: What is far away is as near as what is beside it.

## Masks

A model of language must not look at what comes later.
`

let browser: Browser
let course: EditedCourse

beforeAll(async () => {
  browser = await launchBrowser()
  course = await editedCourse()
  await course.build(DECK)
})
afterAll(async () => {
  await browser?.close()
  await course?.close()
})

async function newContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  })
  onTestFinished(() => context.close())
  return context
}

async function open(context: BrowserContext, init?: () => void): Promise<Page> {
  const page = await context.newPage()
  if (init) await page.addInitScript(init)
  await openReview(page, '', course.url)
  return page
}

/** Where words stand on the page, px in the window. */
const boxOf = (page: Page, words: string) =>
  page.evaluate((words) => {
    const walker = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue!.indexOf(words)
      if (at < 0) continue
      node.parentElement!.scrollIntoView({ block: 'center' })
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + words.length)
      const { left, right, top, bottom } = range.getBoundingClientRect()
      return { left, right, middle: (top + bottom) / 2 }
    }
    throw new Error(`no “${words}”`)
  }, words)

async function drag(page: Page, words: string): Promise<void> {
  const { left, right, middle } = await boxOf(page, words)
  await page.mouse.move(left, middle)
  await page.mouse.down()
  await page.mouse.move(right, middle, { steps: 4 })
  await page.mouse.up()
}

const bar = (page: Page) => page.getByRole('group', { name: 'Mark this text' })

/** What is marked, by colour, as it is painted. */
const painted = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    ['yellow', 'green', 'blue', 'pink'].flatMap((colour) =>
      [...(CSS.highlights.get(`mark-${colour}`) ?? [])].map(
        (range) => `${colour}: ${(range as Range).toString()}`,
      ),
    ),
  )

const settled = (page: Page): Promise<void> =>
  page.evaluate(() =>
    (window as unknown as { lectern: { store: { settled(): Promise<void> } } }).lectern.store.settled(),
  )

async function reload(page: Page): Promise<void> {
  await settled(page)
  await page.reload()
  await page.evaluate(() => (window as unknown as { lectern: { ready: Promise<unknown> } }).lectern.ready)
}

test('selected words are marked, given a note and another colour, deleted and had back', async () => {
  const page = await open(await newContext())
  await drag(page, 'asks with a query')
  await bar(page).getByRole('button', { name: 'Green' }).click()
  await bar(page).waitFor({ state: 'detached' })
  await expect.poll(() => painted(page)).toEqual(['green: asks with a query'])
  expect(await page.evaluate(() => getSelection()!.isCollapsed)).toBe(true)
  await reload(page)
  await expect.poll(() => painted(page)).toEqual(['green: asks with a query'])

  const { left, middle } = await boxOf(page, 'asks with a query')
  await page.mouse.click(left + 20, middle)
  expect(await bar(page).getByRole('button', { name: 'Green' }).getAttribute('aria-pressed')).toBe('true')
  await bar(page).getByRole('button', { name: 'Blue' }).click()
  await expect.poll(() => painted(page)).toEqual(['blue: asks with a query'])
  await page.mouse.click(left + 20, middle)
  await bar(page).getByRole('button', { name: 'Note' }).click()
  await page.getByRole('textbox', { name: 'Your note on this passage' }).fill('like a library')
  await page.keyboard.press('Escape')
  await reload(page)
  await expect.poll(() => painted(page)).toEqual(['blue: asks with a query'])
  await page.mouse.click(left + 20, middle)
  await expect.poll(() => bar(page).innerText()).toContain('like a library')
  await bar(page).getByRole('button', { name: 'Copy' }).click()
  await bar(page).getByRole('button', { name: 'Copied' }).waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('asks with a query')
  await bar(page).getByRole('button', { name: 'Delete' }).click()
  await expect.poll(() => painted(page)).toEqual([])
  await bar(page).getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => painted(page)).toEqual(['blue: asks with a query'])
})

test('by keyboard alone: words are chosen, marked, listed, gone to and deleted', async () => {
  const page = await open(await newContext({ viewport: { width: 390, height: 800 } }))
  const chosen = () => page.evaluate(() => getSelection()!.toString())
  await page.keyboard.press('m')
  await expect.poll(chosen).toBe('Marks')
  // The slide of the title has nothing more; the next one is scrolled to and begun anew.
  await page.keyboard.press('Escape')
  await expect.poll(chosen).toBe('')
  await page.locator('#attention .present-link').focus()
  await page.evaluate(() => document.querySelector('#attention')!.scrollIntoView())
  await page.keyboard.press('m')
  await expect.poll(chosen).toBe('Attention')
  await page.keyboard.press('ArrowDown')
  expect(await chosen()).toBe('Each')
  await page.keyboard.press('ArrowRight')
  for (let word = 0; word < 4; word++) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowLeft')
  expect(await chosen()).toBe('position asks with a')
  await page.keyboard.press('Enter')
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Yellow')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect.poll(() => painted(page)).toEqual(['green: position asks with a'])
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('present-link')

  await page.locator('.bar-outline').focus()
  await page.keyboard.press('Enter')
  const button = page.getByRole('button', { name: /^My marks and notes/ })
  expect(await button.innerText()).toContain('1')
  await button.focus()
  await page.keyboard.press('Enter')
  const list = page.getByRole('dialog', { name: 'My marks and notes' })
  expect(await list.innerText()).toMatch(/Attention\s+position asks with a/)
  await list.getByRole('button', { name: 'Delete' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => list.innerText()).toContain('Nothing yet')
  await page.keyboard.press('Enter')
  const quote = list.getByRole('button', { name: 'position asks with a' })
  await quote.focus()
  await page.keyboard.press('Enter')
  await list.waitFor({ state: 'hidden' })
  expect(await page.evaluate(() => location.hash)).toBe('#attention')
})

test('by finger: the bar stands at the foot of the page, beside the menu of the phone', async () => {
  const page = await open(
    await newContext({ viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true }),
  )
  // The long press that selects is the phone's own.
  await page.evaluate(() => {
    const text = document.querySelector('#masks p')!.firstChild!
    getSelection()!.setBaseAndExtent(text, 2, text, 19)
  })
  const { y, height } = (await bar(page).boundingBox())!
  expect(y + height).toBeGreaterThan(780)
  expect(y + height).toBeLessThanOrEqual(800)
  await bar(page).getByRole('button', { name: 'Pink' }).tap()
  await expect.poll(() => painted(page)).toEqual(['pink: model of language'])
  const { left, middle } = await boxOf(page, 'model of language')
  await page.touchscreen.tap(left + 20, middle)
  await bar(page).getByRole('button', { name: 'Delete' }).tap()
  await expect.poll(() => painted(page)).toEqual([])
})

test('formulas and what is said are marked too, over the bounds of elements', async () => {
  const page = await open(await newContext())
  await page.evaluate(() => {
    const item = document.querySelector('#attention li')!
    getSelection()!.selectAllChildren(item.querySelector('p') ?? item)
  })
  await bar(page).getByRole('button', { name: 'Yellow' }).click()
  await drag(page, 'far away')
  await bar(page).getByRole('button', { name: 'Yellow' }).click()
  await reload(page)
  await expect.poll(() => painted(page).then((all) => all.length)).toBe(2)
  await page.getByRole('button', { name: /^My marks and notes/ }).click()
  const list = page.getByRole('dialog', { name: 'My marks and notes' })
  expect(await list.innerText()).toContain(
    'The weights are $\\operatorname{softmax}(QK^\\top)$ of all pairs.',
  )
  await list.getByRole('button', { name: 'Copy everything' }).click()
  await list.getByText('Copied').waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    '## Attention\n\n> The weights are',
  )
})

test('marks stay through edits of the deck; what is gone is listed, and found when it is back', async () => {
  const own = await editedCourse()
  onTestFinished(own.close)
  await own.build(DECK)
  const context = await newContext()
  const page = await context.newPage()
  await openReview(page, '', own.url)
  await drag(page, 'offers a ')
  await bar(page).getByRole('button', { name: 'Yellow' }).click()
  await drag(page, 'must not look')
  await bar(page).getByRole('button', { name: 'Blue' }).click()
  await own.build(
    DECK.replace('Each position', 'In a layer, each position')
      .replace('offers a **key**', 'offers one **key**')
      .replace('## Masks', '## Why there are masks'),
  )
  await reload(page)
  await expect.poll(() => painted(page)).toEqual(['yellow: offers one', 'blue: must not look'])

  await own.build(DECK.slice(0, DECK.indexOf('## Masks')))
  await reload(page)
  await expect.poll(() => painted(page)).toEqual(['yellow: offers a'])
  await page.getByRole('button', { name: /^My marks and notes/ }).click()
  const list = page.getByRole('dialog', { name: 'My marks and notes' })
  expect(await list.innerText()).toMatch(/No longer on the slides\s+Masks\s+must not look/)
  await own.build(DECK)
  await reload(page)
  await expect.poll(() => painted(page)).toEqual(['yellow: offers a', 'blue: must not look'])
})

test('a file takes marks to another device, where they are merged', async () => {
  const laptop = await open(await newContext())
  await drag(laptop, 'offers a')
  await bar(laptop).getByRole('button', { name: 'Yellow' }).click()
  const phone = await open(await newContext())
  await drag(phone, 'must not look')
  await bar(phone).getByRole('button', { name: 'Pink' }).click()
  await settled(laptop)
  await laptop.click('.bar-settings')
  const download = laptop.waitForEvent('download')
  await laptop.getByRole('button', { name: 'Save to a file' }).click()
  await phone.click('.bar-settings')
  const chooser = phone.waitForEvent('filechooser')
  await phone.getByRole('button', { name: 'Read from a file' }).click()
  await (await chooser).setFiles(await (await download).path())
  await expect.poll(() => painted(phone)).toEqual(['yellow: offers a', 'pink: must not look'])
})

test('another tab shows them; where the browser has no highlights, elements do', async () => {
  const context = await newContext()
  const old = await open(context, () => {
    Reflect.deleteProperty(CSS, 'highlights')
  })
  const page = await open(context)
  await drag(page, 'asks with a query')
  await bar(page).getByRole('button', { name: 'Green' }).click()
  const marked = () =>
    old.$$eval('.own-mark', (marks) =>
      marks.map((mark) => `${mark.getAttribute('data-colour')}: ${mark.textContent}`),
    )
  await expect.poll(marked).toEqual(['green: asks with a query'])
  const { left, middle } = await boxOf(page, 'asks with a query')
  await page.mouse.click(left + 20, middle)
  await bar(page).getByRole('button', { name: 'Delete' }).click()
  await expect.poll(marked).toEqual([])
  expect(
    await old
      .locator('#attention p')
      .first()
      .evaluate((text) => text.childNodes.length),
  ).toBe(
    await page
      .locator('#attention p')
      .first()
      .evaluate((text) => text.childNodes.length),
  )
})

test('blanks hide marks with their words', async () => {
  const page = await open(await newContext())
  await page.evaluate(() => getSelection()!.selectAllChildren(document.querySelector('#attention strong')!))
  await bar(page).getByRole('button', { name: 'Yellow' }).click()
  await expect.poll(() => painted(page)).toEqual(['yellow: key'])
  await page.keyboard.press('b')
  await expect.poll(() => painted(page)).toEqual([])
  await page.keyboard.press('b')
  await expect.poll(() => painted(page)).toEqual(['yellow: key'])
})

describe.each([
  [320, 'light'],
  [390, 'dark'],
  [1280, 'light'],
] as const)('%i px, %s', (width, colorScheme) => {
  test('nobody is kept out', async () => {
    const page = await open(
      await newContext({ viewport: { width, height: 800 }, colorScheme, bypassCSP: true }),
    )
    const violations = async (): Promise<string[]> => {
      await page.evaluate(axe.source)
      return page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
        }
        const { violations } = await axe.run({
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        })
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 160)}`)
      })
    }
    const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    await drag(page, 'asks')
    await bar(page).waitFor()
    expect(await violations()).toEqual([])
    await bar(page).getByRole('button', { name: 'Note' }).click()
    await page.keyboard.type('mine')
    expect(await violations()).toEqual([])
    expect(await sideways()).toBe(0)
    await page.keyboard.press('Escape')
    if (width < 1080) await page.click('.bar-outline')
    await page.getByRole('button', { name: /^My marks and notes/ }).click()
    await page.getByRole('dialog', { name: 'My marks and notes' }).waitFor()
    expect(await violations()).toEqual([])
    expect(await sideways()).toBe(0)
  })
})
