/** What can go wrong while a PDF is made: message, exit code, and what is left on disk and among the processes. */
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { findBrowser } from '../../src/build/browser/find-browser.ts'
import { launchBrowser } from '../../src/build/browser/launch.ts'
import { withPrintPage } from '../../src/build/export/print-pdf.ts'
import { emptyFolder, lectern, projectWith, siteCopy } from '../build/run.ts'
import { disturb } from '../support/disturb.ts'
import { readPdf } from '../support/pdf-text.ts'

const bin = path.join(import.meta.dirname, '../../bin/lectern.js')
const posix = test.skipIf(process.platform === 'win32')
const deck = '---\ntitle: Deck\nlang: en\ntitle-slide: false\n---\n\n## One\n\nText\n\n## Two\n\nText\n'
/** Long enough to be interrupted. */
const longDeck = `${deck}\n${'## Slide\n\n$a^2 + b^2 = c^2$\n\n'.repeat(400)}`

/** A browser that says its process id in the file `started` as soon as it runs. */
async function tellingBrowser(): Promise<{ executable: string; started: () => number | undefined }> {
  const folder = emptyFolder()
  const { executablePath, env = {} } = await findBrowser()
  const executable = path.join(folder, 'browser.sh')
  const exports = Object.entries(env).map(([name, value]) => `export ${name}='${value}'\n`)
  writeFileSync(
    executable,
    `#!/bin/sh\n${exports.join('')}echo $$ > '${folder}/pid' && mv '${folder}/pid' '${folder}/started'\nexec '${executablePath}' "$@"\n`,
    { mode: 0o755 },
  )
  const file = path.join(folder, 'started')
  return {
    executable,
    started: () => (existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined),
  }
}

/** One that has ended and waits for its parent to take note runs no more. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    const status = `/proc/${pid}/stat`
    return !existsSync(status) || !/\) [ZX] /.test(readFileSync(status, 'utf8'))
  } catch {
    return false
  }
}

/** Waits for something that is not there at once; polls, since other processes do not tell. */
async function until<T>(look: () => T | undefined | false): Promise<T> {
  let found: T | undefined | false
  await expect
    .poll(() => (found = look()) !== undefined && found !== false, { timeout: 50_000, interval: 20 })
    .toBe(true)
  return found as T
}

/** The folders from which a process prints. */
const printFolders = (pid: number): string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`lectern-pdf-${pid}-`))

/** Those, and the folders of its browsers. */
const foldersOf = (pid: number): string[] =>
  readdirSync(tmpdir()).filter((name) => new RegExp(`^lectern-(pdf|browser)-${pid}-`).test(name))

test('a deck with errors gives its messages, exit code 1, and a PDF all the same', async () => {
  const site = siteCopy('errors')
  const { code, err } = await lectern(site, 'pdf', '-o', 'broken.pdf')
  expect(code).toBe(1)
  expect(err).toContain('nowhere.png')
  expect((await readPdf(readFileSync(path.join(site, 'broken.pdf')))).texts.join('')).toContain('Missing')
})

test('a place that cannot be written is told before the browser starts, with exit code 3', async () => {
  const folder = projectWith(deck)
  writeFileSync(path.join(folder, 'file'), 'mine')
  const { code, err } = await lectern(folder, 'pdf', '-o', 'file/deck.pdf', '--browser', process.execPath)
  expect(code).toBe(3)
  expect(err).toContain('cannot be written')
  expect(readFileSync(path.join(folder, 'file'), 'utf8')).toBe('mine')
})

test.each([
  ['where the PDF goes', '.deck.pdf.new-', 'deck.pdf cannot be written: ENOSPC'],
  ['where the page to print goes', 'lectern-pdf-', `cannot be written into ${tmpdir()}: ENOSPC`],
])('a disk that is full %s: one line, exit 3, the old PDF', async (_, place, message) => {
  const folder = projectWith(deck)
  writeFileSync(path.join(folder, 'deck.pdf'), 'old')
  disturb('writeFileSync', (call) => call.split('\n')[0]!.includes(place), 'ENOSPC')
  const { code, err } = await lectern(folder, 'pdf')
  expect(code).toBe(3)
  expect(err).toContain(message)
  expect(err.trim().split('\n').length).toBe(1)
  expect(readFileSync(path.join(folder, 'deck.pdf'), 'utf8')).toBe('old')
  expect(readdirSync(folder).toSorted()).toEqual(['deck.pdf', 'slides'])
  expect(foldersOf(process.pid)).toEqual([])
})

test('a browser that does not start ends with 3 and its path; no file is left', async () => {
  const folder = projectWith(deck)
  const { code, err } = await lectern(folder, 'pdf', '--browser', process.execPath)
  expect(code).toBe(3)
  expect(err).toContain(process.execPath)
  expect(err).toMatch(/it ended at once, with exit code \d+$/m)
  expect(readdirSync(folder)).toEqual(['slides'])
})

posix('a browser that is killed while it prints: one line, exit 3, no file, no folder', async () => {
  const folder = projectWith(longDeck)
  const { executable, started } = await tellingBrowser()
  const command = lectern(folder, 'pdf', '--browser', executable)
  await until(() => printFolders(process.pid).length > 0)
  process.kill(started()!, 'SIGKILL')
  const { code, err } = await command
  expect(err).toBe('lectern: The browser ended while it was printing. Nothing was written.\n')
  expect(code).toBe(3)
  expect(readdirSync(folder)).toEqual(['slides'])
  expect(foldersOf(process.pid)).toEqual([])
})

