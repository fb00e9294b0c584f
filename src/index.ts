/** What other programs may import from `lectern`. */
export { defineConfig, type LecternConfig } from './build/config.ts'
export { compile } from './compiler/compile.ts'
export { memoryHost, type Asset, type Host } from './compiler/host.ts'
export { rules, type RuleId, type Severity } from './compiler/diagnostics.ts'
export type { Compiled, CompiledSlide, CompileOptions } from './compiler/compiled.ts'
export type { Manifest, ManifestSection, ManifestSlide } from './shared/manifest.ts'
