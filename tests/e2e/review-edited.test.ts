/** A deck that is edited between two visits: twelve questions reworded, five slides moved, two added. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { editedCourse } from '../support/edited-course.ts'
import { QUESTIONS } from '../support/reworded-questions.ts'
import { openReview } from '../support/review.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const TOPICS = ['Words', 'Context', 'Pre-training', 'Scale', 'Alignment', 'Modalities', 'Limits', 'Outlook']

interface Slide {
  slug: string
  markdown: string
}

/** Slides with text, then one for each question; `form` 0 is last term's. */
function slides(form: 0 | 1): Slide[] {
  const plain = TOPICS.map((topic, index) => ({
    slug: `topic-${index}`,
    markdown: `## ${topic} {#topic-${index}}\n\nWhat is said of ${topic.toLowerCase()} stays as it was.\n`,
  }))
  const asking = QUESTIONS.map((question, index) => ({
    slug: `asks-${index}`,
    markdown: `## Check ${index + 1} {#asks-${index}}\n\n${
      index % 3 === 2
        ? `> [!think] ${question[form]}\n>\n> ---\n>\n> Because of reason ${index}.`
        : `> [!quiz] ${question[form]}\n>\n> - [ ] One way\n> - [x] Another way\n>\n> Since it is number ${index}.`
    }\n`,
  }))
  return [...plain, ...asking]
}

const deckOf = (list: readonly Slide[]): string =>
  `---\ntitle: Edited\n---\n\n${list.map(({ markdown }) => markdown).join('\n')}\n> [!cards]\n> - What is pre-training? :: Learning from raw text\n`

interface Ids {
  slide: string
  id: string
}

const questionIds = (page: Page): Promise<Ids[]> =>
  page.$$eval('[data-question]', (blocks) =>
    blocks.map((block) => ({
      slide: block.closest('article')!.id,
      id: (block as HTMLElement).dataset.question!,
    })),
  )

test('all states are kept, and exactly what changed is marked', async () => {
  const course = await editedCourse()
  onTestFinished(course.close)
  const old = slides(0)
  expect(await course.build(deckOf(old))).not.toContain('since the last build')
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  await openReview(page, '', course.url)
  const asked = await questionIds(page)
  expect(asked).toHaveLength(12)
  // As months of practice leave it: everything read, answered, scheduled, bookmarked.
  await page.evaluate(async (asked) => {
    const { store, manifest } = (
      window as unknown as {
        lectern: {
          store: import('../../src/runtime/review/store.ts').ReviewStore
          manifest: import('../../src/shared/manifest.ts').Manifest
        }
      }
    ).lectern
    for (const { slug, hash, title } of manifest.slides) {
      await store.set('seen', slug, { hash, title })
      await store.set('bookmark', slug, { title })
      await store.set('note', slug, { text: `on ${slug}` })
    }
    for (const { slide, id } of asked) {
      await store.set('answer', id, { right: true, first: true, visit: 'last term', given: [slide] })
      const memory = {
        due: 1,
        last: 1,
        stability: 9,
        difficulty: 5,
        reps: Number(slide.split('-')[1]),
        lapses: 0,
      }
      await store.set('card', id, { memory })
    }
  }, asked)

  const now = slides(1)
  const moved = [now[6]!, now[2]!, now[14]!, now[10]!, now[18]!]
  const rest = now.filter((slide) => !moved.includes(slide))
  const added = ['added-a', 'added-b'].map((slug) => ({
    slug,
    markdown: `## Something ${slug} {#${slug}}\n\nThat nobody has seen yet.\n`,
  }))
  const edited = [...rest.slice(0, 3), ...moved, added[0]!, ...rest.slice(3), added[1]!]
  const told = await course.build(deckOf(edited))
  expect(told.match(/reworded question \S+ is now \S+/g)).toHaveLength(8)
  expect(told).toContain('and 4 more reworded questions')
  expect(told).toMatch(/new slide added-a\n\s+new slide added-b\n/)
  expect(told).not.toContain('gone')

  // On the page of all cards, too, opened before the deck: a question that was a card is one, not a new one.
  const cards = await context.newPage()
  await cards.goto(course.url.replace('deck/review/index.html', 'cards.html'))
  await cards.locator('.session-card, .session-title').first().waitFor()
  expect(await cards.locator('.session-left').innerText()).toMatch(/^13 cards left/)
  await cards.close()

  await openReview(page, '', `${course.url}?again`)
  const after = await questionIds(page)
  expect(after.map(({ id }) => id)).not.toEqual(expect.arrayContaining([asked[0]!.id]))
  const kept = await page.evaluate((after) => {
    const { store } = (
      window as unknown as { lectern: { store: import('../../src/runtime/review/store.ts').ReviewStore } }
    ).lectern
    return {
      answers: after.map(({ id }) => store.get('answer', id)?.given[0]),
      reps: after.map(({ id }) => store.get('card', id)?.memory?.reps),
      counts: (['seen', 'bookmark', 'note', 'answer', 'card'] as const).map((kind) => store.all(kind).length),
      notes: store.all('note').every(({ id, data }) => data!.text === `on ${id}`),
    }
  }, after)
  expect(kept.answers).toEqual(after.map(({ slide }) => slide))
  expect(kept.reps).toEqual(after.map(({ slide }) => Number(slide.split('-')[1])))
  // The title's slide and the twenty others; nothing twice, nothing of the new ones.
  expect(kept.counts).toEqual([21, 21, 21, 12, 12])
  expect(kept.notes).toBe(true)
  const badges = await page.$$eval('#lectern-outline .outline-badge', (all) =>
    all.map((badge) => `${badge.closest('a')!.dataset.slug}:${badge.textContent}`).toSorted(),
  )
  expect(badges).toEqual(
    [
      ...QUESTIONS.map((_, index) => `asks-${index}: changed since you read it`),
      ...added.map(({ slug }) => `${slug}: new`),
    ].toSorted(),
  )

  // A third term: the build leads from the first names to today's, for a file that was saved back then.
  await course.build(
    deckOf(edited).replaceAll('Which of these models reads its', 'Which one of these models reads the'),
  )
  const manifest = (await (
    await context.request.get(course.url.replace('review/index.html', 'manifest.json'))
  ).json()) as {
    was: { questions: Record<string, string> }
    quizzes: { id: string; slide: string }[]
  }
  const today = manifest.quizzes.find(({ slide }) => slide === 'asks-0')!.id
  expect(manifest.was.questions[asked.find(({ slide }) => slide === 'asks-0')!.id]).toBe(today)
  expect(manifest.was.questions[after.find(({ slide }) => slide === 'asks-0')!.id]).toBe(today)
})

