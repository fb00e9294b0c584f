/** What a check has found, told to a person or a program. */
import { formatMessages, summarize, type Format } from '../report.ts'
import { duration, plural, printable, type Terminal } from '../terminal.ts'
import type { Compared } from './baseline.ts'
import type { Checked } from './run-check.ts'

export interface Told {
  format: Format
  root: string
  terminal: Terminal
}

/** Prints what the baseline does not know, then what is gone from it, then the sum. */
export function tellCheck(
  { decks, notMeasured }: Pick<Checked, 'decks' | 'notMeasured'>,
  { fresh, silent, gone }: Compared,
  ms: number,
  { format, root, terminal }: Told,
): void {
  const { colors } = terminal
  if (notMeasured)
    terminal.err(`Slides were not measured, for want of a browser ("lectern doctor" says more).\n`)
  terminal.out(formatMessages(fresh, format, { root, colors }))
  // Beside the data of other formats, so that these stay whole.
  const tell = format === 'pretty' ? terminal.out : terminal.err
  if (gone.length > 0) {
    if (format === 'pretty' && fresh.length > 0) tell('\n')
    for (const { file, slide, rule, excerpt, count } of gone) {
      const where = slide === '' ? file : `${file} #${slide}`
      tell(
        `${colors.bold(printable(where))}  ${colors.green('gone')}  ${printable(excerpt)}  ${colors.dim(rule)}${count ? ` ×${count}` : ''}\n`,
      )
    }
    tell(`What is gone leaves the baseline with --update-baseline.\n`)
  }
  if (format !== 'pretty') return
  const slides = decks.reduce((sum, { compiled }) => sum + compiled.slides.length, 0)
  const what = `${plural(decks.length, 'deck')}, ${plural(slides, 'slide')}`
  const how = notMeasured ? ', not measured' : ''
  const known = silent > 0 ? `, ${silent} known` : ''
  terminal.out(`Checked ${what} in ${duration(ms)}${how}: ${summarize(fresh)}${known}\n`)
}
