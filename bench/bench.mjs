/**
 * How fast: cold builds and PDFs of generated decks beside Marp's in the same run, checks beside our own builds, and the
 * built pages in a browser.
 *
 *     npm run bench -- [--sizes 20,100,1000] [--runs 3] [--no-page] [--no-pdf] [--no-check]
 */
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { findBrowser } from '../src/build/browser/find-browser.ts'
import { launchBrowser } from '../tests/support/browser.ts'
import { generateDeck } from './gen.mjs'
import { processTerminal } from '../src/build/terminal.ts'
import { main } from '../src/cli.ts'
import { FIRST_VIEW_BUDGET, firstView } from '../tests/support/first-view.ts'
import { measurePage } from './measure-page.mjs'
import { measureProcess, medianOf } from './measure-process.mjs'
import { marp } from './peers.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '20,100,1000' },
    runs: { type: 'string', default: '3' },
    page: { type: 'boolean', default: true },
    pdf: { type: 'boolean', default: true },
    check: { type: 'boolean', default: true },
  },
  allowNegative: true,
})
const sizes = values.sizes.split(',').map(Number)
const peer = marp()
const work = mkdtempSync(join(tmpdir(), 'lectern-bench-'))

try {
  const machine = `${cpus().length} × ${cpus()[0].model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, Marp ${peer.version}`
  console.log(`${machine}\nMedian of ${values.runs} runs.\n`)
  const builds = []
  for (const size of sizes) builds.push(...(await measureBuilds(size)))
  console.log()
  const pdfs = values.pdf ? await measurePdfs() : []
  const checks = values.check ? await measureChecks() : []
  const pages = values.page ? await measurePages() : []
  const weight = values.page ? await weighFirstView() : undefined
  const results = join(root, 'bench', 'results')
  mkdirSync(results, { recursive: true })
  const name = join('bench', 'results', `${new Date().toISOString().slice(0, 10)}.json`)
  writeFileSync(
    join(root, name),
    `${JSON.stringify({ machine, builds, pdfs, checks, pages, weight }, null, 2)}\n`,
  )
  console.log(`\nWritten to ${name}`)
} finally {
  rmSync(work, { recursive: true, force: true })
}

/** PDFs of 100 slides with outline, both tools with the same browser. */
async function measurePdfs() {
  const slides = 100
  const project = makeProject(slides)
  const { executablePath, env } = await findBrowser()
  Object.assign(process.env, env)
  const outlined = ['--pdf', '--pdf-outlines', '--browser', 'chrome', '--browser-path', executablePath]
  const medians = await inTurn(slides, {
    'Lectern PDF': () =>
      measureProcess(
        join(root, 'bin/lectern.js'),
        ['pdf', '-o', 'lectern.pdf', '--browser', executablePath],
        project,
      ),
    'Marp PDF': () => measureProcess(peer.script, ['marp.md', ...outlined, '-o', 'marp.pdf'], project),
  })
  for (const [at, name] of ['lectern.pdf', 'marp.pdf'].entries())
    medians[at].bytes = statSync(join(project, name)).size
  table(
    medians.map((row) => ({
      slides: row.slides,
      tool: row.tool,
      'wall ms': Math.round(row.wall),
      'node CPU ms': Math.round(row.cpu),
      kB: Math.round(row.bytes / 1000),
      'wall : Marp': row.ratio.wall.toFixed(2),
    })),
  )
  console.log()
  return medians
}

/**
 * Checks of 100 slides in a browser, beside the build of the same deck, and beside Marp's PDF: the one thing of a peer
 * that lays out every slide, too.
 */
async function measureChecks() {
  const slides = 100
  const project = makeProject(slides)
  const { executablePath, env } = await findBrowser()
  Object.assign(process.env, { ...env, LECTERN_BROWSER: executablePath })
  const bin = join(root, 'bin/lectern.js')
  const printed = [
    'marp.md',
    '--pdf',
    '--browser',
    'chrome',
    '--browser-path',
    executablePath,
    '-o',
    'marp.pdf',
  ]
  const medians = await inTurn(slides, {
    'Lectern check': () => measureProcess(bin, ['check'], project),
    'Marp PDF': () => measureProcess(peer.script, printed, project),
    'Lectern build': () => measureProcess(bin, ['build'], project),
  })
  table(
    medians.map((row) => ({
      slides: row.slides,
      tool: row.tool,
      'wall ms': Math.round(row.wall),
      'node CPU ms': Math.round(row.cpu),
      'wall : build': row.ratio.wall.toFixed(2),
    })),
  )
  console.log()
  return medians
}

