/** What Lectern reads otherwise than the specifications, on purpose. */
interface Difference {
  collection: 'commonmark-0.31.2' | 'gfm-0.29' | 'gfm-extensions' | 'cmark-gfm-regression'
  reason: string
  examples: number[]
}

export const differences: Difference[] = [
  {
    collection: 'commonmark-0.31.2',
    reason: 'exactly three dashes cut a slide; `***`, `___` and longer rules stay rules',
    examples: [43, 85, 92, 94, 98, 100, 104, 234],
  },
  {
    collection: 'commonmark-0.31.2',
    reason: 'three dashes under a line of text cut a slide and make no heading',
    examples: [59, 84, 91, 95, 103, 141, 300],
  },
  {
    collection: 'commonmark-0.31.2',
    reason: 'an image with a title, alone in its paragraph, is a figure with a caption',
    examples: [572, 573, 576, 577, 584, 585, 586, 588, 589, 591],
  },
  {
    collection: 'commonmark-0.31.2',
    reason: 'three dashes on the first line open front matter',
    examples: [96],
  },
  {
    collection: 'commonmark-0.31.2',
    reason: 'GFM links bare addresses, which CommonMark leaves as text',
    examples: [602, 606, 608, 611, 612],
  },
  {
    collection: 'gfm-0.29',
    reason: 'bare addresses follow micromark, which links http, https, www and mail, but not ftp',
    examples: [628],
  },
  {
    collection: 'gfm-extensions',
    reason: 'bare addresses follow micromark, which links http, https, www and mail, but not xmpp',
    examples: [19],
  },
  {
    collection: 'gfm-0.29',
    reason: 'tags are filtered by the sanitizer, or not at all where the project trusts the deck',
    examples: [653],
  },
  {
    collection: 'gfm-extensions',
    reason: 'tags are filtered by the sanitizer, or not at all where the project trusts the deck',
    examples: [22],
  },
  {
    collection: 'gfm-extensions',
    reason: 'the example only asks for no crash, and has no HTML of its own',
    examples: [20],
  },
  {
    collection: 'gfm-extensions',
    reason: 'footnotes stand on the slide that cites them, in markup of our own',
    examples: [23, 24, 25],
  },
  {
    collection: 'cmark-gfm-regression',
    reason: 'footnotes stand on the slide that cites them, in markup of our own',
    examples: [13, 20, 21, 22],
  },
  {
    collection: 'cmark-gfm-regression',
    reason: 'emphasis and titles as CommonMark 0.31 has them, newer than this collection',
    examples: [5, 16],
  },
  {
    collection: 'cmark-gfm-regression',
    reason: 'a footnote that has no text is text, with its own Markdown',
    examples: [23, 24],
  },
]
