/** Spellings of other tools that mean nothing to Lectern, and what stands for them here. */

export interface ForeignSyntax {
  tool: string
  /** What is found, as a message shows it. */
  what: string
  /** What to write in Lectern. */
  fix: string
  /** Looked for in each line of prose; its first group, or else the whole, is the place. */
  line?: RegExp
  /** Looked for in the text of each comment. */
  comment?: RegExp
  /** Lines `layout: x` at the head of a slide: closed by `---` (Slidev) or open (remark). */
  facts?: 'closed' | 'open'
  /** Looked for in the info line of each fence. */
  fence?: RegExp
}

export const foreignSyntax: readonly ForeignSyntax[] = [
  {
    tool: 'Slidev',
    what: '`<v-click>`',
    line: /<\/?v-(?:clicks?|after|switch)\b|<[a-z][^<>]*\s(v-click|v-after|v-motion)\b/,
    fix: 'Write `{.fragment}` after the block, or `:::incremental` around a list.',
  },
  {
    tool: 'Slidev',
    what: 'the facts of one slide between two `---`',
    facts: 'closed',
    fix: 'Put them on the heading: `## Title {layout=two-cols .class}`; for `src:` write `::include{file=part.md}`.',
  },
  {
    tool: 'Slidev',
    what: 'a slot `::right::`',
    line: /^::(?:left|right|default|top|bottom|header|footer)::\s*$/,
    fix: 'Write `:::columns` with a `:::column` for each side.',
  },
  {
    tool: 'Slidev',
    what: 'a component of Vue',
    line: /<(?:Tweet|Youtube|Transform|Toc|TocList|AutoFitText|RenderWhen|SlidevVideo|LightOrDark|VSwitch|VDrag|Arrow|PoweredBySlidev|SlideCurrentNo|SlidesTotal)(?=[\s/>])/,
    fix: 'Write an image, a link or plain HTML.',
  },
  {
    tool: 'Marp',
    what: 'a directive in a comment',
    comment:
      /^\s*(?:_?(?:class|paginate|header|footer|backgroundColor|backgroundImage|backgroundPosition|backgroundRepeat|backgroundSize|color)|theme|size|headingDivider|style|math|marp|\$\w+)\s*:\s*\S/m,
    fix: 'Put it on the heading: `## Title {.class background=#eef}`; for the whole deck, into the front matter.',
  },
  {
    tool: 'Marp',
    what: 'the place or size of an image in its text',
    line: /!\[(?:[^[\]]*\s)?(?:bg(?:\s[^[\]]*)?|(?:w|h|width|height):\d[^[\]]*)\]\(/,
    fix: 'Write `![words](file){width=600}`; for a background, `## Title {background=file}`.',
  },
  {
    tool: 'remark',
    what: '`???` before notes',
    line: /^\?\?\?\s*$/,
    fix: 'Write `Notes:` alone on the line.',
  },
  {
    tool: 'remark',
    what: '`--` alone on a line, a pause',
    line: /^--\s*$/,
    fix: 'Write `. . .` as a paragraph of its own.',
  },
  {
    tool: 'remark',
    what: 'a class around text, `.class[…]`',
    line: /(?:^|[\s[(>])(\.[a-z][\w-]*(?:\.[a-z][\w-]*)*\[)/,
    fix: 'Write `[text]{.class}`, or `::: {.class}` around blocks.',
  },
  {
    tool: 'remark',
    what: 'properties of a slide at its head',
    facts: 'open',
    fix: 'Put them on the heading: `## Title {.class #name background=file}`.',
  },
  {
    tool: 'Quarto',
    what: 'a shortcode `{{< … >}}`',
    line: /\{\{<\s*\w/,
    fix: 'Write `![](video.mp4)` for a video, `::include{file=part.md}` for a part.',
  },
  {
    tool: 'Quarto',
    what: 'code that runs, `{r}`',
    fence: /^\{(?:r|python|julia|ojs|bash|sql)\b/,
    fix: 'Lectern shows code and runs none: write its language as in ` ```r `, and what it prints below.',
  },
  {
    tool: 'Quarto',
    what: 'a value that is worked out, `` `r …` ``',
    line: /`r [^`\n]+`/,
    fix: 'Write the value itself: Lectern runs no code.',
  },
  {
    tool: 'LiaScript',
    what: 'a step `{{1}}`',
    line: /^\s*(?:--)?\{\{\d+(?:-\d+)?\}\}/,
    fix: 'Write `{.fragment index=1}` after the block.',
  },
  {
    tool: 'markdown-it',
    what: 'a video `@[…](…)`',
    line: /(?:^|\s)@\[[^[\]\n]*\]\([^()\n]*\)/,
    fix: 'Write `![words](video.mp4)`, or a link.',
  },
  {
    tool: 'reveal-md',
    what: 'a separator in a comment',
    comment: /^\s*[svh]\s*$/,
    fix: 'Write `---`, or begin the slide with a heading.',
  },
  {
    tool: 'reveal-md',
    what: '`---v`, a vertical slide',
    line: /^---v\s*$/,
    fix: 'Write `---`; `#` opens a section, whose slides lie below each other.',
  },
  {
    tool: 'Reveal',
    what: 'slides as `<section>` in Markdown',
    line: /^\s*<\/section>\s*<section\b/,
    fix: 'Write `---`, or begin the slide with a heading.',
  },
  {
    tool: 'reveal-md',
    what: 'columns in comments',
    comment: /^\s*(?:colstart|col|colend|columns?|split|left|right)\s*$/,
    fix: 'Write `:::columns` with a `:::column` for each side.',
  },
  {
    tool: 'Jekyll',
    what: 'a tag `{% … %}`',
    line: /\{%-?\s*\w[^{%]*%\}/,
    fix: 'Write `::include{file=part.md}` for a part; leave out the rest.',
  },
  {
    tool: 'Obsidian',
    what: 'an embedded file `![[…]]`',
    line: /!\[\[[^[\]\n]+\]\]/,
    fix: 'Write `![words](file.png)`; for a text, `::include{file=part.md}`.',
  },
  {
    tool: 'Obsidian',
    what: 'a `<grid>` of Advanced Slides',
    line: /<(?:grid|split)\s+(?:drag|drop|even|gap|left|right|wrap|no-margin)\b/,
    fix: 'Write `:::columns` with a `:::column` for each part.',
  },
  {
    tool: 'MyST',
    what: 'a directive in a fence, `{note}`',
    fence:
      /^\{(?:note|tip|warning|important|admonition|figure|image|math|code-block|code-cell|tab-set|tab-item|grid|card|exercise|solution|prf:\w+|proof:\w+)\}/,
    fix: 'Write a container, `:::note`; an image for a figure; `$$` for a formula.',
  },
  {
    tool: 'MyST',
    what: 'a role such as `{cite}`',
    line: /\{(?:cite(?::[a-z]+)?|numref|eq|prf:ref|doc|term)\}\s/,
    fix: 'Write `[@key]` for a work, `@fig-x` for a figure, `[words](#slug)` for a slide.',
  },
  {
    tool: 'LaTeX Beamer',
    what: 'a frame',
    line: /\\begin\{frame\}|\\frametitle\{/,
    fix: 'Write `## Title` and Markdown below it.',
  },
  {
    tool: 'D2L',
    what: 'a role such as `:label:`',
    line: /(?:^|[\s(，。、（）])(:(?:label|numref|eqref|eqlabel|cite|begin_tab|end_tab|width|bibliography):)/,
    fix: 'Write `{#fig-x}` after what is referred to, `@fig-x` where it is, `[@key]` for a work.',
  },
]
