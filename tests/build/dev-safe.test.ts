/** Whom the preview answers, and where it listens. */
import { writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { networkInterfaces } from 'node:os'
import { connect } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { startPreview } from '../../src/build/dev/preview.ts'
import { packageRoot } from '../../src/build/paths.ts'
import { siteCopy } from './run.ts'

async function open(host?: boolean, site = siteCopy('two-decks')): Promise<URL> {
  const preview = await startPreview(site, [], { port: undefined, ...(host && { host }) })
  onTestFinished(() => preview.close())
  return new URL(preview.urls[0]!)
}

/** The status of a page that is asked for under another name. */
function statusFor(url: URL, host: string, path = '/first/'): Promise<number> {
  return new Promise((done, failed) => {
    const options = { host: url.hostname, port: url.port, path, headers: { host } }
    request(options, (response) => {
      response.resume()
      done(response.statusCode ?? 0)
    })
      .on('error', failed)
      .end()
  })
}

test('it answers its own names, and no page of another name that leads here', async () => {
  const url = await open()
  expect(await statusFor(url, url.host)).toBe(200)
  expect(await statusFor(url, `localhost:${url.port}`)).toBe(200)
  for (const host of [
    'evil.example',
    `evil.example:${url.port}`,
    'localhost.evil.example',
    `127.0.0.1.evil.example:${url.port}`,
  ]) {
    for (const path of ['/', '/first/', '/first/print/', '/@vite/client'])
      expect(await statusFor(url, host, path), `${host}${path}`).toBe(403)
  }
})

/** What a path is answered with, sent as it is written: no client tidies it up. */
function bodyOf(url: URL, path: string): Promise<string> {
  return new Promise((done, failed) => {
    request({ host: url.hostname, port: url.port, path }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (text: string) => (body += text))
      response.on('end', () => done(body)).on('error', failed)
    })
      .on('error', failed)
      .end()
  })
}

test('no spelling of a path leads to what the preview does not show', { timeout: 60_000 }, async () => {
  const site = siteCopy('two-decks')
  const secret = 'nobody-reads-this'
  for (const name of ['.env', 'secret.ts', 'slides/.env', 'slides/secret.json'])
    writeFileSync(join(site, name), `SECRET = ${JSON.stringify(secret)}`)
  const url = await open(false, site)
  const files = ['.env', 'secret.ts', 'slides/.env', 'slides/secret.json'].flatMap((name) => [
    `/${name}`,
    `/@fs${site}/${name}`,
    `/@fs/${site}/${name}`,
    `/first/../${name}`,
    `/assets/%2e%2e/${name}`,
    `/assets/..%2f${name}`,
    `/@id/${site}/${name}`,
    `/@id/__x00__${site}/${name}`,
    `/@fs${packageRoot}/src/runtime/../../../../../..${site}/${name}`,
    `/@fs${packageRoot}/src/runtime/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e${site}/${name}`,
  ])
  const queries =
    '  ?raw ?raw?? ?import&raw?? ?url ?inline ?url&inline ?.svg?raw ?.svg?.wasm?init ?import&?inline=1.wasm?init'
  for (const file of [
    '/@fs/etc/passwd',
    '/../../../../etc/passwd',
    '/..%2f..%2f..%2f..%2fetc/passwd',
    ...files,
  ])
    for (const query of new Set(queries.split(' '))) {
      const body = await bodyOf(url, file + query)
      expect(body, file + query).not.toContain(secret)
      expect(body, file + query).not.toContain(Buffer.from(secret).toString('base64').slice(0, 16))
      expect(body, file + query).not.toMatch(/^root:/m)
    }
})

test('a page of another site gets no web socket', async () => {
  const url = await open()
  const socket = new WebSocket(`ws://${url.host}/`, 'vite-hmr', {
    headers: { origin: 'https://evil.example' },
  })
  const end = await new Promise((done) => {
    socket.once('open', () => done('open'))
    socket.once('error', () => done('refused'))
  })
  socket.close()
  expect(end).toBe('refused')
})

test('a page of another site may not read what it answers', async () => {
  const url = await open()
  const response = await fetch(url, { headers: { origin: 'https://evil.example' } })
  expect(response.headers.get('access-control-allow-origin')).toBeNull()
})

const outer = Object.values(networkInterfaces())
  .flat()
  .find((one) => one && one.family === 'IPv4' && !one.internal)?.address

test.skipIf(!outer)('it listens on this machine alone', async () => {
  const url = await open()
  const reached = await new Promise((done) => {
    const socket = connect(Number(url.port), outer!)
    socket.once('connect', () => done(true))
    socket.once('error', () => done(false))
    onTestFinished(() => void socket.destroy())
  })
  expect(url.hostname).toBe('127.0.0.1')
  expect(reached).toBe(false)
})

test('a page or drawing that a deck links to runs in a place of its own', async () => {
  const url = await open()
  const page = await (await fetch(new URL('/second/', url))).text()
  const picture = /src="\.\.\/(assets\/[^"]+\.svg)"/.exec(page)![1]!
  const { headers } = await fetch(new URL(`/${picture}`, url))
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('content-security-policy')).toBe('sandbox allow-scripts allow-popups')
})
