/** The command line: arguments in, exit code out. What a command does is loaded only when it runs. */
import { cac, type CAC } from 'cac'
import { EnvironmentError, UsageError } from './build/errors.ts'
import { packageVersion } from './build/paths.ts'
import { didYouMean } from './build/suggest.ts'
import { processTerminal, type Terminal } from './build/terminal.ts'

type Options = Record<string, unknown>

/**
 * Runs `lectern ARGV…`. Gives the exit code: 0 fine, 1 a deck has errors, 2 wrong use, 3 the environment lacks
 * something. Only a fault of Lectern's own throws.
 */
export async function main(argv: string[], terminal: Terminal = processTerminal()): Promise<number> {
  const cli = commandLine(terminal)
  try {
    cli.parse(['node', 'lectern', ...argv], { run: false })
    if (cli.options.help || cli.options.version) return 0
    if (!cli.matchedCommand) return unknownCommand(cli)
    checkOptions(cli, argv)
    return ((await cli.runMatchedCommand()) as number | undefined) ?? 0
  } catch (error) {
    if (error instanceof UsageError || error instanceof EnvironmentError)
      return fail(error.message, error.exitCode)
    if ((error as Error).name === 'CACError')
      return fail(`${(error as Error).message.replace(/^\w/, upper)}.`, 2)
    throw error
  }

  function fail(message: string, code: number): number {
    terminal.err(`${terminal.colors.red('lectern:')} ${message}\n`)
    if (code === 2) terminal.err(`Try "lectern ${cli.matchedCommandName ?? ''}`.trimEnd() + ' --help".\n')
    return code
  }

  function unknownCommand({ args, commands, outputHelp }: CAC): number {
    const [word] = args
    if (word === undefined) {
      outputHelp.call(cli)
      return 2
    }
    return fail(
      `There is no command "${word}".${didYouMean(
        word,
        commands.map(({ name }) => name),
      )}`,
      2,
    )
  }
}

/** As Marp, Slidev and Pandoc have it: what the command line says wins over the deck. */
const THEME_OPTION = 'Theme of all decks, in place of the one that they name'