/** A line as Anki reads it: tabs between fields, quotes around some, doubled within. */
const fieldsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|\t)(?:"((?:[^"]|"")*)"|([^\t]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain!,
  )

test('a file for Anki: quotes, signs and formulas arrive; a reworded card stays the same note', async () => {
  const course = await editedCourse()
  onTestFinished(course.close)
  const deck = (question: string): string =>
    `---\ntitle: A "good" deck\n---\n\n## Cards\n\n> [!cards]\n> - ${question} :: $a < b$ & "more"\n> - #1 of the list :: first\n> - A ==token== is a ==piece== of a word.\n`
  await course.build(deck('What does "less" mean?'))
  const context = await browser.newContext({ acceptDownloads: true })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const saved = async (): Promise<string[][]> => {
    await openReview(page, '', `${course.url}?${Math.random()}`)
    await page.locator('.bar-cards').click()
    await page.locator('.session-card, .session-rest').first().waitFor()
    for (const rest = page.locator('.session-rest'); !(await rest.isVisible());) {
      await page.keyboard.press('Space')
      await page.keyboard.press('4')
    }
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save for Anki' }).click()
    let text = ''
    for await (const chunk of await (await download).createReadStream()) text += String(chunk)
    const lines = text.trimEnd().split('\n')
    expect(lines.filter((line) => !line.startsWith('#')).length).toBe(4)
    return lines.filter((line) => !line.startsWith('#')).map(fieldsOf)
  }
  const first = await saved()
  for (const row of first) expect(row).toHaveLength(5)
  const [less, hash] = first
  expect(less!.slice(1)).toEqual([
    'A "good" deck',
    '<p>What does "less" mean?</p>',
    '<p>\\(a &lt; b\\) &amp; "more"</p>',
    'lectern::deck::cards pair',
  ])
  expect(hash![2]).toBe('<p>#1 of the list</p>')
  expect(new Set(first.map(([guid]) => guid)).size).toBe(4)
  await course.build(deck('What exactly does "less" mean?'))
  const second = await saved()
  expect(second[0]![2]).toContain('exactly')
  expect(second.map(([guid]) => guid)).toEqual(first.map(([guid]) => guid))
})
