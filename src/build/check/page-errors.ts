/** What the lecture page complains about: errors that nothing caught, and what it writes to the console as an error. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from '../browser/page.ts'
import type { Finding } from './finding.ts'

/** A file or host that is not there: the compiler tells the first with its line, `--links` the second. */
const NOT_LOADED = /ERR_FILE_NOT_FOUND|ERR_NAME_NOT_RESOLVED|Failed to load resource/

interface Place {
  url?: string | undefined
  /** The first is 0. */
  lineNumber?: number | undefined
}

/** Begins a line on the console that says which slide is shown from now on; it comes in turn with what is told of it. */
const SHOWN = 'lectern-check-shown:'

/** In the page: shows every slide, one after the other, and lets what it starts begin. */
async function walkSlides(mark: string): Promise<void> {
  interface Walked {
    getIndices(slide: Element): { h: number; v?: number }
    slide(horizontal: number, vertical: number): void
  }
  const { deck } = (window as unknown as { lectern: { deck: Walked } }).lectern
  for (const slide of document.querySelectorAll('.slides section.slide')) {
    console.debug(mark + slide.id)
    const { h, v = 0 } = deck.getIndices(slide)
    deck.slide(h, v)
    await new Promise((done) => setTimeout(done))
  }
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
}

/**
 * Opens the lecture at `url`. With `walk`, which is for decks that bring code of their own, shows every slide. An error
 * is told of the slide whose HTML it comes from, or that was shown when it came.
 */
export async function pageErrors(page: Page, url: string, walk: boolean): Promise<Finding[]> {
  const found = new Map<string, Finding>()
  let shown: string | undefined
  const add = (reason: string, line: number | undefined): void => {
    const slug = (line === undefined ? undefined : slideOfLine(url, line)) ?? shown
    const where = slug === undefined ? '' : ` on the slide \`#${slug}\``
    if (!found.has(reason))
      found.set(reason, { rule: 'page-error', reason: reason + where, ...(slug !== undefined && { slug }) })
  }
  const say = (text: string, place: Place | undefined): void => {
    if (NOT_LOADED.test(text)) return
    const isOwn = place?.url?.split('#')[0] === url
    add(`The page said: ${text}`, isOwn ? (place.lineNumber ?? 0) + 1 : undefined)
  }
  const { session } = page
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: { exception, text } }) => {
    const stack = exception?.description ?? String(exception?.value ?? text.replace(/^Uncaught /, ''))
    add(`The page failed: ${messageIn(stack)}`, lineIn(url, stack))
  })
  session.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
    const text = args.map(({ value, description }) => String(value ?? description ?? '')).join(' ')
    if (type === 'debug' && text.startsWith(SHOWN)) shown = text.slice(SHOWN.length)
    if (type === 'error') say(text, stackTrace?.callFrames[0])
  })
  session.on('Log.entryAdded', ({ entry }) => {
    if (entry.level === 'error') say(entry.text, entry)
  })
  await Promise.all([session.send('Runtime.enable'), session.send('Log.enable')])
  await page.goto(url)
  await page.evaluate(() => (window as { lectern?: { ready: Promise<void> } }).lectern?.ready)
  if (walk && (await page.evaluate(() => 'lectern' in window))) await page.evaluate(walkSlides, SHOWN)
  return [...found.values()]
}

/** What an error says: its stack begins with its name and its message. */
function messageIn(stack: string): string {
  return /^\w*Error: (.*?)(?:\n +at |$)/s.exec(stack)?.[1] ?? stack
}

/** The line of the page itself that a stack names first. */
function lineIn(url: string, stack: string): number | undefined {
  const at = stack.indexOf(url)
  const line = at < 0 ? undefined : /^[^:\s)]*:(\d+)/.exec(stack.slice(at + url.length))?.[1]
  return line === undefined ? undefined : Number(line)
}

/** The slide that stands on a line of the page's HTML: the last that begins on it or before. */
function slideOfLine(url: string, line: number): string | undefined {
  const before = readFileSync(fileURLToPath(url), 'utf8').split('\n').slice(0, line).join('\n')
  return [...before.matchAll(/<section id="([^"]*)"[^>]*class="(?:[^"]* )?slide\b/g)].at(-1)?.[1]
}
