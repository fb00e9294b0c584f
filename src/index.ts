/** What other programs may import from `lectern`. */
export { defineConfig, type LecternConfig } from './build/config.ts'
export { compile } from './compiler/compile.ts'
export {
  memoryHost,
  type Asset,
  type DrawnFigure,
  type FigureProblem,
  type FigureResult,
  type Host,
} from './compiler/host.ts'
export { rules, type RuleId, type Severity } from './compiler/diagnostics.ts'
export type { Compiled, CompiledSlide, CompileOptions } from './compiler/compiled.ts'
export {
  definePlugin,
  type LecternPlugin,
  type PluginTools,
  type RehypeStep,
  type RemarkStep,
} from './compiler/plugin.ts'
export type { Directive } from './compiler/directives/directive.ts'
export type { AttributeSpec, AttributeType } from './compiler/attribute-spec.ts'
export type { LectureApi, LecturePart } from './shared/lecture-api.ts'
export type { Manifest, ManifestSection, ManifestSlide } from './shared/manifest.ts'
