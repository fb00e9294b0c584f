/** A page that does not come to rest is asked what it waits for, and on which slide. */
import type { Page } from '../browser/page.ts'
import type { Session } from '../browser/devtools.ts'

/** How long the page may take to answer, in ms: one that is busy with layout does not. */
const ANSWER = 3000

/**
 * Runs in the page, which may be in the middle of a script: gives a sentence on what has not come, with the slide and
 * where it is written; `''` where nothing of the page's own is in the way.
 */
function whatIsMissing(): string {
  const named = (element: Element | null | undefined): string => {
    const slide = element?.closest('.sheet')?.querySelector<HTMLElement>('.slide')
    if (!slide) return ''
    const number = /\d+/.exec(slide.closest<HTMLElement>('.sheet')!.style.counterSet)?.[0]
    const source = slide.dataset.source ? ` (${slide.dataset.source})` : ''
    return `Slide ${number ?? ''} "#${slide.id}"${source}`.replace('  ', ' ')
  }
  // As long as a script of the slide itself runs, what follows is not in the document yet.
  if (document.readyState === 'loading') {
    const last = [...document.querySelectorAll('.sheet > .slide')].pop()
    if (last) return `${named(last)}: a script on it does not end`
  }
  for (const image of document.images) {
    if (image.complete) continue
    const address = image.getAttribute('src') ?? ''
    const short = address.length > 80 ? `${address.slice(0, 77)}…` : address
    const where = named(image)
    if (where) return `${where}: its picture ${short} does not come`
  }
  return ''
}

/** Asks a page; made before the page is loaded, since one whose script runs lets nobody in. */
export interface Witness {
  /**
   * What keeps the page, as a sentence without its full stop; undefined where it does not say. A running script is
   * stopped for the question, so afterwards the page can only be closed.
   */
  why(): Promise<string | undefined>
}

export async function witnessOf(page: Page): Promise<Witness> {
  const { session } = page
  await session.send('Debugger.enable')
  return {
    async why() {
      let timer: NodeJS.Timeout | undefined
      const silence = new Promise<undefined>((resolve) => {
        timer = setTimeout(() => resolve(undefined), ANSWER)
      })
      try {
        return (await Promise.race([ask(session), silence])) || undefined
      } catch {
        return undefined
      } finally {
        clearTimeout(timer)
      }
    },
  }
}

/** Whichever is heard first: a page at rest evaluates, a running script pauses. */
async function ask(session: Session): Promise<string> {
  const expression = `(${whatIsMissing.toString()})()`
  const answer = await Promise.race([
    session.send('Runtime.evaluate', { expression, returnByValue: true }),
    pausedAnswer(session, expression),
  ])
  return String(answer.result.value ?? '')
}

async function pausedAnswer(session: Session, expression: string) {
  const stopped = new Promise<string>((resolve) => {
    session.on('Debugger.paused', ({ callFrames }) => resolve(callFrames[0]?.callFrameId ?? ''))
  })
  await session.send('Debugger.pause')
  const callFrameId = await stopped
  return session.send('Debugger.evaluateOnCallFrame', { callFrameId, expression, returnByValue: true })
}
