/** What decks of other tools become. Every case is compiled too: the result says nothing that Lectern does not know. */
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compiler/compile.ts'
import { memoryHost } from '../../src/compiler/host.ts'
import { importDeck, type Tool } from '../../src/import/import-deck.ts'

interface Case {
  name: string
  tool: Tool
  from: string
  to: string
  remarks?: string[]
}

const head = '---\nsplit: rules\ntitle-slide: false\n---\n\n'

const cases: Case[] = [
  {
    name: 'Marp: settings, classes, sizes, notes',
    tool: 'marp',
    from: '---\nmarp: true\ntheme: gaia\npaginate: true\nfooter: Course\n---\n<!-- _class: lead -->\n# Title\n\n---\n\n# One\n\n![w:600 A plan](a.png)\n<!-- Say this. -->\n\n---\n\n# Two\n',
    to: '---\nfooter: Course\nslide-number: true\nsplit: rules\ntitle-slide: false\n---\n\n# Title {.center}\n\n---\n\n## One\n\n![A plan](a.png){width=600}\n\n:::notes\nSay this.\n:::\n\n---\n\n## Two\n',
  },
  {
    name: 'Marp: backgrounds, what lasts and what does not',
    tool: 'marp',
    from: '---\nmarp: true\n---\n<!-- class: invert -->\n## One\n![bg contain](a.png)\n\n---\n\n<!-- _backgroundColor: #123 -->\n<!-- class: plain -->\n## Two\n![bg right:40%](a.png)\n',
    to: `${head}## One {.invert background=a.png background-size=contain}\n\n---\n\n## Two {.plain background=#123 layout=image-right}\n![](a.png)\n`,
  },
  {
    name: 'Slidev: facts of slides, clicks, slots',
    tool: 'slidev',
    from: '---\ntitle: A talk\ntheme: seriph\nlayout: cover\n---\n\n# A talk\n\n---\nlayout: two-cols\nclass: big\n---\n\n# Two sides\n\nLeft\n\n::right::\n\nRight\n\n---\n\n# Steps\n\n<v-clicks>\n\n- a\n- b\n\n</v-clicks>\n\nA <v-click>word</v-click>\n\n<!-- Said. -->\n',
    to: '---\ntitle: A talk\nsplit: rules\ntitle-slide: false\n---\n\n# A talk {layout=section}\n\n---\n\n## Two sides {.big}\n\n::::columns\n:::column\nLeft\n\n:::\n:::column\nRight\n\n:::\n::::\n\n---\n\n## Steps\n\n:::incremental\n\n- a\n- b\n\n:::\n\nA [word]{.fragment}\n\n:::notes\nSaid.\n:::\n',
  },
  {
    name: 'reveal-md: separators of its own',
    tool: 'reveal-md',
    from: '---\ntitle: T\nseparator: <!--s-->\nverticalSeparator: <!--v-->\nrevealOptions:\n  transition: fade\n---\n\n## A\n\nText <!-- .element: class="fragment" -->\n\nNote: Said.\n\n<!--s-->\n\n## B\n\n---\n\n<!--v-->\n\n## C\n',
    to: '---\ntitle: T\ntransition: fade\nsplit: rules\ntitle-slide: false\n---\n\n## A\n\nText <!-- .element: class="fragment" -->\n\nNote: Said.\n\n---\n\n## B\n\n---\n\n---\n\n## C\n',
  },
  {
    name: 'Quarto: cells, shortcodes, settings',
    tool: 'quarto',
    from: '---\ntitle: T\nformat:\n  revealjs:\n    incremental: true\n---\n\n## A\n\n```{r}\n#| echo: false\nx <- 1\n```\n\n{{< video film.mp4 >}}\n',
    to: '---\ntitle: T\nincremental: true\n---\n\n## A\n\n```r\nx <- 1\n```\n\n![](film.mp4)\n',
    remarks: ['10: Code in `r` is shown and not run: add what it prints'],
  },
  {
    name: 'remark: properties, notes, pauses, classes',
    tool: 'remark',
    from: 'class: middle, center\n\n# T\n\n---\nname: one\n\n# One\n\n.red[Words] and .width-80[![](a.png)]\n\n--\n\nMore\n\n???\n\nSaid.\n',
    to: `${head}# T {.center}\n\n---\n\n## One {#one}\n\n[Words]{.red} and ![](a.png){width=80%}\n\n. . .\n\nMore\n\n:::notes\nSaid.\n:::\n`,
  },
]

describe('decks of other tools', () => {
  test.each(cases)('$name', async ({ tool, from, to, remarks = [] }) => {
    const imported = importDeck(from)
    expect(imported.tool).toBe(tool)
    expect(imported.text).toBe(to)
    expect(imported.remarks.map(({ line, reason }) => `${line}: ${reason}`)).toEqual(remarks)
    const host = memoryHost({ 'a.png': '', 'film.mp4': '' })
    const { messages } = await compile(to, host, { name: 'a', path: 'a.md' })
    expect(messages.filter(({ fatal }) => fatal !== undefined).map(String)).toEqual([])
  })

  test('a name for the tool wins over what the text looks like', () => {
    expect(importDeck('---\nmarp: true\n---\n\n# A\n', 'remark').tool).toBe('remark')
  })

  test('what stands in code stays as it is', () => {
    const code = '```md\n<!-- _class: lead -->\n![w:600](a.png)\n---\n???\n```'
    for (const tool of ['marp', 'slidev', 'reveal-md', 'remark'] as const)
      expect(importDeck(`# A\n\n${code}\n`, tool).text).toContain(code)
  })
})
