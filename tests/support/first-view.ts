/** What a reader's browser fetches until the first slide stands. */
import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { openLecture } from './lecture.ts'
import { serveFolder } from './site.ts'

/** Bytes by kind, as a static host sends them: text by gzip, fonts and pictures as they are. */
export interface FirstView {
  page: number
  script: number
  style: number
  fonts: number
  other: number
  all: number
}

/** The most that the first view of the example lecture may weigh. */
export const FIRST_VIEW_BUDGET = { script: 60_000, all: 350_000 }

const TEXT = /^\.(?:html|js|css|svg|json)$/

/** Opens the lecture of `deck` in the site `folder`, and weighs all that was asked for once nothing more is. */
export async function firstView(browser: Browser, folder: string, deck: string): Promise<FirstView> {
  const { url, close } = await serveFolder(folder)
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  const asked = new Set<string>()
  page.on('request', (request) => asked.add(request.url()))
  try {
    await openLecture(page, `${url}${deck}/index.html`)
    await page.waitForLoadState('networkidle')
  } finally {
    await page.close()
    await close()
  }
  const view: FirstView = { page: 0, script: 0, style: 0, fonts: 0, other: 0, all: 0 }
  for (const address of asked) {
    if (!address.startsWith(url)) continue
    const path = decodeURIComponent(new URL(address).pathname.slice(new URL(url).pathname.length))
    const content = readFileSync(join(folder, path))
    const bytes = TEXT.test(extname(path)) ? gzipSync(content).length : content.length
    view[kindOf(extname(path))] += bytes
    view.all += bytes
  }
  return view
}

function kindOf(extension: string): Exclude<keyof FirstView, 'all'> {
  if (extension === '.html') return 'page'
  if (extension === '.js') return 'script'
  if (extension === '.css') return 'style'
  return extension === '.woff2' ? 'fonts' : 'other'
}
