/**
 * The files of a first project, by path. `lectern` says where npm finds Lectern: a version, or `file:FOLDER`; `theme`, the
 * theme of its decks where it is not the default.
 */
export function firstProject(name: string, lectern: string, theme?: string): Record<string, string> {
  const manifest = {
    name:
      name
        .toLowerCase()
        .replace(/[^a-z0-9._-]+/g, '-')
        .replace(/^[._-]+|-+$/g, '') || 'lectures',
    private: true,
    type: 'module',
    scripts: { dev: 'lectern dev', build: 'lectern build', check: 'lectern check' },
    devDependencies: { lectern },
  }
  return {
    'package.json': `${JSON.stringify(manifest, null, 2)}\n`,
    '.gitignore': 'node_modules/\ndist/\n',
    'lectern.config.json': config(theme),
    'slides/first-lecture.md': FIRST_DECK,
  }
}

/** Editors complete and check what they have a schema of. */
function config(theme: string | undefined): string {
  const schema = './node_modules/lectern/lib/schemas/config.json'
  return `${JSON.stringify({ $schema: schema, theme }, null, 2)}\n`
}

const FIRST_DECK = String.raw`---
# yaml-language-server: $schema=../node_modules/lectern/lib/schemas/front-matter.json
title: My first lecture
author: Your Name
lang: en
---

:::notes
Notes are for you alone: press **S** for the speaker view.
:::

# Where it begins

## A slide is a heading

- Points come as an ordinary list.
- This one comes later. {.fragment}

:::notes
Say hello first.
:::

## Formulas

The mean of $n$ numbers is

$$
\bar x = \frac{1}{n} \sum_{i=1}^{n} x_i
$$

## Code, step by step

${'```'}python {1|2-3}
def mean(numbers):
    total = sum(numbers)
    return total / len(numbers)
${'```'}

## The way from here

${'```'}roadmap
Write → Look → Present → Review
${'```'}
`
