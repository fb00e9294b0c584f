/** What a page complains about and asks for while a test looks at it. */
import type { Page } from 'playwright-core'

export interface PageLog {
  /** Errors and warnings of the console, uncaught errors, failed requests. */
  complaints: string[]
  /** Requests that leave the folder. */
  outside: string[]
}

/** Begins to listen; `folder` is the address that no request may leave. */
export function logPage(page: Page, folder: string): PageLog {
  const log: PageLog = { complaints: [], outside: [] }
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) log.complaints.push(message.text())
  })
  page.on('pageerror', (error) => log.complaints.push(String(error)))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(folder) && !/^(data|blob|about):/.test(url)) log.outside.push(url)
  })
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText
    // What was still on its way when a test went on to another page.
    if (reason !== 'net::ERR_ABORTED') log.complaints.push(`${request.url()} failed: ${reason}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) log.complaints.push(`${response.url()} gave ${response.status()}`)
  })
  return log
}
