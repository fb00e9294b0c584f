/**
 * No rule of the lecture's styles asks what lies anywhere in the deck: `.reveal:has(…)` looks through all slides whenever
 * Reveal changes one of them, so that a deck of a thousand slides takes ten seconds to open.
 */
import { expect, test } from 'vitest'
import { findTheme, themeNames } from '../../src/build/themes.ts'
import { packageRoot } from '../../src/build/paths.ts'
import { runtimeBundle } from '../../src/build/vite/runtime-bundle.ts'

/** What holds all slides, with `:has` behind it. */
const WIDE =
  /(?:^|[\s>+~,(}])(?:html|body|:root|main|\.reveal|\.slides|\.viewport|\[data-mode=[^\]]*\])(?:[.#][\w-]+|\[[^\]]*\])*(?::(?:not|is|where)\()*:has\([^{]*/g

const wideIn = (css: string): string[] => css.match(WIDE) ?? []

test.each(themeNames(packageRoot))('in the theme %s', async (theme) => {
  const { styles, files } = await runtimeBundle('lecture', findTheme(packageRoot, theme)!, packageRoot)
  const css = styles.map((name) => new TextDecoder().decode(files.get(name))).join('\n')
  expect(css).toContain('.slide:has(')
  expect(wideIn(css)).toEqual([])
})

test('such a rule is seen', () => {
  expect(wideIn('.a{}.reveal:has(.slides .present){color:red}')).toHaveLength(1)
  expect(wideIn('[data-mode=lecture] body:has(.filled) .b{}')).toHaveLength(1)
  expect(wideIn('.slides:not(:has(.present)){}')).toHaveLength(1)
  expect(wideIn('.slide:has(> h1) .reveal-code,.slides .x:has(p){}')).toEqual([])
})