/** A project with one deck of that many slides, as each tool wants it. */
function makeProject(size) {
  const deck = generateDeck(size)
  const project = join(work, `deck-${size}`)
  mkdirSync(join(project, 'slides'), { recursive: true })
  writeFileSync(join(project, 'package.json'), '{"private":true}\n')
  writeFileSync(join(project, 'slides', 'deck.md'), deck)
  writeFileSync(join(project, 'marp.md'), `---\nmarp: true\nmath: katex\n---\n\n${deck}`)
  return project
}

/** Runs each tool so often as asked, in turn, so that a busy moment of the machine does not fall on one of them alone. */
async function inTurn(slides, tools) {
  const runs = Object.fromEntries(Object.keys(tools).map((tool) => [tool, []]))
  for (let run = 0; run < Number(values.runs); run++)
    for (const [tool, measure] of Object.entries(tools)) runs[tool].push(await measure())
  const medians = Object.entries(runs).map(([tool, list]) => ({ slides, tool, ...medianOf(list) }))
  const base = medians.at(-1)
  for (const row of medians) row.ratio = { wall: row.wall / base.wall, cpu: row.cpu / base.cpu }
  return medians
}

async function measureBuilds(size) {
  const project = makeProject(size)
  const medians = await inTurn(size, {
    Lectern: () => measureProcess(join(root, 'bin/lectern.js'), ['build'], project),
    Marp: () => measureProcess(peer.script, ['marp.md', '-o', 'marp.html'], project),
  })
  table(
    medians.map((row) => ({
      slides: row.slides,
      tool: row.tool,
      'wall ms': Math.round(row.wall),
      'CPU ms': Math.round(row.cpu),
      'peak MB': Math.round(row.memory),
      'wall : Marp': row.ratio.wall.toFixed(2),
      'CPU : Marp': row.ratio.cpu.toFixed(2),
    })),
  )
  return medians
}

async function measurePages() {
  const browser = await launchBrowser()
  try {
    const pages = []
    for (const slides of sizes)
      pages.push({
        slides,
        ...(await measurePage(browser, join(work, `deck-${slides}`, 'dist', 'deck', 'index.html'))),
      })
    table(
      pages.map((page) => ({
        slides: page.slides,
        'first slide ms': Math.round(page.ready),
        'next ms': page.next.toFixed(1),
        'p95 ms': page.next95.toFixed(1),
        'script ms': page.work.toFixed(1),
        'script p95 ms': page.work95.toFixed(1),
        'live elements': page.elements,
      })),
    )
    return pages
  } finally {
    await browser.close()
  }
}

/** What the example lecture sends until its first slide stands; `tests/e2e/first-view.test.ts` holds the budget. */
async function weighFirstView() {
  const site = join(work, 'flagship')
  const quiet = { ...processTerminal(), cwd: root, out: () => undefined, err: () => undefined }
  if ((await main(['build', 'slides/foundation-models', '--out', site], quiet)) !== 0)
    throw new Error('The example lecture does not build')
  const browser = await launchBrowser()
  try {
    const view = await firstView(browser, site, 'foundation-models')
    const kilobytes = (bytes) => (bytes / 1000).toFixed(1)
    table([
      {
        'first view kB': kilobytes(view.all),
        'of at most': kilobytes(FIRST_VIEW_BUDGET.all),
        'script kB': kilobytes(view.script),
        'of at most ': kilobytes(FIRST_VIEW_BUDGET.script),
        'page kB': kilobytes(view.page),
        'styles kB': kilobytes(view.style),
        'fonts kB': kilobytes(view.fonts),
      },
    ])
    return view
  } finally {
    await browser.close()
  }
}

/** One aligned table; the header once for all that have the same columns. */
function table(rows) {
  const names = Object.keys(rows[0])
  const width = (name) => (name === 'tool' ? 14 : Math.max(name.length, 8))
  const line = (cells) => cells.map((cell, at) => String(cell).padStart(width(names[at]))).join('  ')
  if (table.last !== names.join()) console.log(line(names))
  table.last = names.join()
  for (const row of rows) console.log(line(Object.values(row)))
}
