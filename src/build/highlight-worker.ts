/** The thread of `highlight-thread.ts`: text in, highlighted text out. */
import { parentPort } from 'node:worker_threads'
import { highlight, highlightAhead } from '../compiler/highlight.ts'
import type { Answer, Wish } from './highlight-thread.ts'

const say = (answer: Answer): void => parentPort!.postMessage(answer, [])

parentPort!.on('message', async (wish: Wish) => {
  if ('ahead' in wish) {
    // Where it goes wrong, it will again for who asks.
    await highlightAhead(wish.ahead).catch(() => undefined)
    return
  }
  const { id, text, language } = wish
  try {
    say({ id, result: await highlight(text, language) })
  } catch (error) {
    say({ id, error: String(error) })
  }
})
