/** The print page: every slide in its final state, one a sheet, without a script. */
import type { Compiled } from '../../compiler/compiled.ts'
import { attributesHtml, headHtml, resolveSiteUrls } from './html.ts'
import type { PageUrls } from './urls.ts'
import { pageSize, stageStyle } from './lecture-page.ts'
import { shownSlides, slideSection } from './slide-section.ts'

/**
 * Writes `NAME/print/index.html`: what the PDF and the browser's print dialog take, and what is read where scripts
 * are off. A sheet is as large as the stage; on a screen the slides stand in a column as wide as it allows.
 */
export function renderPrintPage(compiled: Compiled, urls: PageUrls): string {
  const { facts, manifest } = compiled
  const html = attributesHtml({
    lang: manifest.lang,
    dir: manifest.dir,
    'data-mode': 'print',
    'data-theme': manifest.theme,
  })
  const pages = shownSlides(compiled).map(
    (slide) =>
      `<div class="sheet"${backgroundStyle(slide.attributes, urls.root)}>${slideSection(slide, { root: urls.root, notes: false })}</div>`,
  )
  // Without the deck's script an address names an element, with no slash before it.
  return `<!doctype html>
<html${html}>
<head>
${headHtml(facts, { ...urls, scripts: [] })}${pageSize(compiled)}</head>
<body>
<main class="sheets" style="${stageStyle(compiled).replaceAll('"', '&quot;')}">
${pages.join('\n').replaceAll('href="#/', 'href="#')}
</main>
</body>
</html>
`
}

/** Reveal's background attributes as CSS; a sheet has no layer of its own for them. */
function backgroundStyle(attributes: Record<string, string>, root: string): string {
  const image = attributes['data-background-image']
  const background = {
    'background-color': attributes['data-background-color'],
    'background-image':
      attributes['data-background-gradient'] ?? (image && `url("${image.replaceAll('"', '%22')}")`),
    'background-size': attributes['data-background-size'],
    'background-position': attributes['data-background-position'],
    'background-repeat': attributes['data-background-repeat'],
  }
  const style = Object.entries(background).flatMap(([name, value]) => (value ? `${name}:${value}` : []))
  return style.length > 0 ? attributesHtml({ style: resolveSiteUrls(style.join(';'), root) }) : ''
}
