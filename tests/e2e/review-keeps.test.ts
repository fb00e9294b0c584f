/** What the review keeps: over a reload, between tabs, where storage is closed, from device to device. */
import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { openReview } from '../support/review.ts'
import { serveFolder, type StaticServer } from '../support/site.ts'

let browser: Browser
let server: StaticServer

beforeAll(async () => {
  browser = await launchBrowser()
  server = await serveFolder(inject('site'))
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

async function newContext(): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, acceptDownloads: true })
  onTestFinished(() => context.close())
  return context
}

async function open(context: BrowserContext, hash = '', init?: () => void): Promise<Page> {
  const page = await context.newPage()
  if (init) await page.addInitScript(init)
  await openReview(page, hash, `${server.url}foundation-models/review/index.html`)
  return page
}

const isSeen = (page: Page, slug: string): Promise<boolean> =>
  page.$eval(`#lectern-outline a[data-slug="${slug}"]`, (link) => link.classList.contains('is-seen'))

const bookmark = (page: Page, slug: string) => page.locator(`#${slug} .tool`).first()

/** Brings the end of a slide into view, as reading does. */
async function read(page: Page, slug: string): Promise<void> {
  // A reader's own move: until then a page that was opened at a slide keeps that slide in place.
  await page.mouse.wheel(0, 1)
  await expect
    .poll(async () => {
      await page.locator(`#${slug} .slide-end`).scrollIntoViewIfNeeded()
      return isSeen(page, slug)
    })
    .toBe(true)
}

