/** Links and pictures of other sites: asked a few at a time, each address once for all decks. */
import type { BuiltDeck } from '../deck-store.ts'
import { askAddress, type Answer, type AskOptions } from './ask-address.ts'
import type { Finding } from './finding.ts'
import { hrefsOf, imageSources } from './hrefs.ts'

/** Questions at once; to one host, one after the other. */
const AT_ONCE = 6

/** What is found of each deck, in their order. What is in `answers` is not asked for again. */
export async function externalLinks(
  decks: readonly BuiltDeck[],
  options: AskOptions,
  answers: Map<string, Answer>,
  tell: (what: string) => void,
): Promise<Finding[][]> {
  const uses = decks.map(({ compiled }) =>
    compiled.slides.flatMap(({ slug, html, notes }) => {
      const all = [...hrefsOf(html + notes), ...imageSources(html + notes)]
      return all.flatMap((written) => {
        const url = addressOf(written)
        return url === undefined ? [] : [{ slug, written, url }]
      })
    }),
  )
  const urls = new Set(uses.flat().map(({ url }) => url))
  const open = [...urls].filter((url) => !answers.has(url))
  await askAll(open, options, (url, answer) => {
    tell(`link ${answers.size + 1} of ${urls.size}`)
    answers.set(url, answer)
  })
  return uses.map((own) =>
    own.flatMap(({ slug, written, url }) => {
      const answer = answers.get(url)!
      if (answer.kind === 'fine') return []
      const unsure = answer.kind === 'unsure'
      return {
        rule: 'link-external' as const,
        slug,
        reason: `\`${written}\` ${answer.what}`,
        words: [written, written.replace(/^https?:\/\//, '')],
        ...(unsure && { severity: 'info' as const, fix: 'Open it in a browser: it may well be there.' }),
      }
    }),
  )
}

/** What is asked for: without the part behind `#`, which no server sees. */
function addressOf(written: string): string | undefined {
  if (!/^https?:\/\//i.test(written) || !URL.canParse(written)) return undefined
  const url = new URL(written)
  url.hash = ''
  return url.href
}

async function askAll(
  urls: readonly string[],
  options: AskOptions,
  answered: (url: string, answer: Answer) => void,
): Promise<void> {
  const queues = [...groupByHost(urls).values()]
  const worker = async (): Promise<void> => {
    for (let queue = queues.shift(); queue; queue = queues.shift())
      for (const url of queue) answered(url, await askAddress(url, options))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

function groupByHost(urls: readonly string[]): Map<string, string[]> {
  const hosts = new Map<string, string[]>()
  for (const url of urls) {
    const { host } = new URL(url)
    hosts.set(host, [...(hosts.get(host) ?? []), url])
  }
  return hosts
}
