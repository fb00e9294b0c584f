/** The print page: one static page a slide, readable without scripts. */
import type { Compiled } from '../../compiler/compiled.ts'
import { SITE_ROOT } from '../../compiler/deck.ts'
import { attributesOf, escapeHtml } from './html.ts'
import type { PageUrls } from './urls.ts'

/** The page as HTML, every fragment shown. */
export function renderPrintPage(compiled: Compiled, urls: PageUrls): string {
  const { manifest } = compiled
  const slides = compiled.slides.map(({ slug, source, attributes, html }) => {
    return `<article${attributesOf({ id: slug, 'data-source': source, ...attributes })}>${html}</article>`
  })
  return `<!doctype html>
<html lang="${escapeHtml(manifest.lang)}" dir="${manifest.dir}" data-mode="print" data-theme="${escapeHtml(manifest.theme)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(manifest.title)}</title>
${urls.styles.map((url) => `<link rel="stylesheet" href="${url}">`).join('\n')}
</head>
<body>
<main class="print">
${slides.join('\n')}
</main>
</body>
</html>
`.replaceAll(SITE_ROOT, urls.root)
}