posix('a browser that is killed in `build --pdf` leaves the old output', async () => {
  const folder = projectWith(longDeck)
  expect(await lectern(folder, 'build')).toMatchObject({ code: 0 })
  const before = readFileSync(path.join(folder, 'dist/deck/index.html'))
  const { executable, started } = await tellingBrowser()
  process.env.LECTERN_BROWSER = executable
  onTestFinished(() => void delete process.env.LECTERN_BROWSER)
  const command = lectern(folder, 'build', '--pdf')
  await until(() => printFolders(process.pid).length > 0)
  process.kill(started()!, 'SIGKILL')
  expect(await command).toMatchObject({ code: 3, err: expect.stringContaining('Nothing was written') })
  expect(readFileSync(path.join(folder, 'dist/deck/index.html')).equals(before)).toBe(true)
  expect(readdirSync(folder).toSorted()).toEqual(['dist', 'slides'])
})

const sheet = (number: number, content: string): string =>
  `<div class="sheet" style="counter-set:sheet ${number}"><section class="slide" id="slide-${number}" data-source="slides/deck.md:${number}">${content}</section></div>`

/** What the command says of a page with `content` on its second slide. */
async function saidOf(content: string, patience: number): Promise<string> {
  const folder = emptyFolder()
  if (content.includes('never.png')) execFileSync('mkfifo', [path.join(folder, 'never.png')])
  const file = path.join(folder, 'page.html')
  writeFileSync(file, `<!doctype html>${sheet(1, 'One')}${sheet(2, content)}${sheet(3, 'Three')}`)
  const { browser } = await launchBrowser()
  const printing = withPrintPage(browser, pathToFileURL(file).href, (page) => page.pdf(), {
    patience: { loading: patience, printing: patience },
  })
  const error = await printing.then(
    () => undefined,
    (reason: Error & { exitCode?: number }) => reason,
  )
  expect(error?.exitCode).toBe(3)
  await expect.poll(() => browser.isConnected()).toBe(false)
  return error!.message
}

posix.each([
  ['a picture that never comes', '<img src="never.png">', 'its picture never.png does not come'],
  ['a script that never ends', '<script>for (;;);</script>', 'a script on it does not end'],
])('%s ends the browser, and the slide is named', async (_, content, why) => {
  const named = `Slide 2 "#slide-2" (slides/deck.md:2): ${why}`
  // On a busy machine the page may not even have begun by then.
  let said = ''
  for (let patience = 1000; patience <= 16_000 && !said.includes(named); patience *= 4)
    said = await saidOf(content, patience)
  expect(said).toContain(named)
  expect(said).toContain('Nothing was written.')
})

test('a page that never comes to rest later is ended too, and the message helps to find the slide', async () => {
  const { browser } = await launchBrowser()
  const printing = withPrintPage(
    browser,
    'data:text/html,<p>Text',
    (page) => page.evaluate(() => new Promise(() => {})),
    { patience: { loading: 60_000, printing: 1 } },
  )
  await expect(printing).rejects.toMatchObject({
    exitCode: 3,
    message: expect.stringMatching(/was not printed.*Nothing was written.*--range/),
  })
  await expect.poll(() => browser.isConnected()).toBe(false)
})

test('a page that crashes is told of in one sentence', async () => {
  const { browser } = await launchBrowser()
  const printing = withPrintPage(browser, 'data:text/html,<p>Text', async (page) => {
    page.session.send('Page.crash').catch(() => {})
    return page.evaluate(() => new Promise(() => {}))
  })
  await expect(printing).rejects.toMatchObject({
    exitCode: 3,
    message: expect.stringMatching(/^The browser's page crashed.*Nothing was written\.$/),
  })
  await browser.close()
})

posix.each([
  ['SIGINT', 130, 'while the browser starts'],
  ['SIGINT', 130, 'while it prints'],
  ['SIGTERM', 143, 'while it prints'],
  ['SIGHUP', 129, 'while it prints'],
] as const)('%s (%i) %s leaves no file, no folder and no browser', async (signal, code, when) => {
  const folder = projectWith(longDeck)
  const { executable, started } = await tellingBrowser()
  const child = spawn(process.execPath, [bin, 'pdf', '--browser', executable], { cwd: folder })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const browser = await until(started)
  if (when === 'while it prints') await until(() => printFolders(child.pid!).length > 0)
  child.kill(signal)
  expect(await ended).toBe(code)
  expect(readdirSync(folder)).toEqual(['slides'])
  await expect.poll(() => isRunning(browser), { timeout: 10_000 }).toBe(false)
  expect(foldersOf(child.pid!)).toEqual([])
})

posix('kill -9 leaves no browser either', async () => {
  const folder = projectWith(longDeck)
  const { executable, started } = await tellingBrowser()
  const child = spawn(process.execPath, [bin, 'pdf', '--browser', executable], { cwd: folder })
  const browser = await until(started)
  await until(() => printFolders(child.pid!).length > 0)
  child.kill('SIGKILL')
  onTestFinished(() => {
    for (const name of foldersOf(child.pid!)) rmSync(path.join(tmpdir(), name), { recursive: true })
  })
  await expect.poll(() => isRunning(browser), { timeout: 20_000 }).toBe(false)
  expect(readdirSync(folder)).toEqual(['slides'])
})

posix('a PDF that is made leaves no folder and no browser', async () => {
  const folder = projectWith(deck)
  const { executable, started } = await tellingBrowser()
  expect(await lectern(folder, 'pdf', '--browser', executable)).toMatchObject({ code: 0, err: '' })
  await expect.poll(() => isRunning(started()!), { timeout: 10_000 }).toBe(false)
  expect(readdirSync(folder).toSorted()).toEqual(['deck.pdf', 'slides'])
  expect(foldersOf(process.pid)).toEqual([])
})
