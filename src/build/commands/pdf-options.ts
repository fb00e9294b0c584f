/** The options of `lectern pdf`, checked. */
import { UsageError } from '../errors.ts'
import type { Images, PdfOptions } from '../export/deck-pdf.ts'
import { isWholeAddress, siteFolder } from '../pages/cover.ts'
import { companions, papers, slidesPerPage, type Paper } from '../pages/paper-layout.ts'
import { didYouMean } from '../suggest.ts'

const images: readonly Images[] = ['print', 'original']

/** As the command line gives them. */
export interface PdfCommandOptions {
  /** File to write; with several decks, or for pictures, a folder. */
  output?: string
  /** Theme of all decks, whatever they name themselves. */
  theme?: string
  browser?: string
  range?: string
  layout?: string
  fragments?: string
  perPage?: string
  beside?: string
  paper?: string
  dark?: boolean
  withAnswers?: boolean
  /** The notes as annotations. */
  annotations?: boolean
  images?: string
  /** File of strokes. */
  ink?: string
  /** Address of the site. */
  base?: string
  png?: boolean
  scale?: string
}

const LAYOUTS = ['slides', 'handout', 'notes'] as const

/** What to print, and how; throws a usage error that names the option. */
export function checkPdfOptions(options: PdfCommandOptions): PdfOptions & { scale: number } {
  const kind = oneOf('layout', options.layout ?? 'slides', LAYOUTS)
  const steps = oneOf('fragments', options.fragments ?? 'final', ['final', 'each'] as const)
  const onPaper = { perPage: options.perPage, beside: options.beside, paper: options.paper }
  if (kind === 'slides') {
    for (const [name, value] of Object.entries(onPaper))
      if (value !== undefined) throw new UsageError(`${optionOf(name)} goes with --layout handout or notes.`)
  } else if (options.annotations) throw new UsageError('--annotations goes with --layout slides.')
  else if (options.png) throw new UsageError('--png goes with --layout slides.')
  else if (options.fragments !== undefined) throw new UsageError('--fragments goes with --layout slides.')
  if (kind === 'notes')
    for (const name of ['perPage', 'beside'] as const)
      if (options[name] !== undefined) throw new UsageError(`${optionOf(name)} goes with --layout handout.`)
  if (options.annotations && options.png)
    throw new UsageError('--annotations goes with a PDF, not with --png.')
  const pictures = oneOf('images', options.images ?? 'print', images)
  if (options.images !== undefined && options.png)
    throw new UsageError('--images goes with a PDF, not with --png.')
  const scale = Number(options.scale ?? 2)
  if (options.scale !== undefined && !options.png) throw new UsageError('--scale goes with --png.')
  if (!(scale >= 0.25 && scale <= 8))
    throw new UsageError(`--scale takes a number from 0.25 to 8, not "${options.scale}".`)
  const base = {
    dark: options.dark ?? false,
    answers: options.withAnswers ?? false,
    annotations: options.annotations ?? false,
    images: pictures,
    steps,
    scale,
    ...(options.base !== undefined && { site: checkSite(options.base) }),
    ...(options.range !== undefined && { range: options.range }),
  }
  if (kind === 'slides') return base
  const perPage = oneOf('perPage', options.perPage ?? '3', slidesPerPage.map(String))
  const names = Object.keys(papers) as Paper[]
  return {
    ...base,
    paper: {
      kind,
      perPage: slidesPerPage.find((count) => String(count) === perPage)!,
      beside: oneOf('beside', options.beside ?? 'lines', companions),
      paper: oneOf('paper', (options.paper ?? 'a4').toLowerCase(), names),
    },
  }
}

function checkSite(base: string): string {
  if (URL.canParse(base) && isWholeAddress(base)) return siteFolder(base)
  throw new UsageError(`--base takes an address such as https://example.org/course/, not "${base}".`)
}

function oneOf<T extends string>(name: string, value: string, known: readonly T[]): T {
  const found = known.find((word) => word === value)
  if (found !== undefined) return found
  throw new UsageError(
    `${optionOf(name)} takes ${known.join(', ')}, not "${value}".${didYouMean(value, known)}`,
  )
}

const optionOf = (name: string): string =>
  `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
