/** Whether an address answers, against a server of this machine; no other is asked. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { askAddress } from '../../src/build/check/ask-address.ts'

/** Serves until the test ends; gives its address. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

const near = { timeout: 10_000, near: true }
const answering =
  (status: number, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    void response.writeHead(status, headers).end()

test.for([
  [200, { kind: 'fine' }],
  [204, { kind: 'fine' }],
  [304, { kind: 'fine' }],
  [404, { kind: 'wrong', what: 'answers 404 Not Found' }],
  [410, { kind: 'wrong', what: 'answers 410 Gone' }],
  [500, { kind: 'wrong', what: 'answers 500 Internal Server Error' }],
  [403, { kind: 'unsure', what: 'answers 403 Forbidden' }],
  [429, { kind: 'unsure', what: 'answers 429 Too Many Requests' }],
] as const)('an answer of %i', async ([status, expected]) => {
  expect(await askAddress(await serve(answering(status)), near)).toEqual(expected)
})

test('a server that answers no HEAD is asked by GET', async () => {
  const asked: string[] = []
  const url = await serve(({ method }, response) => {
    asked.push(method!)
    response.writeHead(method === 'GET' ? 200 : 404).end('page')
  })
  expect(await askAddress(url, near)).toEqual({ kind: 'fine' })
  expect(asked).toEqual(['HEAD', 'GET'])
})

test('redirects are followed to their end, but not without end', async () => {
  const url = await serve(({ url: path }, response) => {
    if (path === '/circle') response.writeHead(302, { location: '/circle' })
    else if (path === '/old') response.writeHead(301, { location: 'new' })
    else response.writeHead(path === '/new' ? 200 : 404)
    response.end()
  })
  expect(await askAddress(`${url}old`, near)).toEqual({ kind: 'fine' })
  expect(await askAddress(`${url}circle`, near)).toMatchObject({
    what: expect.stringContaining('without end'),
  })
})

test('a server that says nothing is not waited for longer than said', async () => {
  const url = await serve(() => undefined)
  expect(await askAddress(url, { timeout: 50, near: true })).toEqual({
    kind: 'wrong',
    what: 'gives no answer within 0.05 s',
  })
})

test('a closed port, a connection that breaks off', async () => {
  const url = await serve((request) => request.socket.destroy())
  expect(await askAddress(url, near)).toEqual({ kind: 'wrong', what: 'cannot be reached (ECONNRESET)' })
  expect(await askAddress('http://127.0.0.1:9/', near)).toMatchObject({
    kind: 'wrong',
    what: 'refuses the connection',
  })
})

test('a deck reaches nothing of this machine and its network, by no spelling and no detour', async () => {
  let asked = 0
  const url = await serve((_, response) => void (asked++, response.end()))
  const { port } = new URL(url)
  const hosts =
    'localhost 127.0.0.1 127.1 2130706433 0x7f000001 0.0.0.0 [::1] [::] [::ffff:127.0.0.1] [::ffff:7f00:1] 10.0.0.1 192.168.1.1 172.16.0.1 169.254.169.254 100.64.0.1 [fe80::1] [fd00::1]'
  for (const host of hosts.split(' ')) {
    expect(await askAddress(`http://${host}:${port}/`, { timeout: 10_000 }), host).toMatchObject({
      kind: 'unsure',
      what: 'lies in the network of this machine, which is not asked',
    })
  }
  expect(asked).toBe(0)
})
