/** What a project's plugins add to the compiler, and what happens where one fails. */
import { expect, test } from 'vitest'
import { compile } from '../../src/compiler/compile.ts'
import { memoryHost } from '../../src/compiler/host.ts'
import { definePlugin, type CompilerPlugin } from '../../src/compiler/plugin.ts'

async function compileWith(source: string, ...plugins: CompilerPlugin[]) {
  const { slides, messages } = await compile(source, memoryHost({ 'words.txt': 'from a file' }), {
    name: 'deck',
    path: 'deck.md',
    plugins,
  })
  return {
    html: slides.map(({ html }) => html).join('\n'),
    reports: messages.map(({ line, column, ruleId, reason }) => `${line}:${column} ${ruleId} ${reason}`),
    notes: messages.map(({ note }) => note),
    slides,
  }
}

const shout = definePlugin({
  name: 'shout',
  directives: [
    {
      name: 'shout',
      kinds: ['leaf'],
      what: 'Says it aloud',
      attributes: { times: { type: 'number', what: 'How often', required: true } },
      run: ({ attributes }) => [
        {
          type: 'paragraph',
          children: [{ type: 'text', value: 'HEY'.repeat(Number(attributes.values.times)) }],
        },
      ],
    },
  ],
})

test('a directive of a plugin is one like the others', async () => {
  const { html, reports } = await compileWith('## A\n\n::shout{times=2}\n', shout)
  expect(reports).toEqual([])
  expect(html).toContain('<p>HEYHEY</p>')
})

test('its declaration is checked, and its name is suggested', async () => {
  const { reports, notes } = await compileWith('## A\n\n::shout{times=often}\n\n::shuot{times=1}\n', shout)
  expect(reports).toEqual([
    '3:9 attribute-value `times=often` is no number',
    '5:1 directive-unknown Unknown directive `::shuot`',
  ])
  expect(notes[1]).toBe('Did you mean `shout`?')
})

test('a remark step sees the whole deck before it is cut', async () => {
  const { slides, reports } = await compileWith('## One\n\ntext\n', {
    name: 'more',
    remark: [
      async (tree, { read, report }) => {
        tree.children.push(
          { type: 'heading', depth: 2, children: [{ type: 'text', value: 'Two' }] },
          { type: 'paragraph', children: [{ type: 'text', value: read('words.txt') ?? '' }] },
        )
        report(tree.children[0], 'one slide is too few', { severity: 'info' })
      },
    ],
  })
  expect(slides.map(({ slug }) => slug)).toEqual(['one', 'two'])
  expect(slides[1]!.html).toContain('from a file')
  expect(reports).toEqual(['1:1 plugin-message more: one slide is too few'])
})

test('a rehype step sees each slide, and what it writes is sanitized', async () => {
  const { html } = await compileWith('## A\n\ntext\n\n## B\n', {
    name: 'mark',
    rehype: [
      (tree, slide) => {
        tree.children.push(
          { type: 'element', tagName: 'i', properties: { dataOf: slide.slug }, children: [] },
          { type: 'element', tagName: 'script', properties: {}, children: [] },
        )
      },
    ],
  })
  expect(html).toContain('<i data-of="a"></i>')
  expect(html).toContain('<i data-of="b"></i>')
  expect(html).not.toContain('<script')
})

test('a handler comes before ours and keeps generic attributes', async () => {
  const { html } = await compileWith('## A\n\n> said {.who}\n', {
    name: 'quotes',
    handlers: {
      blockquote: (state, node) => ({
        type: 'element',
        tagName: 'aside',
        properties: {},
        children: state.all(node),
      }),
    },
  })
  expect(html).toContain('<aside><p class="who">said</p></aside>')
})

const broken: CompilerPlugin = {
  name: 'broken',
  directives: [
    {
      name: 'boom',
      kinds: ['container'],
      what: 'Fails',
      run: () => {
        throw new Error('no luck')
      },
    },
    { name: 'columns', kinds: ['container'], what: 'A name that is taken', run: () => [] },
  ],
  remark: [
    () => {
      throw new Error('no tree')
    },
  ],
  rehype: [
    () => {
      throw new Error('no slide')
    },
  ],
  handlers: {
    emphasis: () => {
      throw new Error('no emphasis')
    },
  },
}

test('a plugin that fails is named, and the deck is there all the same', async () => {
  const { html, reports } = await compileWith(
    '## A\n\n:::boom\ninside\n:::\n\n:::columns\n:::column\n*left*\n:::\n:::\n',
    broken,
  )
  expect(reports).toEqual([
    'undefined:undefined plugin-failed The plugin `broken` failed in a `remark` step: Error: no tree',
    'undefined:undefined plugin-failed The plugin `broken` brings a directive `columns`, which is there already',
    '1:1 plugin-failed The plugin `broken` failed in a `rehype` step on the slide “A”: Error: no slide',
    '3:1 plugin-failed The plugin `broken` failed in its directive `boom`: Error: no luck',
    '9:1 plugin-failed The plugin `broken` failed in its handler of `emphasis`: Error: no emphasis',
  ])
  expect(html).toContain('<p>inside</p>')
  expect(html).toContain('<em>left</em>')
})
