/** A browser on a machine with the fonts that most machines have: those with the widths of Arial, Times and Courier. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { findBrowser } from '../../src/build/browser/find-browser.ts'
import { unpackFont } from '../../src/build/unpack-font.ts'

const { resolve } = createRequire(import.meta.url)

/** Starts it; `close` takes its fonts away, too. */
export async function launchWithSystemFonts(): Promise<{ browser: Browser; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-system-fonts-'))
  const fonts = join(folder, 'fonts')
  mkdirSync(fonts)
  const liberation = join(dirname(resolve('pdfjs-dist/package.json')), 'standard_fonts')
  for (const style of ['Regular', 'Bold', 'Italic', 'BoldItalic']) {
    const name = `LiberationSans-${style}.ttf`
    copyFileSync(join(liberation, name), join(fonts, name))
  }
  for (const style of ['400-normal', '400-italic', '700-normal', '700-italic'])
    for (const id of ['tinos', 'cousine']) {
      const packed = readFileSync(resolve(`@fontsource/${id}/files/${id}-latin-${style}.woff2`))
      writeFileSync(join(fonts, `${id}-${style}.ttf`), await unpackFont(packed))
    }
  const { executablePath, env } = await findBrowser()
  const config = join(folder, 'fonts.conf')
  writeFileSync(
    config,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">${env?.FONTCONFIG_FILE ?? '/etc/fonts/fonts.conf'}</include>
  <dir>${fonts}</dir>
</fontconfig>
`,
  )
  const browser = await chromium.launch({
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-gpu'],
    env: { ...process.env, ...env, FONTCONFIG_FILE: config } as Record<string, string>,
  })
  return {
    browser,
    async close() {
      await browser.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
