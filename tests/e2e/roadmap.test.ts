/** Roads in a browser: stops step in without a jump, nothing leaves the stage, the marker travels. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { processTerminal } from '../../src/build/terminal.ts'
import { main } from '../../src/cli.ts'
import { launchBrowser } from '../support/browser.ts'
import { openLecture, press, shownFragments, standing } from '../support/lecture.ts'

const names =
  'Perceptron Backprop LeNet LSTM AlexNet Word2Vec Seq2Seq Attention Transformer ELMo GPT-1/BERT GPT-3 InstructGPT ChatGPT GPT-4 GPT-4o/Gemini'.split(
    ' ',
  )
const chinese =
  '感知机 反向传播 卷积网络 长短期记忆 深度视觉 词向量 序列到序列 注意力 变换器 上下文 预训练 规模化 对齐 对话 多模态 全模态'.split(
    ' ',
  )
const long = [
  'Feature engineering',
  'Representation learning',
  'Pre-train and fine-tune',
  'Prompting and in-context learning',
  'Instruction following',
  'Tool use',
  'Agents acting in the world',
  'Foundation models everywhere',
]

const road = (id: string, ...lines: string[][]) =>
  `\`\`\`roadmap {#${id}}\n${lines.map((line) => line.join(' → ')).join('\n')}\n\`\`\`\n`

const counts = Array.from({ length: 13 }, (_, index) => index + 4)

const deck = `---
title: Roads
lang: en
---

## Road

${road('evolution', names.slice(8), chinese.slice(8))}

## First

::roadmap{at=1}

## Between

Words.

## Fourth

::roadmap{at=4}

## Fifth

::roadmap{at=5}

${counts.map((count) => `## Latin ${count}\n\n${road(`latin-${count}`, names.slice(-count), chinese.slice(-count))}`).join('\n')}
${counts.map((count) => `## Here ${count}\n\n::roadmap{#latin-${count} at=${count}}\n\nText after it.\n`).join('\n')}
## Chinese

${road('chinese', chinese.slice(8), names.slice(8))}

## Long

${road('long', long, chinese.slice(8), '2004 2012 2018 2020 2022 2023 2024 2026'.split(' '))}

## Long here

::roadmap{at=4}
`

let folder: string
let browser: Browser
let url: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-roads-'))
  await writeFile(join(folder, 'roads.md'), deck)
  let said = ''
  const say = (text: string): void => void (said += text)
  const out = join(folder, 'dist')
  const code = await main(['build', join(folder, 'roads.md'), '--out', out, '--strict'], {
    ...processTerminal(),
    out: say,
    err: say,
  })
  expect(code, said).toBe(0)
  url = pathToFileURL(join(out, 'roads/index.html')).href
  browser = await launchBrowser()
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true, force: true })
})

async function open(slug: string, reducedMotion: 'reduce' | 'no-preference'): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion })
  await openLecture(page, `${url}#${slug}`)
  return page
}

/** Runs in the page: what of the road on screen lies outside the stage or over another, and type that is too small. */
function faults(): string[] {
  const stage = document.querySelector('.reveal .slides')!.getBoundingClientRect()
  const slide = document.querySelector(':is(.slides > .slide, .slides > .present > .slide).present')!
  const words = '.roadmap-label, .roadmap-sublabel, .roadmap-date'
  const boxes = [...slide.querySelectorAll(`${words}, .roadmap-dot`)]
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0)
  const found: string[] = []
  const name = (element: Element) => `${element.className} ${element.textContent}`
  for (const { element, box } of boxes) {
    const inside =
      box.left >= stage.left && box.right <= stage.right && box.top >= stage.top && box.bottom <= stage.bottom
    if (!inside) found.push(`${name(element)} leaves the stage`)
    if (element.matches(words) && Number.parseFloat(getComputedStyle(element).fontSize) < 18)
      found.push(`${name(element)} is too small`)
  }
  for (const [index, a] of boxes.entries()) {
    for (const b of boxes.slice(index + 1)) {
      const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left)
      const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)
      if (across > 1 && down > 4) found.push(`${name(a.element)} lies on ${name(b.element)}`)
    }
  }
  return found
}

/** Runs in the page: where each stop's words stand. */
function places(): string[] {
  const slide = document.querySelector(':is(.slides > .slide, .slides > .present > .slide).present')!
  return [...slide.querySelectorAll<HTMLElement>('.roadmap-stop')].map(
    ({ offsetLeft, offsetTop, offsetWidth, offsetHeight }) =>
      [offsetLeft, offsetTop, offsetWidth, offsetHeight].join(' '),
  )
}

