/** A deck's file over HTTP, with the ranges that media players ask for. */
import { createReadStream, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { lookup } from 'mrmime'

/** Answers with the file, or with the part of it that the request's `Range` names (RFC 9110, one range). */
export function serveFile(request: IncomingMessage, response: ServerResponse, file: string): void {
  const { size } = statSync(file)
  const type = lookup(file) ?? 'application/octet-stream'
  response.setHeader('Content-Type', type)
  response.setHeader('X-Content-Type-Options', 'nosniff')
  // A page or drawing that a deck links to is none of the preview's own.
  if (/html|xml/.test(type))
    response.setHeader('Content-Security-Policy', 'sandbox allow-scripts allow-popups')
  response.setHeader('Accept-Ranges', 'bytes')
  response.setHeader('Cache-Control', 'no-cache')
  const range = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '')
  let [start, end] = [0, size - 1]
  if (range && (range[1] || range[2])) {
    // `bytes=-N` means the last N bytes.
    if (range[1]) [start, end] = [Number(range[1]), range[2] ? Math.min(Number(range[2]), end) : end]
    else start = Math.max(0, size - Number(range[2]))
    if (start > end) {
      response.writeHead(416, { 'Content-Range': `bytes */${size}` }).end()
      return
    }
    response.writeHead(206, {
      'Content-Range': `bytes ${start}-${end}/${size}`,
      'Content-Length': end - start + 1,
    })
  } else {
    response.writeHead(200, { 'Content-Length': size })
  }
  if (request.method === 'HEAD' || size === 0) response.end()
  else
    createReadStream(file, { start, end })
      .on('error', () => response.destroy())
      .pipe(response)
}
