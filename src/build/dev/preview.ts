/** The dev server: decks compiled as they are asked for, and open pages kept up to date. */
import path from 'node:path'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Plugin, ViteDevServer } from 'vite'
import { DeckStore, isStale, type BuiltDeck } from '../deck-store.ts'
import { slideSection } from '../pages/slide-section.ts'
import { resolveSiteUrls } from '../pages/html.ts'
import { packageRoot } from '../paths.ts'
import { pluginRuntimes } from '../plugins.ts'
import { findDecks, openProject, type DeckSource, type Project } from '../project.ts'
import { DEFAULT_THEME, findTheme } from '../themes.ts'
import { runtimes } from '../vite/runtime-bundle.ts'
import { projectPlugins } from '../vite/project-plugins.ts'
import { signsFolder } from '../vite/sign-fonts.ts'
import { themePlugin } from '../vite/theme-plugin.ts'
import { cacheFolder } from '../vite/runtime-cache.ts'
import { CARDS_PAGE } from '../pages/cards-page.ts'
import { HOT_EVENT, HOT_MESSAGES_EVENT, type HotUpdate } from '../../shared/markup.ts'
import {
  SEARCH_INDEX,
  devCardsPage,
  devIndexPage,
  devLecturePage,
  devPrintPage,
  devReviewPage,
  devSpeakerPage,
} from './pages.ts'
import { searchScript } from '../search/search-script.ts'
import { patchFor, shownBy, type Shown } from './patch.ts'
import { serveFile } from './serve-asset.ts'
import { watchFolders } from './watch.ts'

/** A page that was asked for has been answered by then (ms). */
const WARM_AFTER = 100

export interface PreviewOptions {
  /** Default: the first free port from 4400. A port that is named must be free. */
  port?: number
  /** True for all addresses of the machine, or one; default only the machine itself. */
  host?: boolean | string
  open?: boolean
  /** Theme of all decks, whatever they name themselves. */
  theme?: string
}

export interface Preview {
  /** Where it answers: this machine first. */
  urls: string[]
  /** The project's root. */
  root: string
  decks: DeckSource[]
  close(): Promise<void>
}

/** What the preview tells its caller. */
export interface PreviewEvents {
  /** A deck's page is asked for the first time. */
  opened?(deck: BuiltDeck): void
  /** After each compilation of a changed deck; `ms` from hearing of the change to sending the patch. */
  updated?(deck: BuiltDeck, ms: number): void
  /** Lectern itself failed on a deck: the page stays as it was. */
  failed?(source: DeckSource, error: unknown): void
}

