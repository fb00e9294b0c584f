/** What a slide's own attributes may bring into the page: they do not go through the gate of its content. */
import { expect, it } from 'vitest'
import { compileText } from '../support/compile-text.ts'

const attributesOf = async (written: string) =>
  (await compileText(`## A\n\n<!-- .slide: ${written} -->\n`)).slides[0]!.attributes

it.each([
  'data-background-color="red;position:fixed;inset:0"',
  'data-background-gradient="url(https://evil.example/x)"',
  'data-background-gradient="none;position:fixed"',
  'data-background-size="1px;background-image:url(https://evil.example/x)"',
  'data-background-position="0;position:fixed"',
  'data-background-iframe="https://evil.example/"',
  'data-background-iframe="page.html"',
  'data-background-iframe="data:text/html,x"',
  'data-background-image="javascript:x"',
  'data-background-image="data:text/html,x"',
  'data-background-video="vbscript:x"',
  'data-preview-link="x"',
  'data-markdown="https://evil.example/x.md"',
  'onclick="x"',
])('%s goes out', async (written) => {
  const name = /^[\w-]+/.exec(written)![0]
  expect(await attributesOf(written)).not.toHaveProperty(name)
})

it.each([
  ['data-background-color="rgb(10 20 30 / 50%)"', 'data-background-color', 'rgb(10 20 30 / 50%)'],
  [
    'data-background-gradient="linear-gradient(45deg, #123, red)"',
    'data-background-gradient',
    'linear-gradient(45deg, #123, red)',
  ],
  ['data-background-size="50% auto"', 'data-background-size', '50% auto'],
  ['data-background-position="0 -10px"', 'data-background-position', '0 -10px'],
  [
    'data-background-image="https://images.example/a.png"',
    'data-background-image',
    'https://images.example/a.png',
  ],
])('%s stays', async (written, name, value) => {
  expect(await attributesOf(written)).toMatchObject({ [name]: value })
})

it('leaves the ids of the pages alone', async () => {
  const { slides } = await compileText(
    '## Lectern manifest\n\n## Lectern review\n\n## A {#lectern-speaker}\n',
  )
  for (const { slug } of slides)
    expect(['lectern-manifest', 'lectern-review', 'lectern-speaker']).not.toContain(slug)
})

it('takes no language that a browser would throw at', async () => {
  const { facts, reports } = await compileText(`---\nlang: '"><b>'\n---\n\n## A\n`)
  expect(facts.lang).toBe('en')
  expect(reports.join()).toContain('front-matter-type')
})
