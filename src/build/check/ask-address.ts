/** Whether an address of another site answers: asked as briefly as can be, and never within one's own network. */
import { lookup as lookUp, type LookupAddress, type LookupOptions } from 'node:dns'
import * as http from 'node:http'
import * as https from 'node:https'
import { BlockList, isIP, isIPv6 } from 'node:net'
import { packageVersion } from '../paths.ts'

/** `unsure`: the site answers, but does not let programs look. */
export type Answer = { kind: 'fine' } | { kind: 'wrong' | 'unsure'; what: string }

export interface AskOptions {
  /** ms that a site has for each answer. */
  timeout: number
  /** Also addresses of this machine and its network; a deck that is not one's own must not reach those. */
  near?: boolean
}

const MOST_REDIRECTS = 5

/** Answers of sites that keep programs out, or have had enough of them: https://www.rfc-editor.org/rfc/rfc9110#section-15 */
const UNSURE = new Set([401, 403, 405, 407, 429, 451, 999])

/**
 * Asks by HEAD, and where that is not answered well, by GET, of which only the head is read. Follows redirects. Never
 * throws.
 */
export async function askAddress(url: string, options: AskOptions): Promise<Answer> {
  const first = await ask(url, 'HEAD', options)
  return first.kind === 'fine' || first.final ? first : ask(url, 'GET', options)
}

type Asked = Answer & { final?: boolean }

async function ask(url: string, method: 'HEAD' | 'GET', options: AskOptions): Promise<Asked> {
  let at = url
  for (let left = MOST_REDIRECTS; left >= 0; left--) {
    let response: http.IncomingMessage
    try {
      response = await request(new URL(at), method, options)
    } catch (error) {
      return failure(error as NodeJS.ErrnoException, options)
    }
    const { statusCode = 0, statusMessage, headers } = response
    response.destroy()
    if (statusCode >= 200 && statusCode < 300) return { kind: 'fine' }
    const next = statusCode >= 300 && statusCode < 400 ? headers.location : undefined
    if (next !== undefined && URL.canParse(next, at) && /^https?:$/.test(new URL(next, at).protocol)) {
      at = new URL(next, at).href
      continue
    }
    // 304 and its like: it is there.
    if (statusCode >= 300 && statusCode < 400) return { kind: 'fine' }
    const what = `answers ${statusCode} ${statusMessage ?? ''}`.trim()
    return { kind: UNSURE.has(statusCode) ? 'unsure' : 'wrong', what }
  }
  return { kind: 'wrong', what: 'leads from one address to the next without end' }
}

function request(url: URL, method: string, { timeout, near }: AskOptions): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const host = url.hostname.replace(/^\[|\]$/g, '')
    if (!near && isIP(host) !== 0 && isNear(host)) return reject(nearError())
    const signal = AbortSignal.timeout(timeout)
    const headers = { 'user-agent': `lectern/${packageVersion()} (link check)`, accept: '*/*' }
    const lookup = near ? undefined : farOnly
    const { request: open } = url.protocol === 'https:' ? https : http
    const sent = open(url, { method, headers, signal, agent: false, ...(lookup && { lookup }) }, resolve)
    sent.on('error', reject)
    sent.end()
  })
}

const near = new BlockList()
for (const [address, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  near.addSubnet(address, prefix)
near.addAddress('::', 'ipv6')
near.addAddress('::1', 'ipv6')
near.addSubnet('fc00::', 7, 'ipv6')
near.addSubnet('fe80::', 10, 'ipv6')

/** Whether an address lies on this machine or in a private network; one of IPv4 in the clothes of IPv6, too. */
function isNear(address: string): boolean {
  return near.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}

const nearError = (): Error => Object.assign(new Error('near'), { code: 'LECTERN_NEAR' })

/** Looks names up as Node does, and refuses those that lead into one's own network. */
function farOnly(
  name: string,
  options: LookupOptions,
  done: (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void,
): void {
  lookUp(name, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, [])
    const far = addresses.filter(({ address }) => !isNear(address))
    if (far.length === 0) return done(nearError(), [])
    if (options.all) return done(null, far)
    done(null, far[0]!.address, far[0]!.family)
  })
}

function failure({ name, code = '', message }: NodeJS.ErrnoException, { timeout }: AskOptions): Asked {
  if (name === 'AbortError' || name === 'TimeoutError')
    return { kind: 'wrong', what: `gives no answer within ${timeout / 1000} s` }
  if (code === 'LECTERN_NEAR')
    return { kind: 'unsure', what: 'lies in the network of this machine, which is not asked', final: true }
  if (code === 'ENOTFOUND') return { kind: 'wrong', what: 'names a host that is not there', final: true }
  if (code === 'EAI_AGAIN')
    return {
      kind: 'unsure',
      what: 'cannot be looked up: there is no network, or no answer of its name servers',
      final: true,
    }
  if (code === 'ECONNREFUSED') return { kind: 'wrong', what: 'refuses the connection', final: true }
  if (/CERT|TLS|SSL|SIGNED/.test(code))
    return { kind: 'wrong', what: `has a bad certificate (${code})`, final: true }
  return { kind: 'wrong', what: `cannot be reached (${code || message})` }
}