/** Every command with its options, as data: for the help and the manual. */
export function commandLine(terminal: Terminal): CAC {
  const cli = cac('lectern')
  const one = (options: Options, name: string): string | undefined => {
    const value = options[name]
    if (Array.isArray(value)) throw new UsageError(`--${name} is given twice.`)
    return value === undefined ? undefined : String(value)
  }

  cli
    .command('dev [...paths]', 'Preview decks; an edit shows at once, on the same slide')
    .option('--port <number>', 'Port to listen on (default: the first free one from 4400)')
    .option('--host [address]', 'Listen for other machines too, not only for this one')
    .option('--open', 'Open the browser')
    .option('--theme <name>', THEME_OPTION)
    .action(async (paths: string[], options: Options) => {
      const { dev } = await import('./build/commands/dev.ts')
      const host = options.host === true ? true : one(options, 'host')
      const port = portOf(one(options, 'port'))
      return dev(paths, { port, host, open: options.open === true, theme: one(options, 'theme') }, terminal)
    })
  cli
    .command('build [...paths]', 'Write the static site: all of it, or nothing')
    .option('--out <folder>', 'Folder to write (default: dist)')
    .option(
      '--base <address>',
      'Address that the site will have, for canonical links and their pictures; pages work anywhere',
    )
    .option('--single-file', 'Put scripts, styles, fonts and images into each page')
    .option('--theme <name>', THEME_OPTION)
    .option('--pdf', 'Put the PDF of each deck beside its pages')
    .option('--strict', 'End with 1 for warnings too')
    .action(async (paths: string[], options: Options) => {
      const { build } = await import('./build/commands/build.ts')
      const { singleFile, strict, pdf } = options as Record<
        'singleFile' | 'strict' | 'pdf',
        boolean | undefined
      >
      return build(
        paths,
        {
          out: one(options, 'out'),
          base: one(options, 'base'),
          theme: one(options, 'theme'),
          singleFile,
          strict,
          pdf,
        },
        terminal,
      )
    })
  cli
    .command('pdf [...paths]', 'Write PDFs: slides, handouts or notes, tagged, with outline and links')
    .option('-o, --output <file>', 'File to write, or a folder (default: NAME.pdf)')
    .option('--theme <name>', THEME_OPTION)
    .option('--layout <name>', 'slides, handout or notes (default: slides)')
    .option('--fragments <pages>', 'A page for the final state of a slide, or for each step: final, each')
    .option('--per-page <number>', 'Slides on a page of a handout: 1, 2, 3, 4 or 6 (default: 3)')
    .option('--beside <what>', 'Beside a slide of a handout: lines, notes or nothing (default: lines)')
    .option('--paper <size>', 'a4 or letter (default: a4)')
    .option('--range <slides>', 'Only these slides, such as 5-12,20,#slug')
    .option('--dark', 'In the dark colours')
    .option('--light', 'In the light colours (the default)')
    .option('--with-answers', 'Answers to the questions, behind the last slide')
    .option('--annotations', 'The notes of each slide as an annotation on its page')
    .option('--images <how>', 'Pictures fit for print, or as they are: print, original (default: print)')
    .option('--ink <file>', 'What was drawn in the lecture, from the file that its pen saved')
    .option('--base <address>', 'Where the site is: links to other decks and to files lead there')
    .option('--png', 'A folder of pictures, one a page, in place of a PDF')
    .option('--scale <number>', 'Size of the pictures as a multiple of the stage (default: 2)')
    .option('--browser <path>', 'Browser to print with ("lectern doctor" tells the default)')
    .action(async (paths: string[], options: Options) => {
      const { pdf } = await import('./build/commands/pdf.ts')
      const names = [
        'output',
        'theme',
        'layout',
        'fragments',
        'perPage',
        'beside',
        'paper',
        'range',
        'images',
        'scale',
        'ink',
        'base',
        'browser',
      ]
      const given = Object.fromEntries(names.map((name) => [name, one(options, name)]))
      const { dark, light, withAnswers, annotations, png } = options as Record<string, boolean | undefined>
      if (dark && light) throw new UsageError('--dark and --light exclude each other.')
      return pdf(paths, { ...given, dark, withAnswers, annotations, png }, terminal)
    })
  cli
    .command('check [...paths]', 'Print all messages of the decks, and what a browser shows of their slides')
    .option('--format <name>', 'pretty, json, sarif or github (default: pretty)')
    .option('--theme <name>', THEME_OPTION)
    .option('--no-browser', 'Do not lay out and measure the slides')
    .option('--links', 'Ask other sites whether what the decks link to is there')
    .option('--baseline <file>', 'Tell only what this file does not know, and what of it is gone')
    .option('--update-baseline', 'Write all that is found into that file')
    .option('--watch', 'Look again at decks that change, until Ctrl-C')
    .option('--strict', 'End with 1 for warnings too')
    .action(async (paths: string[], options: Options) => {
      const { check } = await import('./build/commands/check.ts')
      const flags = options as Record<string, boolean | undefined>
      const { strict, browser, links, updateBaseline, watch } = flags
      const [format, baseline] = [one(options, 'format'), one(options, 'baseline')]
      const theme = one(options, 'theme')
      return check(
        paths,
        { format, baseline, theme, strict, browser, links, updateBaseline, watch },
        terminal,
      )
    })
  cli
    .command('import <file>', 'Translate a deck of Marp, Slidev, reveal-md, Quarto, Pandoc or remark')
    .option('-o, --out <file>', 'File to write (default: standard output)')
    .option('--from <tool>', 'marp, slidev, reveal-md, quarto or remark (default: told by the text)')
    .option('--force', 'Write over a file that is there')
    .action(async (file: string, options: Options) => {
      const { importFile } = await import('./build/commands/import.ts')
      const { force } = options as { force?: boolean }
      return importFile(file, { out: one(options, 'out'), from: one(options, 'from'), force }, terminal)
    })
  cli
    .command('doctor', 'Look whether this machine has what PDFs need')
    .option('--browser <path>', 'Browser to look at in place of the one that would be taken')
    .action(async (options: Options) => {
      const { doctor } = await import('./build/commands/doctor.ts')
      return doctor({ browser: one(options, 'browser') }, terminal)
    })
  cli
    .command('new <folder>', 'Make a folder with a first deck')
    .option('--theme <name>', 'Theme of its decks: lecture, paper, chalk, poster or contrast')
    .action(async (folder: string, options: Options) => {
      const { create } = await import('./build/commands/new.ts')
      return create(folder, terminal, one(options, 'theme'))
    })
  cli.usage('<command> [paths]\n\nA path is a deck or a folder of decks (default: slides).')
  cli.help()
  cli.version(packageVersion())
  return cli
}

/** Wrong options are reported with the nearest right one; cac itself only names them. */
function checkOptions(cli: CAC, argv: readonly string[]): void {
  const command = cli.matchedCommand!
  const known = [...command.options, ...cli.globalCommand.options].flatMap(
    ({ rawName }) => rawName.match(/(?<![\w-])--?[a-zA-Z][\w-]*/g) ?? [],
  )
  for (const word of argv) {
    if (word === '--') break
    const name = /^--?[a-zA-Z][\w-]*/.exec(word)?.[0]
    if (!name || known.includes(name) || ['-h', '-v'].includes(name)) continue
    throw new UsageError(`There is no option ${name} of "lectern ${command.name}".${didYouMean(name, known)}`)
  }
}

function portOf(port: string | undefined): number | undefined {
  if (port === undefined) return undefined
  const number = Number(port)
  if (Number.isInteger(number) && number > 0 && number < 65536) return number
  throw new UsageError(`--port takes a number from 1 to 65535, not "${port}".`)
}

const upper = (letter: string): string => letter.toUpperCase()
