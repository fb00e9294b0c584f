/** Whether the browser sets text at all: without any font on the machine a PDF comes out empty, and nobody is told. */
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import type { Browser } from './browser.ts'

/** Prints `words`, and gives the names of the fonts that came into the PDF; none where nothing was set. */
export async function printedFonts(browser: Browser, words: string): Promise<string[]> {
  const page = await browser.newPage()
  try {
    await page.evaluate((text) => document.body.append(text), words)
    const pdf = await PDFDocument.load(await page.pdf(), { updateMetadata: false })
    const names = pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
      const isFont =
        object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('FontDescriptor')
      const name = isFont ? object.get(PDFName.of('FontName')) : undefined
      return name instanceof PDFName ? name.decodeText().replace(/^[A-Z]{6}\+/, '') : []
    })
    return [...new Set(names)]
  } finally {
    await page.close()
  }
}
