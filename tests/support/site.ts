/** Where browser tests find the built site: on disk, or behind a plain static server under a sub-path. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, normalize, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { lookup } from 'mrmime'

/** The folder's address on disk, with a slash at its end. */
export function fileUrl(folder: string): string {
  return pathToFileURL(folder + sep).href
}

export interface StaticServer {
  /** Address of the folder, with a slash at its end. */
  url: string
  close(): Promise<void>
}

/** Serves a folder under `/courses/nlp/` as a plain host does: files, `index.html` for folders, else 404. */
export async function serveFolder(folder: string): Promise<StaticServer> {
  const base = '/courses/nlp/'
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    let file = join(folder, normalize(path.slice(base.length - 1)))
    if (path.endsWith('/')) file = join(file, 'index.html')
    const found = path.startsWith(base) && (await stat(file).catch(() => undefined))?.isFile()
    if (!found) return void response.writeHead(404).end()
    response.writeHead(200, {
      'content-type': `${lookup(file) ?? 'application/octet-stream'}; charset=utf-8`,
    })
    createReadStream(file).pipe(response)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}${base}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
