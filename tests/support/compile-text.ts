/** A deck out of a string: what one feature gives, in HTML and messages. */
import { compile } from '../../src/compiler/compile.ts'
import type { Compiled } from '../../src/compiler/compiled.ts'
import { memoryHost, type Host } from '../../src/compiler/host.ts'
import { themeMetrics } from '../../src/build/themes.ts'
import { readCsl } from '../../src/build/csl-files.ts'

/** A host over objects that has Lectern's own citation styles, as a build has. */
export function withCsl(...objects: Parameters<typeof memoryHost>): Host {
  return { ...memoryHost(...objects), csl: readCsl }
}

export interface CompiledText extends Compiled {
  /** All slides' HTML, joined. */
  html: string
  /** `LINE:COLUMN rule reason`, in order. */
  reports: string[]
}

/** With `metrics` slides that hold too much are split or shrunk, as in a build. */
export async function compileText(
  source: string,
  files: Record<string, string> = {},
  { metrics, ...options }: { trustHtml?: boolean; metrics?: boolean } = {},
): Promise<CompiledText> {
  const host = {
    ...withCsl(files),
    ...(metrics && { metrics: (theme: string) => themeMetrics(process.cwd(), theme) }),
  }
  const compiled = await compile(source, host, { name: 'deck', path: 'deck.md', ...options })
  return {
    ...compiled,
    html: compiled.slides.map(({ html }) => html).join('\n'),
    reports: compiled.messages.map(
      ({ line, column, ruleId, reason }) => `${line}:${column} ${ruleId} ${reason}`,
    ),
  }
}
