/** The import law: what each part of `src` may know of the others. */
import { readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { globSync } from 'tinyglobby'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

interface Source {
  /** Relative to the project, with `/`. */
  path: string
  code: string
  /** Files of the project that it imports, types too. */
  files: string[]
  /** All else: packages, `node:` and virtual modules. */
  packages: string[]
  /** Of these, what is there at run time too. */
  values: string[]
}

const sources = new Map(
  globSync('src/**/*.ts', { cwd: root }).map((path) => [path, readSource(path)] as const),
)

function readSource(path: string): Source {
  const code = withoutComments(readFileSync(join(root, path), 'utf8'))
  const specifiers = [...code.matchAll(/\b(?:from|import)\s*\(?\s*(['"])([^'"\n]+)\1/g)].map((m) => m[2]!)
  const types = new Set(
    [...code.matchAll(/\b(?:import|export) type\b[^'"]*(['"])([^'"\n]+)\1/g)].map((m) => m[2]!),
  )
  const own = specifiers.filter((specifier) => specifier.startsWith('.'))
  return {
    path,
    code,
    files: own.map((specifier) => resolve(path, specifier)),
    packages: specifiers.filter((specifier) => /^[^./]/.test(specifier)),
    values: specifiers.filter((specifier) => /^[^./]/.test(specifier) && !types.has(specifier)),
  }
}

function resolve(from: string, specifier: string): string {
  const target = relative(root, join(root, dirname(from), specifier.replace(/\?.*$/, '')))
  return target.split(sep).join('/')
}

/** Leaves line ends where they were. A `//` inside a string (an address) follows a colon. */
function withoutComments(code: string): string {
  return code
    .replace(/\/\*[^]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
    .replace(/(^|[\s;{}(),])\/\/.*$/gm, '$1')
}

const stages = ['1-parse', '2-outline', 'directives', '3-transform', '4-render', 'lint'].map(
  (name) => `src/compiler/${name}/`,
)
const publicEntry = [
  'compile',
  'compiled',
  'host',
  'diagnostics',
  'highlight',
  'deck',
  'deck-facts',
  'plugin',
  'schema',
  'suggest',
].map((name) => `src/compiler/${name}.ts`)

interface Law {
  name: string
  of: (path: string) => boolean
  files: (target: string, from: string) => boolean
  packages: (name: string, from: string) => boolean
}

const anything = (): boolean => true
const nothing = (): boolean => false
const isDataOrStyle = (target: string): boolean => /\.(css|json)$/.test(target)

const laws: Law[] = [
  {
    name: 'shared imports nothing but itself',
    of: (path) => path.startsWith('src/shared/'),
    files: (target) => target.startsWith('src/shared/'),
    packages: nothing,
  },
  {
    name: 'a stage imports no other stage, and not the pipeline',
    of: (path) => stages.some((stage) => path.startsWith(stage)),
    files: (target, from) => {
      const own = stages.find((stage) => from.startsWith(stage))!
      if (target.startsWith('src/compiler/compile.ts')) return false
      return !stages.some((stage) => stage !== own && target.startsWith(stage))
    },
    packages: anything,
  },
  {
    name: 'the compiler knows no file system, no bundler and no browser',
    of: (path) => path.startsWith('src/compiler/'),
    files: (target) => target.startsWith('src/compiler/') || target.startsWith('src/shared/'),
    packages: (name) => !/^(node:|vite\b|vitest|reveal\.js|playwright|virtual:)/.test(name),
  },
  {
    name: 'build sees the compiler’s public entry and shared',
    of: (path) => path.startsWith('src/build/'),
    files: (target) =>
      target.startsWith('src/build/') ||
      target.startsWith('src/shared/') ||
      // The contract of figure modules, and the reader of other tools' decks.
      target === 'src/figure.ts' ||
      target === 'src/import/import-deck.ts' ||
      publicEntry.includes(target),
    packages: (name) => !name.startsWith('virtual:'),
  },
  {
    name: 'the readers of other tools’ decks know only each other and a parser of YAML',
    of: (path) => path.startsWith('src/import/'),
    files: (target) => target.startsWith('src/import/'),
    packages: (name) => name === 'yaml',
  },
  {
    name: 'runtime sees shared, reveal.js, its own files and virtual modules',
    of: (path) => path.startsWith('src/runtime/'),
    files: (target) =>
      target.startsWith('src/runtime/') || target.startsWith('src/shared/') || isDataOrStyle(target),
    packages: (name) =>
      /^(reveal\.js|katex\/.+\.css|idb$|minisearch$|ts-fsrs$|perfect-freehand$|virtual:|vite\/client)/.test(
        name,
      ),
  },
]

describe('import law', () => {
  for (const law of laws)
    test(law.name, () => {
      const mine = [...sources.values()].filter(({ path }) => law.of(path))
      expect(mine.length).toBeGreaterThan(0)
      const broken = mine.flatMap(({ path, files, packages }) => [
        ...files.filter((target) => !law.files(target, path)).map((target) => `${path} imports ${target}`),
        ...packages.filter((name) => !law.packages(name, path)).map((name) => `${path} imports ${name}`),
      ])
      expect(broken).toEqual([])
    })

  test('the compiler names no global of the browser or of Node', () => {
    const globals = ['document', 'window', 'localStorage', 'navigator', 'process', 'Buffer', '__dirname']
    const names = (code: string, name: string): boolean => {
      const declared = new RegExp(`(?:const|let|[(,])\\s*${name}\\b\\s*[:=,)]`)
      return new RegExp(`(?<![.\\w-])${name}\\s*[.[]`).test(code) && !declared.test(code)
    }
    const broken = [...sources.values()]
      .filter(({ path }) => path.startsWith('src/compiler/'))
      .map(({ path, code }) => ({ path, code: code.replace(/(['"`])(?:\\.|(?!\1)[^\\\n])*\1/g, "''") }))
      .flatMap(({ path, code }) =>
        globals.filter((name) => names(code, name)).map((name) => `${path}: ${name}`),
      )
    expect(broken).toEqual([])
  })

  test('no import goes round in a circle, types included', () => {
    expect(findCycles()).toEqual([])
  })

  test('every imported file is there', () => {
    const missing = [...sources.values()].flatMap(({ path, files }) =>
      files
        .filter((target) => target.endsWith('.ts') && !sources.has(target))
        .map((target) => `${path}: ${target}`),
    )
    expect(missing).toEqual([])
  })

  test('nothing is exported as default but the config of a tool', () => {
    const broken = [...sources.values()]
      .filter(({ path, code }) => !path.endsWith('.config.ts') && /^export default\b/m.test(code))
      .map(({ path }) => path)
    expect(broken).toEqual([])
  })
})

describe('dependencies', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
    'dependencies' | 'devDependencies' | 'optionalDependencies',
    Record<string, string>
  >

  test('each has its reason in src/README.md, and no reason outlives its dependency', () => {
    const readme = readFileSync(join(root, 'src/README.md'), 'utf8')
    const table = readme.slice(readme.indexOf('## Dependencies'))
    const reasons = [...table.matchAll(/^\| `([^`]+)` \| (.{5,}) \|$/gm)].map((row) => row[1]!)
    const { dependencies, devDependencies, optionalDependencies } = manifest
    const declared = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
    expect(reasons.toSorted()).toEqual(declared.toSorted())
  })

  test('what src imports at run time is a dependency', () => {
    const imported = [...sources.values()].flatMap(({ values }) => values)
    const names = new Set(
      imported
        .filter((name) => !/^(node:|virtual:)/.test(name))
        .map((name) => /^(@[^/]+\/)?[^/]+/.exec(name)![0]),
    )
    const declared = (name: string): boolean =>
      // A package of types alone leaves nothing behind.
      name in manifest.dependencies ||
      name in manifest.optionalDependencies ||
      `@types/${name}` in manifest.devDependencies
    const undeclared = [...names].filter((name) => !declared(name))
    expect(undeclared).toEqual([])
  })
})

function findCycles(): string[] {
  const found: string[] = []
  const done = new Set<string>()
  const walk = (path: string, trail: string[]): void => {
    const at = trail.indexOf(path)
    if (at >= 0) {
      found.push([...trail.slice(at), path].join(' -> '))
      return
    }
    if (done.has(path)) return
    for (const next of sources.get(path)?.files ?? []) walk(next, [...trail, path])
    done.add(path)
  }
  for (const path of sources.keys()) walk(path, [])
  return found
}