/** Starts the dev server for the decks that `paths` (relative to `cwd`) name. */
export async function startPreview(
  cwd: string,
  paths: readonly string[],
  options: PreviewOptions,
  events: PreviewEvents = {},
): Promise<Preview> {
  const project = await openProject(cwd, paths, options.theme)
  const listDecks = (): DeckSource[] => findDecks(project, cwd, paths)
  const sources = listDecks()
  const store = new DeckStore(project)
  const open = new Map<string, { deck: BuiltDeck; shown: Shown }>()
  let hot: ViteDevServer['environments']['client']['hot'] | undefined

  const watching = watchFolders(() => void refresh())
  const compile = async (source: DeckSource): Promise<BuiltDeck> => {
    const deck = await store.compile(source)
    watching.add([...deck.dependencies.keys()].map((file) => path.dirname(file)))
    return deck
  }
  /** Compiles a deck whose page is asked for: from now on it is kept up to date. */
  const show = async (source: DeckSource): Promise<BuiltDeck> => {
    const deck = await compile(source)
    if (!open.has(source.name)) {
      events.opened?.(deck)
      // While the page loads and nobody waits.
      setTimeout(() => void store.warm(deck).catch(() => {}), WARM_AFTER).unref()
    }
    open.set(source.name, { deck, shown: shownBy(deck) })
    return deck
  }

  let busy = false
  let again = false
  /** Brings all open decks up to date; one run at a time, and once more for what changed meanwhile. */
  const refresh = async (): Promise<void> => {
    again = true
    if (busy) return
    busy = true
    while (again) {
      again = false
      for (const { deck } of open.values()) if (isStale(deck)) await update(deck)
    }
    busy = false
  }
  const update = async (last: BuiltDeck): Promise<void> => {
    const { source } = last
    const start = performance.now()
    try {
      const deck = await compile(source)
      if (deck === last) return
      const name = source.name
      const { shown } = open.get(name)!
      const patch = patchFor(shown, deck)
      open.set(name, { deck, shown: patch?.shown ?? shown })
      hot?.send(HOT_MESSAGES_EVENT, { deck: name, messages: deck.messages })
      const style = patch && patch.shown.style !== shown.style ? patch.shown.style : undefined
      if (patch && (patch.slides === null || patch.slides.length > 0 || style !== undefined)) {
        const slides = patch.slides?.map((slide) => ({
          slug: slide.slug,
          html: slideSection(slide, { root: '../' }),
        }))
        hot?.send(HOT_EVENT, {
          deck: name,
          slides: slides ?? null,
          messages: deck.messages,
          ...(style !== undefined && { style: resolveSiteUrls(style, '../') }),
        } satisfies HotUpdate)
      }
      events.updated?.(deck, performance.now() - start)
    } catch (error) {
      // Between deleting and writing anew there is no file for a moment.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') events.failed?.(source, error)
    }
  }

  /** The script that a page for reading loads when its search is opened. */
  const script = async (url: string): Promise<string | undefined> => {
    if (!url.endsWith(`/review/${SEARCH_INDEX}`)) return undefined
    const source = listDecks().find(({ name }) => url === `/${name}/review/${SEARCH_INDEX}`)
    return source && searchScript((await show(source)).compiled)
  }
  const answer: Answer = async (request, response) => {
    const url = decodeURI(new URL(request.url ?? '/', 'http://x').pathname)
    const asset = store.assets.files.get(url.slice(1))
    if (asset !== undefined) {
      serveFile(request, response, asset)
      return true
    }
    const code = await script(url)
    const html = code ?? (await page(url))
    if (html === undefined) {
      // `/NAME` for `/NAME/`: relative URLs need the slash.
      if ((await page(`${url}/`)) === undefined) return false
      response.writeHead(302, { Location: encodeURI(`${url}/`) }).end()
      return true
    }
    response
      .writeHead(200, {
        'Content-Type': `text/${code === undefined ? 'html' : 'javascript'}; charset=utf-8`,
        'Cache-Control': 'no-cache',
      })
      .end(html)
    return true
  }
  const server = await serve(project, options, answer).catch((error: unknown) => {
    watching.close()
    throw error
  })
  hot = server.environments.client.hot

  const hasPlugins = pluginRuntimes(project.root, project.config.plugins).length > 0
  async function page(url: string): Promise<string | undefined> {
    if (url === `/${CARDS_PAGE}`) return devCardsPage(await Promise.all(listDecks().map(show)))
    if (url === '/' || url === '/index.html') return devIndexPage(await Promise.all(listDecks().map(show)))
    const [, name, mode] = /^\/([^/]+)\/(?:(print|speaker|review)\/)?(?:index\.html)?$/.exec(url) ?? []
    const source = name === undefined ? undefined : listDecks().find((deck) => deck.name === name)
    if (!source) return undefined
    const deck = await show(source)
    if (mode === 'print') return devPrintPage(deck)
    if (mode === 'review') return devReviewPage(deck)
    return mode === 'speaker' ? devSpeakerPage(deck) : devLecturePage(deck, hasPlugins)
  }

  const { local = [], network = [] } = server.resolvedUrls ?? {}
  if (options.open) server.openBrowser()
  return {
    urls: [...local, ...network],
    root: project.root,
    decks: sources,
    async close() {
      watching.close()
      await server.close()
    },
  }
}

/** Answers a request; false where it is for another. */
type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>

async function serve(project: Project, options: PreviewOptions, answer: Answer): Promise<ViteDevServer> {
  const { createServer } = await import('vite')
  const pages: Plugin = {
    name: 'lectern:pages',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        answer(request, response).then((answered) => answered || next(), next)
      })
    },
  }
  const themeFor = (name: string | undefined) =>
    findTheme(project.root, name ?? DEFAULT_THEME, project.themes)!
  const parts = pluginRuntimes(project.root, project.config.plugins)
  const server = await createServer({
    configFile: false,
    envDir: false,
    // The runtime's sources, not the project: nothing of the project is served but what its decks show.
    root: path.join(packageRoot, 'src', 'runtime'),
    cacheDir: path.join(cacheFolder(project.root), 'dev'),
    appType: 'custom',
    publicDir: false,
    logLevel: 'warn',
    clearScreen: false,
    plugins: [pages, themePlugin(themeFor), projectPlugins(parts)],
    optimizeDeps: { noDiscovery: true, include: [] },
    server: {
      port: options.port ?? 4400,
      strictPort: options.port !== undefined,
      host: options.host ?? '127.0.0.1',
      warmup: { clientFiles: [path.join(packageRoot, 'src/runtime', runtimes.lecture)] },
      fs: { allow: servedFolders(project) },
    },
  })
  try {
    return await server.listen()
  } catch (error) {
    // What it watches would keep the process alive.
    await server.close()
    throw error
  }
}

/** Where modules of the runtime come from: its sources, the themes, the libraries. */
function servedFolders(project: Project): string[] {
  const folders = [path.join(packageRoot, 'src/runtime'), path.join(packageRoot, 'src/shared'), signsFolder]
  folders.push(path.join(packageRoot, 'themes'), path.join(project.root, 'themes'), ...project.themes)
  folders.push(path.join(project.root, 'node_modules/@fontsource'))
  for (const { file } of pluginRuntimes(project.root, project.config.plugins))
    folders.push(path.dirname(file))
  for (let at = packageRoot; at !== path.dirname(at); at = path.dirname(at))
    folders.push(path.join(at, 'node_modules'))
  return folders
}
