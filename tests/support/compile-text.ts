/** A deck out of a string: what one feature gives, in HTML and messages. */
import { compile } from '../../src/compiler/compile.ts'
import type { Compiled } from '../../src/compiler/compiled.ts'
import { memoryHost, type Host } from '../../src/compiler/host.ts'
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

export async function compileText(
  source: string,
  files: Record<string, string> = {},
  options: { trustHtml?: boolean } = {},
): Promise<CompiledText> {
  const compiled = await compile(source, withCsl(files), { name: 'deck', path: 'deck.md', ...options })
  return {
    ...compiled,
    html: compiled.slides.map(({ html }) => html).join('\n'),
    reports: compiled.messages.map(
      ({ line, column, ruleId, reason }) => `${line}:${column} ${ruleId} ${reason}`,
    ),
  }
}
