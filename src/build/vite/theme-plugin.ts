import type { Plugin } from 'vite'
import type { Theme } from '../themes.ts'

const THEME = 'virtual:lectern/theme'

/**
 * Answers `import 'virtual:lectern/theme'` in the runtime with the theme's own style sheet, so that its fonts and
 * images go the same way as any other asset.
 */
export function themePlugin(theme: Theme): Plugin {
  return {
    name: 'lectern:theme',
    resolveId: (id) => (id === THEME ? `\0${THEME}` : undefined),
    load: (id) =>
      id === `\0${THEME}`
        ? `import ${JSON.stringify(theme.css)}\nexport const theme = ${JSON.stringify(theme.name)}\n`
        : undefined,
  }
}
