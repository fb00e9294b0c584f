/** One page of the browser. The network is off: it shows files of this machine. */
import type { Protocol } from 'devtools-protocol'
import type { Session } from './devtools.ts'

export interface PageOptions {
  /** Pixels a px; for pictures. */
  scale?: number
  /** Whether the page's own policy may keep out scripts that it does not name. */
  bypassCSP?: boolean
}

export interface Media {
  /** `''` is the screen. */
  media?: 'print' | ''
  colorScheme?: 'light' | 'dark'
}

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Bytes that are read at once. */
const PART = 2 ** 23
/** Size of a page's window in px. */
const WINDOW = { width: 1280, height: 720 }

export class Page {
  /** For what is not in this class. */
  readonly session: Session
  readonly #scale: number
  #crashed = false

  private constructor(session: Session, scale: number) {
    this.session = session
    this.#scale = scale
    session.on('Inspector.targetCrashed', () => {
      this.#crashed = true
      session.fail('The page has crashed')
    })
  }

  /** The page to which `session` is attached. */
  static async of(session: Session, { scale = 1, bypassCSP }: PageOptions): Promise<Page> {
    const page = new Page(session, scale)
    await Promise.all([
      session.send('Inspector.enable'),
      session.send('Page.enable'),
      page.setWindow(WINDOW.width, WINDOW.height),
      page.emulateMedia({}),
      ...(bypassCSP ? [session.send('Page.setBypassCSP', { enabled: true })] : []),
    ])
    return page
  }

  get crashed(): boolean {
    return this.#crashed
  }

  /** Loads the page and all that it asks for. */
  async goto(url: string): Promise<void> {
    const { errorText } = await this.session.send('Page.navigate', { url })
    if (errorText) throw new Error(`${url} cannot be opened: ${errorText}`)
    await this.evaluate(
      () =>
        document.readyState === 'complete' ||
        new Promise<true>((resolve) => addEventListener('load', () => resolve(true))),
    )
  }

  /**
   * Runs a function in the page and gives what it gives, which JSON must be able to hold. It is sent as text: it knows
   * nothing but its argument and the page.
   */
  async evaluate<Argument, Result>(
    run: (argument: Argument) => Result,
    argument?: Argument,
  ): Promise<Awaited<Result>> {
    return this.evaluateText(`(${run.toString()})(${JSON.stringify(argument)})`) as Promise<Awaited<Result>>
  }

  async evaluateText(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await this.session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails) throw new Error(messageOf(exceptionDetails))
    return result.value
  }

  /** Gives the files to the input that `selector` names, as if they had been chosen. */
  async chooseFiles(selector: string, files: string[]): Promise<void> {
    const { result } = await this.session.send('Runtime.evaluate', {
      expression: `document.querySelector(${JSON.stringify(selector)})`,
    })
    await this.session.send('DOM.setFileInputFiles', {
      files,
      ...(result.objectId && { objectId: result.objectId }),
    })
  }

  async emulateMedia({ media = '', colorScheme = 'light' }: Media): Promise<void> {
    await this.session.send('Emulation.setEmulatedMedia', {
      media,
      features: [
        { name: 'prefers-color-scheme', value: colorScheme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ],
    })
  }

  async setWindow(width: number, height: number): Promise<void> {
    await this.session.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: this.#scale,
      mobile: false,
    })
  }

  /** A picture, as PNG, of a part of what the window shows, in px of the window. */
  async screenshot(part: Box): Promise<Buffer> {
    const { x, y } = await this.evaluate(atRest)
    const { data } = await this.session.send('Page.captureScreenshot', {
      format: 'png',
      // The protocol counts from the corner of the document.
      clip: { ...part, x: part.x + x, y: part.y + y, scale: 1 },
      captureBeyondViewport: false,
    })
    return Buffer.from(data, 'base64')
  }

  /** The page as tagged PDF, on paper of the size that its style sheet names. */
  async pdf(): Promise<Uint8Array> {
    const { stream: handle = '' } = await this.session.send('Page.printToPDF', {
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      // One message may become too large for a deck of photographs.
      transferMode: 'ReturnAsStream',
    })
    const parts: Buffer[] = []
    for (let isOver = false; !isOver;) {
      const { data, eof, base64Encoded } = await this.session.send('IO.read', { handle, size: PART })
      parts.push(Buffer.from(data, base64Encoded ? 'base64' : 'latin1'))
      isOver = eof
    }
    await this.session.send('IO.close', { handle })
    return Buffer.concat(parts)
  }

  /** Where the browser has ended there is nothing to close. */
  async close(): Promise<void> {
    await this.session.send('Page.close').catch(() => undefined)
  }
}

/**
 * Runs in the page: what moves comes to its end, what moves for ever stands at its beginning. Gives how far the page is
 * scrolled.
 */
function atRest(): { x: number; y: number } {
  for (const animation of document.getAnimations()) {
    const isEndless = animation.effect?.getComputedTiming().endTime === Infinity
    if (isEndless) animation.cancel()
    else animation.finish()
  }
  return { x: scrollX, y: scrollY }
}

function messageOf({ exception, text }: Protocol.Runtime.ExceptionDetails): string {
  return exception?.description ?? String(exception?.value ?? text)
}
