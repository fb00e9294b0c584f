/** A deck that asks for files beyond its project by every way in: nothing of them is read, run or copied. */
import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { emptyFolder, lectern } from './run.ts'

const SECRET = 'only-for-me'

/** Every way in, with a path; each tells that the file is not there. */
const ways: Record<string, (file: string) => string> = {
  include: (file) => `## A\n\n::include{file="${file}.md"}\n`,
  image: (file) => `## A\n\n![x](${file}.svg)\n`,
  link: (file) => `## A\n\n[x](${file}.svg)\n`,
  background: (file) => `## A\n\n<!-- .slide: data-background-image="${file}.svg" -->\n`,
  html: (file) => `## A\n\n<img src="${file}.svg"> <video src="${file}.mp4" poster="${file}.svg"></video>\n`,
  code: (file) => `## A\n\n\`\`\`js {file="${file}.js"}\n\`\`\`\n`,
  figure: (file) => `## A\n\n::figure{src="${file}.js"}\n`,
  bibliography: (file) => `---\nbibliography: '${file}.bib'\n---\n\n## A\n\n@secret\n`,
  csl: (file) => `---\ncsl: '${file}.csl'\n---\n\n## A\n\n@secret\n`,
  logo: (file) => `---\nlogo: '${file}.svg'\n---\n\n## A\n`,
  theme: (file) => `---\ntheme: '${file}'\n---\n\n## A\n`,
}

test.each(Object.entries(ways))('%s', async (_, write) => {
  const base = emptyFolder()
  const slides = path.join(base, 'project/slides')
  mkdirSync(slides, { recursive: true })
  const ran = path.join(base, 'ran')
  const contents: Record<string, string> = {
    md: SECRET,
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>${SECRET}</text></svg>`,
    mp4: SECRET,
    js: `import { writeFileSync } from 'node:fs'\nwriteFileSync(${JSON.stringify(ran)}, '') // ${SECRET}\n`,
    bib: `@book{secret, title = {${SECRET}}, author = {${SECRET}}, year = 2001}`,
    csl: `<style><info><title>${SECRET}</title></info></style>`,
  }
  for (const [kind, text] of Object.entries(contents)) {
    writeFileSync(path.join(base, `secret.${kind}`), text)
    symlinkSync(path.join(base, `secret.${kind}`), path.join(slides, `_linked.${kind}`))
  }
  mkdirSync(path.join(base, 'secret'))
  writeFileSync(path.join(base, 'secret/theme.css'), `/* ${SECRET} */`)
  symlinkSync(base, path.join(slides, 'up'))

  const paths = [
    '../../secret',
    '%2e%2e/%2e%2e/secret',
    path.join(base, 'secret'),
    '/../secret',
    '_linked',
    'up/secret',
  ]
  for (const [index, file] of paths.entries())
    writeFileSync(path.join(slides, `deck-${index}.md`), write(file))
  const { code } = await lectern(path.join(base, 'project'), 'build')
  expect(code).toBeLessThan(2)

  const out = path.join(base, 'project/dist')
  const names = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const holding = names
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(SECRET))
  expect(holding).toEqual([])
  expect(existsSync(ran)).toBe(false)
})
