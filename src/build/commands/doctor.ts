/** `lectern doctor`: what PDFs need, looked at one by one. */
import { printedFonts } from '../browser/check-fonts.ts'
import { findBrowser } from '../browser/find-browser.ts'
import { launchBrowser } from '../browser/launch.ts'
import { EnvironmentError } from '../errors.ts'
import { packageVersion } from '../paths.ts'
import type { Terminal } from '../terminal.ts'

export interface DoctorOptions {
  browser?: string
}

/** Prints what was found; exit code 3 where there is no browser, it does not start or it sets no text. */
export async function doctor(options: DoctorOptions, terminal: Terminal): Promise<number> {
  const { colors } = terminal
  const line = (name: string, value: string): void => terminal.out(`${name.padEnd(9)} ${value}\n`)
  const good = (name: string, value: string): void => line(name, `${colors.green('ok')}  ${value}`)
  line('Lectern', packageVersion())
  line('Node', `${process.version}, ${process.platform} ${process.arch}`)
  const found = await findBrowser(options.browser)
  good('Browser', `${found.executablePath} (${found.source})`)
  const { browser, noSandbox } = await launchBrowser(options.browser)
  try {
    good('Starts', browser.version())
    if (noSandbox === 'root') line('Sandbox', 'off: Chromium refuses it to root')
    else if (noSandbox) line('Sandbox', 'off: this system has none; the browser opens only your own decks')
    else good('Sandbox', 'on')
    const fonts = await printedFonts(browser, 'Lectern')
    if (fonts.length === 0) {
      throw new EnvironmentError(
        'The browser sets no text: it finds no font on this machine. Install one, such as the package fonts-dejavu-core.',
      )
    }
    good('Text', `set in ${fonts.join(', ')}; decks bring fonts of their own`)
    return 0
  } finally {
    await browser.close()
  }
}
