/** What the reader of a built deck waits for: the first slide, and each "next". */
import { pathToFileURL } from 'node:url'
import { quantile } from './measure-process.mjs'

/**
 * Opens the page from disk and walks through up to `steps` slides. `ready` counts from the start of loading to the
 * first frame after the deck is ready; `next` from the key to the frame that shows the slide (ms); `work` is the part
 * of it in which the key's handlers ran.
 */
export async function measurePage(browser, file, steps = 100) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  try {
    await page.addInitScript(() => {
      const look = () => {
        const ready = globalThis.lectern?.ready
        if (!ready) return requestAnimationFrame(look)
        ready.then(() => requestAnimationFrame(() => (globalThis.benchReady = performance.now())))
      }
      look()
    })
    await page.goto(pathToFileURL(file).href)
    await page.waitForFunction(() => globalThis.benchReady)
    const ready = await page.evaluate(() => globalThis.benchReady)
    const elements = await page.evaluate(() => document.querySelectorAll('*').length)
    const samples = await page.evaluate(async (count) => {
      const painted = () =>
        new Promise((resolve) =>
          requestAnimationFrame(() => {
            const channel = new MessageChannel()
            channel.port1.addEventListener('message', () => resolve())
            channel.port1.start()
            channel.port2.postMessage(0)
          }),
        )
      const found = []
      for (let at = 0; at < count; at++) {
        await painted()
        const start = performance.now()
        const key = { key: 'ArrowRight', code: 'ArrowRight', keyCode: 39, bubbles: true }
        document.dispatchEvent(new KeyboardEvent('keydown', key))
        const work = performance.now() - start
        await painted()
        found.push({ work, next: performance.now() - start })
      }
      return found
    }, steps)
    const moved = await page.evaluate(() => location.hash)
    if (!moved) throw new Error(`${file}: "next" did not move the deck`)
    const of = (name, part) =>
      quantile(
        samples.map((sample) => sample[name]),
        part,
      )
    return {
      ready,
      next: of('next', 0.5),
      next95: of('next', 0.95),
      work: of('work', 0.5),
      work95: of('work', 0.95),
      elements,
    }
  } finally {
    await page.close()
  }
}
