/** Links and pictures of other sites: asked a few at a time, each address once for all decks. */
import type { BuiltDeck } from '../deck-store.ts'
import { askAddress, type Answer, type AskOptions } from './ask-address.ts'
import type { Finding } from './finding.ts'
import { hrefsOf, imageSources } from './hrefs.ts'

/** Questions at once; to one host, one after the other. */
const AT_ONCE = 6

/** What is found of each deck, in their order. */
export async function externalLinks(
  decks: readonly BuiltDeck[],
  options: AskOptions,
  tell: (what: string) => void = () => undefined,
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
  const answers = await askAll([...new Set(uses.flat().map(({ url }) => url))], options, tell)
  return uses.map((own) =>
    own.flatMap(({ slug, written, url }) => {
      const answer = answers.get(url)!
      if (answer.kind === 'fine') return []
      const unsure = answer.kind === 'unsure'
      return {
        rule: 'link-external' as const,
        slug,
        reason: `${written} ${answer.what}`,
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
  tell: (what: string) => void,
): Promise<Map<string, Answer>> {
  const answers = new Map<string, Answer>()
  const queues = [...groupByHost(urls).values()]
  const worker = async (): Promise<void> => {
    for (let queue = queues.shift(); queue; queue = queues.shift()) {
      for (const url of queue) {
        tell(`link ${answers.size + 1} of ${urls.length}`)
        answers.set(url, await askAddress(url, options))
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return answers
}

function groupByHost(urls: readonly string[]): Map<string, string[]> {
  const hosts = new Map<string, string[]>()
  for (const url of urls) {
    const { host } = new URL(url)
    hosts.set(host, [...(hosts.get(host) ?? []), url])
  }
  return hosts
}
