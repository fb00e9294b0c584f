/** Patterns that all lists of a grammar share colour code as the engine itself does. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createHighlighterCore, type RegexEngine } from 'shiki/core'
import { createOnigurumaEngine } from 'shiki/engine/oniguruma'
import { bundledLanguages } from 'shiki/langs'
import { bundledThemes } from 'shiki/themes'
import { expect, test } from 'vitest'
import { sharingPatterns } from '../../src/compiler/shared-patterns.ts'

const root = path.join(import.meta.dirname, '../..')
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8').slice(0, 8000)

/** Real text for some, and for the others what their grammars nest: strings, comments, here documents, other languages. */
const samples = {
  ts: read('src/compiler/compile.ts'),
  css: read('themes/chalk/theme.css'),
  markdown: read('README.md'),
  json: read('package.json'),
  html: '<!doctype html>\n<style>p { color: red }</style>\n<script>const a = `x${1 + 2}`</script>\n<p class="a">&amp;\n',
  python:
    'def f(x: int = 3) -> str:\n    """Doc {x}."""\n    return f"{x!r:>{10}} {\'a\'}"  # done\n\n@wraps\nclass A(B): ...\n',
  cpp: '#include <vector>\ntemplate <typename T>\nauto f(T const& x) -> decltype(x + 1) {\n  // one\n  return R"(raw)"s.size() + 0x1F;\n}\n',
  bash: 'for f in *.md; do\n  cat <<EOF | sed "s/a/${b:-c}/"\n$f\nEOF\ndone\n',
  r: 'f <- function(x, ...) {\n  x |> mean(na.rm = TRUE) # mean\n}\n',
  rust: 'fn main() {\n    let s: &\'static str = r#"raw"#; // one\n    println!("{s:?} {}", 1_000u64);\n}\n',
  sql: "SELECT a.*, COUNT(*) AS n FROM t AS a WHERE b LIKE '%x%' -- end\n",
  latex: '\\begin{align}\n  a &= \\frac{1}{2} % half\n\\end{align}\n',
}

/** What the engine makes of each text, twice: the second time with all that it has kept. */
async function tokens(wrap: (engine: RegexEngine) => RegexEngine): Promise<unknown> {
  const engine = createOnigurumaEngine(import('shiki/wasm')).then(wrap)
  const names = Object.keys(samples) as (keyof typeof samples)[]
  const langs = names.map((name) => bundledLanguages[name])
  const shiki = await createHighlighterCore({ engine, langs, themes: [bundledThemes['github-light']] })
  return [...names, ...names].map((lang) =>
    shiki.codeToTokens(samples[lang], { lang, theme: 'github-light', includeExplanation: true }),
  )
}

test('every token is the same as with lists of patterns of their own', async () => {
  const plain = await tokens((engine) => engine)
  expect(JSON.stringify(plain).length).toBeGreaterThan(100_000)
  expect(await tokens(sharingPatterns)).toEqual(plain)
})

test('the first match counts, and of several at one place that of the first pattern', async () => {
  const engine = sharingPatterns(await createOnigurumaEngine(import('shiki/wasm')))
  const scanner = engine.createScanner(['c', 'b+', 'b', '\\Ga'])
  const text = engine.createString('abbcab')
  const found = [0, 1, 2, 3, 4, 5].map((from) => {
    const match = scanner.findNextMatchSync(text, from, 0)
    return match && [match.index, match.captureIndices[0]!.start, match.captureIndices[0]!.end]
  })
  expect(found).toEqual([
    [3, 0, 1],
    [1, 1, 3],
    [1, 2, 3],
    [0, 3, 4],
    [3, 4, 5],
    [1, 5, 6],
  ])
})
