/** Decks that want to run something: on no page does anything of theirs run, load or send, even without the policy. */
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { buildHostileProject, type HostileProject } from '../support/hostile-project.ts'
import { fileUrl } from '../support/site.ts'
import { vectors } from '../support/xss-vectors.ts'

let browser: Browser
let project: HostileProject

beforeAll(async () => {
  ;[project, browser] = await Promise.all([buildHostileProject(), launchBrowser()])
}, 180_000)
afterAll(async () => {
  await browser?.close()
  if (project) rmSync(project.folder, { recursive: true, force: true })
})

interface Watched {
  page: Page
  /** What ran or was asked for. */
  heard: string[]
}

/** A page that hears of each call of `alert`, each dialog, and each request beyond the site. */
async function watch({ bypassCSP }: { bypassCSP: boolean }): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, bypassCSP })
  onTestFinished(() => context.close())
  const heard: string[] = []
  await context.exposeFunction('heard', (what: string) => void heard.push(what))
  await context.addInitScript(() => {
    const { heard: tell } = window as unknown as { heard(what: string): void }
    window.alert = (what) => tell(`alert(${what})`)
  })
  const page = await context.newPage()
  page.on('dialog', (dialog) => {
    heard.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => heard.push(String(error)))
  await page.route(/^(?!file:|data:|blob:|about:)/, (route) => {
    heard.push(route.request().url())
    return route.abort()
  })
  return { page, heard }
}

/** What in the page could run or load, by what it is; events are fired at all that might wait for one. */
function lookThrough(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const found = new Set<string>()
    const look = (root: ParentNode): void => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        const tell = (what: string): void => {
          const slide = element.closest('[id^="v"], [data-slide]')
          found.add(`${slide?.id ?? ''} ${what}: ${element.outerHTML.slice(0, 160)}`)
        }
        for (const { name, value } of element.attributes) {
          if (/^on/i.test(name)) tell('handler')
          if (
            /^(?:formaction|action|ping|srcdoc|background|xlink:href)$/i.test(name) &&
            !value.startsWith('#')
          )
            tell(name)
          // oxlint-disable-next-line no-control-regex
          const plain = value.replace(/[\u0000-\u0020]/g, '')
          if (
            /^(?:href|src|poster|data|from|to|values)$/i.test(name) &&
            /^(?:javascript|vbscript|data:text)/i.test(plain)
          )
            tell(name)
          if (name === 'style' && /url\(\s*["']?https?:|expression\(|javascript:/i.test(value)) tell('style')
          if (name === 'style' && /position\s*:\s*(?:fixed|sticky)/i.test(value)) tell('fixed')
          if (/[\uFDD0-\uFDEF]/.test(value)) tell('mark')
        }
        const name = element.localName
        if (name === 'iframe' && !element.closest('.speaker-frame')) tell('frame')
        if (
          /^(?:object|embed|base|applet|frame|frameset|portal|link|style|template|foreignobject|animate|set|handler|noscript|marquee)$/i.test(
            name,
          ) &&
          element.closest('.slide, .notes, aside, article, [data-slide]')
        )
          tell('element')
        if (
          name === 'script' &&
          !/^(?:application\/json|text\/x-slide)$/.test((element as HTMLScriptElement).type) &&
          !(element as HTMLScriptElement).nonce
        )
          tell('script')
        if (name === 'meta' && element.closest('body') && !element.closest('noscript')) tell('meta')
        for (const event of [
          'mouseover',
          'focus',
          'toggle',
          'error',
          'load',
          'begin',
          'animationstart',
          'pointerover',
        ])
          element.dispatchEvent(new Event(event))
      }
    }
    const { lectern } = window as unknown as {
      lectern?: { ready: Promise<unknown>; deck?: { slide(h: number, v: number): void } }
    }
    await lectern?.ready
    look(document)
    if (lectern?.deck) {
      for (const [h, outer] of [...document.querySelectorAll('.slides > section')].entries()) {
        const leaves = [...outer.querySelectorAll(':scope > section')]
        for (const [v, leaf] of (leaves.length > 0 ? leaves : [outer]).entries()) {
          lectern.deck.slide(h, v)
          look(leaf)
        }
      }
      look(document)
    }
    for (const button of document.querySelectorAll<HTMLElement>('.slide button, .quiz-form button'))
      button.click()
    await new Promise((later) => requestAnimationFrame(() => requestAnimationFrame(later)))
    if (!lectern?.deck) look(document)
    return [...found]
  })
}

const modes = ['index.html', 'print/index.html', 'review/index.html', 'speaker/index.html']

test('each vector has its slide', () => {
  const slugs = new Map(
    project.decks.map((deck) => {
      const json = readFileSync(path.join(project.site, deck, 'manifest.json'), 'utf8')
      const { slides } = JSON.parse(json) as { slides: { slug: string }[] }
      return [deck, new Set(slides.map(({ slug }) => slug))]
    }),
  )
  const lost = project.slides.filter(({ deck, slug }) => !slugs.get(deck)!.has(slug))
  expect(lost).toEqual([])
  expect(vectors.length).toBeGreaterThan(450)
})

test.each(modes)('nothing runs, without the policy either: %s', { timeout: 240_000 }, async (mode) => {
  const { page, heard } = await watch({ bypassCSP: true })
  for (const deck of project.decks) {
    await page.goto(`${fileUrl(project.site)}${deck}/${mode}`)
    expect(await lookThrough(page), deck).toEqual([])
    expect(heard, deck).toEqual([])
  }
})

test('nothing runs on the pages of the course', async () => {
  const { page, heard } = await watch({ bypassCSP: true })
  for (const at of ['index.html', 'cards.html']) {
    await page.goto(fileUrl(project.site) + at)
    expect(await lookThrough(page), at).toEqual([])
  }
  expect(heard).toEqual([])
})

test.each(modes)('the policy has nothing to stop: %s', { timeout: 120_000 }, async (mode) => {
  const { page, heard } = await watch({ bypassCSP: false })
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) heard.push(message.text())
  })
  await page.goto(`${fileUrl(project.site)}together/${mode}`)
  await lookThrough(page)
  expect(heard).toEqual([])
})
