/** The browser that prints and measures: it asks nobody, tells what goes wrong, and leaves nothing behind. */
import { readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Browser } from '../../src/build/browser/browser.ts'
import { launchBrowser } from '../../src/build/browser/launch.ts'
import { emptyFolder } from '../build/run.ts'

let browser: Browser
beforeAll(async () => void ({ browser } = await launchBrowser()))
afterAll(() => browser?.close())

test('a page reaches no address, not by name and not by number', async () => {
  const asked: string[] = []
  const server = createServer(({ url = '' }, response) => {
    asked.push(url)
    response.end('Text')
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const [number, name] = [`http://127.0.0.1:${port}`, `http://localhost:${port}`]
  const file = path.join(emptyFolder(), 'page.html')
  writeFileSync(
    file,
    `<img src="${number}/picture"><img src="${name}/named"><img src="http://[::1]:${port}/six">
<iframe src="${number}/frame"></iframe><link rel=stylesheet href="${number}/style">
<script>navigator.sendBeacon('${number}/beacon'); fetch('${name}/fetched', { mode: 'no-cors' }).catch(() => {})</script>`,
  )
  const page = await browser.newPage()
  await page.goto(pathToFileURL(file).href)
  expect(await page.evaluate(() => document.images.length)).toBe(3)
  expect(
    await page.evaluate(() => [...document.images].filter(({ naturalWidth }) => naturalWidth > 0)),
  ).toEqual([])
  await page.close()
  // The server itself answers.
  expect(await (await fetch(`${number}/own`)).text()).toBe('Text')
  expect(asked).toEqual(['/own'])
})

test('what fails in a page, and a page that is not there, is told as an error', async () => {
  const page = await browser.newPage({ scale: 2 })
  await expect(
    page.evaluate(() => {
      throw new TypeError('not so')
    }),
  ).rejects.toThrow('TypeError: not so')
  await expect(page.goto('file:///nowhere/page.html')).rejects.toThrow('ERR_FILE_NOT_FOUND')
  expect(await page.evaluate((times: number) => devicePixelRatio * times, 3)).toBe(6)
  await page.close()
})

test('after its end there is no folder of it, and who still asks is told', async () => {
  const profiles = (): string[] =>
    readdirSync(tmpdir()).filter((name) => name.startsWith(`lectern-browser-${process.pid}-`))
  const before = profiles()
  const { browser: other } = await launchBrowser()
  const page = await other.newPage()
  expect(profiles().length).toBe(before.length + 1)
  const waiting = page.evaluate(() => new Promise(() => {}))
  const failed = expect(waiting).rejects.toThrow('The browser has ended')
  await other.close()
  await failed
  expect(other.isConnected()).toBe(false)
  await expect(other.newPage()).rejects.toThrow('The browser has ended')
  expect(profiles()).toEqual(before)
})