/** The slide on screen; every stack has a present slide of its own. */
const SHOWN = ':is(.slides > .slide, .slides > .present > .slide).present'

const stateOf = (page: Page) =>
  page
    .locator(`${SHOWN} .roadmap-stop`)
    .evaluateAll((stops) => stops.map((stop) => stop.getAttribute('data-state')))

describe('a road in the lecture', () => {
  test('steps in stop by stop, forwards and backwards, without a jump', async () => {
    const page = await open('road', 'reduce')
    expect(await shownFragments(page)).toBe(0)
    const before = await page.evaluate(places)
    const visible = () => page.locator(`${SHOWN} .roadmap-label`).filter({ visible: true }).allTextContents()
    for (let stop = 1; stop <= 8; stop++) {
      expect(await press(page, 'ArrowRight')).toEqual([{ slug: 'road', fragment: stop - 1 }])
      expect(await visible()).toEqual(names.slice(8, 8 + stop))
      expect(await page.evaluate(places)).toEqual(before)
    }
    await press(page, 'ArrowLeft')
    expect(await visible()).toHaveLength(7)
    await press(page, 'ArrowRight', 'ArrowRight')
    expect((await standing(page)).slug).toBe('first')
    await page.close()
  })

  test('stays on the stage with 4 to 16 stops, in every state', { timeout: 120_000 }, async () => {
    const page = await open('road', 'reduce')
    const wrong: string[] = []
    let last = ''
    for (;;) {
      const { slug, fragment } = await standing(page)
      if (`${slug}/${fragment}` === last) break
      last = `${slug}/${fragment}`
      wrong.push(...(await page.evaluate(faults)).map((fault) => `${last}: ${fault}`))
      await press(page, 'ArrowRight')
    }
    expect(last).toBe('long-here/-1')
    expect(wrong).toEqual([])
    await page.close()
  })

  test('sets type of 24 px and more up to 8 stops', async () => {
    const page = await open('road', 'reduce')
    const sizes = await page
      .locator('[data-stops="4"], [data-stops="8"]')
      .locator('xpath=self::*[not(@data-at)]')
      .locator('.roadmap-label, .roadmap-sublabel, .roadmap-date')
      .evaluateAll((labels) =>
        labels
          .filter((label) => !label.closest('#long'))
          .map((label) => Number.parseFloat(getComputedStyle(label).fontSize)),
      )
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24)
    await page.close()
  })

  test('is called up again as “you are here”, and the marker travels there', async () => {
    const page = await open('between', 'no-preference')
    await page.keyboard.press('ArrowRight')
    const road = page.locator(`${SHOWN} .roadmap`)
    await expect.poll(() => road.getAttribute('class')).toContain('roadmap-moving')
    await expect
      .poll(() => stateOf(page))
      .toEqual(['past', 'past', 'past', 'here', 'ahead', 'ahead', 'ahead', 'ahead'])
    expect(await page.locator(`${SHOWN} [aria-current="step"] .roadmap-label`).textContent()).toBe('GPT-3')
    await expect.poll(() => road.getAttribute('class'), { timeout: 5000 }).not.toContain('roadmap-moving')
    expect(await page.evaluate(faults)).toEqual([])

    await page.keyboard.press('ArrowRight')
    expect((await standing(page)).slug).toBe('fifth')
    await expect.poll(() => page.locator('#fifth').getAttribute('data-auto-animate')).not.toBeNull()
    await expect.poll(() => road.getAttribute('class'), { timeout: 5000 }).not.toContain('roadmap-moving')
    expect((await stateOf(page))[4]).toBe('here')
    await page.close()
  })

  test('leads from a stop to the slide where it is called up', async () => {
    const page = await open('road', 'reduce')
    await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight')
    await page.locator(`${SHOWN} .roadmap-link`, { hasText: 'GPT-3' }).click()
    await expect.poll(async () => (await standing(page)).slug).toBe('fourth')
    await page.close()
  })

  test('shows every stop on the print page, without scripts', async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 1280, height: 720 },
    })
    const page = await context.newPage()
    await page.goto(url.replace('roads/index.html', 'roads/print/index.html'))
    const road = page.locator('[data-roadmap="evolution"]').first()
    const labels = road.locator('.roadmap-label').filter({ visible: true })
    expect(await labels.allTextContents()).toEqual(names.slice(8))
    expect(await labels.first().evaluate((label) => getComputedStyle(label.parentElement!).opacity)).toBe('1')
    await context.close()
  })
})