/** Waits until all is written. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(() =>
    (window as unknown as { lectern: { store: { settled(): Promise<void> } } }).lectern.store.settled(),
  )

test.each(['', 'without IndexedDB'])(
  'read slides, place, bookmark and note outlive a reload %s',
  async (mode) => {
    const context = await newContext()
    const close = mode ? () => Object.defineProperty(window, 'indexedDB', { value: undefined }) : undefined
    const page = await open(context, '#cbow', close)
    await read(page, 'cbow')
    await bookmark(page, 'cbow').click()
    await page.locator('#cbow .tool').nth(1).click()
    await page.getByRole('textbox', { name: 'Your note on this slide: CBOW' }).fill('为什么? Why sum?')
    // To leave the field keeps what is in it.
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await settled(page)
    await page.goto('about:blank')
    await openReview(page, '', `${server.url}foundation-models/review/index.html`)
    expect(await isSeen(page, 'cbow')).toBe(true)
    expect(await isSeen(page, 'palm')).toBe(false)
    expect(await bookmark(page, 'cbow').getAttribute('aria-pressed')).toBe('true')
    expect(await page.getByRole('textbox', { name: 'Your note on this slide: CBOW' }).inputValue()).toBe(
      '为什么? Why sum?',
    )
    await page.getByRole('link', { name: /^Continue at “CBOW/ }).click()
    await expect.poll(() => page.url()).toContain('#cbow')
  },
)

test('what is done in the last moment before the page goes is not lost', async () => {
  const context = await newContext()
  const page = await open(context, '', () => {
    // A database that answers too late for this page.
    if (sessionStorage.getItem('late') === 'no') return
    IDBObjectStore.prototype.get = () =>
      Object.assign(Object.create(IDBRequest.prototype) as IDBRequest, {
        addEventListener: () => undefined,
        removeEventListener: () => undefined,
      })
  })
  await bookmark(page, 'cbow').click()
  await page.locator('#cbow .tool').nth(1).click()
  await page.keyboard.type('half a word')
  await page.evaluate(() => sessionStorage.setItem('late', 'no'))
  await openReview(page, '', `${server.url}foundation-models/review/index.html?again`)
  const note = page.getByRole('textbox', { name: 'Your note on this slide: CBOW' })
  expect(await bookmark(page, 'cbow').getAttribute('aria-pressed')).toBe('true')
  expect(await note.inputValue()).toBe('half a word')
  await settled(page)
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('|left|'))),
  ).toEqual([])
  await openReview(page, '', `${server.url}foundation-models/review/index.html?once-more`)
  expect(await note.inputValue()).toBe('half a word')
})

test('two tabs show the same, and none overwrites the other', async () => {
  const context = await newContext()
  const [one, two] = [await open(context), await open(context)]
  await bookmark(one, 'cbow').click()
  await expect.poll(() => bookmark(two, 'cbow').getAttribute('aria-pressed')).toBe('true')
  await bookmark(two, 'palm').click()
  await bookmark(one, 'elmo').click()
  for (const page of [one, two])
    for (const slug of ['cbow', 'palm', 'elmo'])
      await expect.poll(() => bookmark(page, slug).getAttribute('aria-pressed')).toBe('true')
})

test('where storage is denied one notice says so, the page works, and a file can be saved', async () => {
  const page = await open(await newContext(), '', () => {
    const deny = {
      get: () => {
        throw new DOMException('denied', 'SecurityError')
      },
    }
    Object.defineProperty(window, 'indexedDB', deny)
    Object.defineProperty(window, 'localStorage', deny)
  })
  const notice = page.locator('.review-notice')
  expect(await notice.innerText()).toContain('keep nothing')
  expect(await page.locator('.review-notice p').count()).toBe(1)
  await bookmark(page, 'cbow').click()
  expect(await bookmark(page, 'cbow').getAttribute('aria-pressed')).toBe('true')
  const download = page.waitForEvent('download')
  await notice.getByRole('button', { name: 'Save to a file' }).click()
  const file = JSON.parse(readFileSync((await (await download).path())!, 'utf8')) as {
    entries: { key: string }[]
  }
  expect(file.entries.map(({ key }) => key)).toContain('foundation-models/bookmark/cbow')
  await notice.getByRole('button', { name: 'Close' }).click()
  expect(await notice.innerText()).toBe('')
})

test('a full disk is told; what was done stays on the page', async () => {
  const page = await open(await newContext(), '', () => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await bookmark(page, 'cbow').click()
  await expect.poll(() => page.locator('.review-notice').innerText()).toContain('no room left')
  expect(await bookmark(page, 'cbow').getAttribute('aria-pressed')).toBe('true')
})

test('a file of one device is merged on another, and one of the first version is read', async () => {
  const laptop = await open(await newContext())
  await bookmark(laptop, 'cbow').click()
  await laptop.click('.bar-settings')
  const download = laptop.waitForEvent('download')
  await laptop.getByRole('button', { name: 'Save to a file' }).click()
  const saved = await (await download).path()

  const phone = await open(await newContext())
  await bookmark(phone, 'palm').click()
  await phone.click('.bar-settings')
  const take = async (file: string): Promise<void> => {
    const chooser = phone.waitForEvent('filechooser')
    await phone.getByRole('button', { name: 'Read from a file' }).click()
    await (await chooser).setFiles(file)
  }
  await take(saved!)
  for (const slug of ['cbow', 'palm'])
    await expect.poll(() => bookmark(phone, slug).getAttribute('aria-pressed')).toBe('true')
  await take(new URL('../review/export-v1.json', import.meta.url).pathname)
  await expect.poll(() => isSeen(phone, 'attention')).toBe(true)
  await phone.getByText('entries taken over.').waitFor()
  // Its mark stands on a slide of today, its note on one that there is no more: both are in the list.
  await phone.keyboard.press('Escape')
  await phone.getByRole('button', { name: /^My marks and notes/ }).click()
  const list = phone.getByRole('dialog', { name: 'My marks and notes' })
  await expect.poll(() => list.innerText()).toMatch(/one step[^]*No longer on the slides[^]*为什么除以/)
  await phone.keyboard.press('Escape')
  await phone.click('.bar-settings')
  await take(new URL('review.test.ts', import.meta.url).pathname)
  await phone.getByText('no file that a review has saved').waitFor()
})

test('what changed since it was read is marked, what is new too, and nothing else', async () => {
  const context = await newContext()
  const page = await open(context, '#cbow')
  await read(page, 'cbow')
  await read(page, 'elmo')
  await page.evaluate(async () => {
    const { store } = (
      window as unknown as { lectern: { store: import('../../src/runtime/review/store.ts').ReviewStore } }
    ).lectern
    await store.set('seen', 'cbow', { hash: 'as it was', title: 'CBOW' })
    const visit = store.get('visit')!
    await store.set('visit', '', { slugs: visit.slugs.filter((slug) => slug !== 'palm') })
  })
  await openReview(page, '', `${server.url}foundation-models/review/index.html?again`)
  const badges = await page.$$eval('#lectern-outline .outline-badge', (all) =>
    all.map((badge) => `${badge.closest('a')!.dataset.slug}:${badge.textContent}`),
  )
  expect(badges).toEqual(['cbow: changed since you read it', 'palm: new'])
})

test('the page of all decks shows what was read and searches all of them by keyboard', async () => {
  const context = await newContext()
  const page = await open(context, '#cbow')
  await read(page, 'cbow')
  await page.goto(`${server.url}index.html`)
  await page.getByText(/^\d+ of \d+ read$/).waitFor()
  await page.keyboard.press('/')
  await page.waitForSelector('.search-dialog[open]')
  await page.keyboard.type('QK^\\top')
  await page.waitForSelector('.search-results a')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/foundation-models/review/index.html?find=*#attention')
  await page.waitForSelector('#attention .is-hit')
})
