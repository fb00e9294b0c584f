import type { Plugin } from 'vite'
import type { Theme } from '../themes.ts'
import { signsSheet } from './sign-fonts.ts'

const THEME = 'virtual:lectern/theme'

/**
 * Answers `import 'virtual:lectern/theme'` in the runtime with the family of signs and the theme's own style sheets, so
 * that their fonts and images go the same way as any other asset. `themeFor` is given the `?theme=` of the importing module, if it has one:
 * the dev server serves decks of several themes at once.
 */
export function themePlugin(themeFor: (name: string | undefined) => Theme): Plugin {
  return {
    name: 'lectern:theme',
    resolveId: (id, importer) => {
      if (id !== THEME) return undefined
      const name = /[?&]theme=([\w.-]+)/.exec(importer ?? '')?.[1]
      return `\0${THEME}/${themeFor(name).name}`
    },
    load: (id) => {
      if (!id.startsWith(`\0${THEME}/`)) return undefined
      const theme = themeFor(id.slice(THEME.length + 2))
      const sheets = [signsSheet, ...theme.sheets]
        .map((sheet) => `import ${JSON.stringify(sheet)}\n`)
        .join('')
      return `${sheets}export const theme = ${JSON.stringify(theme.name)}\n`
    },
  }
}
