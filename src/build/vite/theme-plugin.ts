import type { Plugin } from 'vite'
import type { Theme } from '../themes.ts'
import { fontSheet } from './font-sheet.ts'
import { signsSheet } from './sign-fonts.ts'

const THEME = 'virtual:lectern/theme'
const FONTS = '\0virtual:lectern/fonts/'

/**
 * Answers `import 'virtual:lectern/theme'` in the runtime with the family of signs, the theme's fonts and its own style sheets, so
 * that their fonts and images go the same way as any other asset. `themeFor` is given the `?theme=` of the importing module, if it has one:
 * the dev server serves decks of several themes at once.
 */
export function themePlugin(themeFor: (name: string | undefined) => Theme): Plugin {
  return {
    name: 'lectern:theme',
    resolveId: (id, importer) => {
      if (id.startsWith(FONTS)) return id
      if (id !== THEME) return undefined
      const name = /[?&]theme=([\w.-]+)/.exec(importer ?? '')?.[1]
      return `\0${THEME}/${themeFor(name).name}`
    },
    load: async (id) => {
      if (id.startsWith(FONTS)) return fontSheet(themeFor(id.slice(FONTS.length, -'.css'.length)))
      if (!id.startsWith(`\0${THEME}/`)) return undefined
      const theme = themeFor(id.slice(THEME.length + 2))
      const sheets = [signsSheet, `${FONTS}${theme.name}.css`, ...theme.sheets]
        .map((sheet) => `import ${JSON.stringify(sheet)}\n`)
        .join('')
      return `${sheets}export const theme = ${JSON.stringify(theme.name)}\n`
    },
  }
}
