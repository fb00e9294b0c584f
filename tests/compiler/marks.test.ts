/** What the compiler marks places by cannot be written by an author, in no spelling. */
import { expect, it } from 'vitest'
import { compileText } from '../support/compile-text.ts'

const marks = /[\uFDD1-\uFDEF]/

it.each([
  ['a reference in HTML', '<b>&#xFDD3;img src=x&gt; &#64977;0&#64978 &#x0fDd3</b>'],
  ['a reference in an attribute', '<b title="&#xFDD1;0&#xFDD2;">x</b> $y$'],
  ['a path that is encoded', '![x](%EF%B7%93img%20src=x%3E.png)'],
  ['a reference in Markdown', '&#xFDD3;img src=x>'],
  ['the character itself', '\uFDD3img src=x> <b title="\uFDD10\uFDD2">x</b>'],
])('%s', async (_, text) => {
  const { html } = await compileText(`## A\n\n${text}\n`)
  expect(html).not.toMatch(marks)
  expect(html).not.toMatch(/title="[^"]*katex/)
})

it('stands for itself in a file that is shown', async () => {
  const { html } = await compileText('## A\n\n```js {file=a.js}\n```\n\n$x$', {
    'a.js': 'x // \uFDD3img \uFDD10\uFDD2',
  })
  expect(html).not.toMatch(marks)
  expect(html).toContain('x')
})

it('is not read out of an escape in the front matter', async () => {
  const { html, facts, manifest } = await compileText('---\ntitle: "\\uFDD3img src=x"\n---\n\n## A\n')
  expect(html + facts.title + manifest.title).not.toMatch(marks)
})

it('writes angle brackets in attributes as references', async () => {
  const { html } = await compileText(`## A\n\n<b title='</p><i>'>x</b>`)
  expect(html).toContain('<b title="&lt;/p&gt;&lt;i&gt;">x</b>')
})

it('reads HTML beside parts of a question whose places are not whole', async () => {
  const { html } = await compileText(
    '## A\n\n> [!quiz] Which?\n> Hint: <b>x</b>\n>\n> - [x] <i>a</i>\n> - [ ] b\n',
  )
  expect(html).toContain('<b>x</b>')
})
