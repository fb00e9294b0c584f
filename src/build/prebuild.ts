/** Second half of `npm run prepare`: the runtime with Lectern's own theme, so that not even a first build needs Vite. */
import { packageRoot } from './paths.ts'
import { DEFAULT_THEME, findTheme } from './themes.ts'
import { shipBundles } from './vite/runtime-bundle.ts'

const theme = findTheme(packageRoot, DEFAULT_THEME)
if (!theme) throw new Error(`Lectern's own theme "${DEFAULT_THEME}" is not there`)
await shipBundles(theme)
