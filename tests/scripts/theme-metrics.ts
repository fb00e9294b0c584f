/**
 * Measures the type of a theme in a browser and writes its `metrics.json`, by which the compiler knows how much fits on a
 * slide.
 *
 *     node tests/support/run.mjs tests/scripts/theme-metrics.ts [THEME]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { main } from '../../src/cli.ts'
import { processTerminal } from '../../src/build/terminal.ts'
import { findTheme } from '../../src/build/themes.ts'
import { launchBrowser } from '../support/browser.ts'
import { fileUrl } from '../support/site.ts'

const SAMPLES = {
  latin: 'äöüéèêçñåøßžčšāīū',
  greek: 'αβγδεζηθικλμνοπρστυφχψω',
  cyrillic: 'абвгдежзийклмнопрстуфхцчшщъыьэюя',
  hebrew: 'אבגדהוזחטיכלמנסעפצקרשת',
  arabic: 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي',
  han: '的一是不了人我在有他这为之大来以个中上们',
  hangul: '가나다라마바사아자차카타파하',
  emoji: '😀🚀📚',
}

/** What kerning does is told from words as slides have them. */
const SENTENCES =
  'You train one model on text and then ask it for tasks that nobody named before. Why does a sum of waves make ' +
  'a picture? Two variables: the Years of Study, and Time. Every proof we know takes Fourier, Taylor or Cauchy; ' +
  'few have seen both Part A and Part B.'

const [name = 'lecture'] = process.argv.slice(2)
const theme = findTheme(process.cwd(), name)
if (!theme) throw new Error(`There is no theme ${name}.`)
const folder = mkdtempSync(join(tmpdir(), 'lectern-metrics-'))
const deck = join(folder, 'deck.md')
writeFileSync(
  deck,
  `---\ntheme: ${name}\n---\n\n## ${Object.values(SAMPLES).join(' ')}\n\n\`${SAMPLES.han}\` **${SAMPLES.han}**\n\n## {layout=quote}\n\n> ${SAMPLES.latin}\n`,
)
const silent = { ...processTerminal(), out: () => undefined, err: () => undefined }
await main(['build', deck, '--out', join(folder, 'out')], silent)
const browser = await launchBrowser()
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  await page.goto(`${fileUrl(join(folder, 'out'))}deck/print/index.html`)
  const metrics = await page.evaluate(measure, { samples: SAMPLES, sentences: SENTENCES })
  writeFileSync(join(theme.folder, 'metrics.json'), `${JSON.stringify(metrics, null, 1)}\n`)
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}

/** Runs in the page. */
async function measure({
  samples,
  sentences,
}: {
  samples: Record<string, string>
  sentences: string
}): Promise<object> {
  const style = getComputedStyle(document.documentElement)
  const family = (property: string): string => {
    const probe = document.createElement('span')
    probe.style.fontFamily = `var(${property})`
    document.body.append(probe)
    const found = getComputedStyle(probe).fontFamily
    probe.remove()
    return found
  }
  const context = document.createElement('canvas').getContext('2d')!
  const round = (value: number) => Math.round(value * 1000) / 1000
  const font = async (property: string, weight: number, { slant = '', letters = 0, words = 0 } = {}) => {
    const css = `${slant} ${weight} 1000px ${family(property)}`
    // Refused where one of the stand-ins is not on this machine; the others load.
    await document.fonts.load(css, Object.values(samples).join('') + 'abc').catch(() => undefined)
    await document.fonts.ready
    context.font = css
    const width = (text: string) => context.measureText(text).width / 1000
    const ascii = Array.from({ length: 95 }, (_, index) => round(width(String.fromCharCode(32 + index))))
    ascii[0] = round(ascii[0]! + words)
    const apart = [...sentences].reduce((sum, letter) => sum + width(letter), 0)
    const box = context.measureText('x')
    const scripts = Object.fromEntries(
      Object.entries(samples).map(([script, text]) => [script, round(width(text) / [...text].length)]),
    )
    return {
      ascii,
      ...scripts,
      spacing: round(letters),
      kerning: Math.round(((width(sentences) - apart) / sentences.length) * 1e5) / 1e5,
      ascent: round(box.fontBoundingBoxAscent / 1000),
      descent: round(box.fontBoundingBoxDescent / 1000),
    }
  }
  const fontOf = (selector: string, property: string) => {
    const shown = getComputedStyle(document.querySelector(selector)!)
    const ems = (length: string) => (Number.parseFloat(length) || 0) / Number.parseFloat(shown.fontSize)
    const between = { letters: ems(shown.letterSpacing), words: ems(shown.wordSpacing) }
    return font(property, Number(shown.fontWeight), { slant: shown.fontStyle, ...between })
  }
  const number = (property: string) => Number.parseFloat(style.getPropertyValue(property))
  return {
    type: number('--type'),
    line: number('--line'),
    gap: number('--gap'),
    edge: number('--edge'),
    edgeTop: number('--edge-top'),
    edgeBottom: number('--edge-bottom'),
    typeHeading: number('--type-heading'),
    typeTitle: number('--type-title'),
    typeMath: number('--type-math'),
    text: await font('--font-text', 400),
    bold: await font('--font-text', 700),
    heading: await fontOf('.slide h2', '--font-heading'),
    code: await font('--font-code', 400),
    quote: await fontOf('.slide blockquote', '--font-quote'),
  }
}
