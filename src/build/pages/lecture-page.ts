/** The lecture page: Reveal's shell with every slide of a deck. */
import type { Compiled, CompiledSlide } from '../../compiler/compiled.ts'
import { SITE_ROOT } from '../../compiler/deck.ts'
import { MANIFEST_ID, STACK_SIZE } from '../../shared/markup.ts'
import { attributesOf, escapeHtml, scriptJson } from './html.ts'
import type { PageUrls } from './urls.ts'

/** The page as HTML. Works without scripts by its link to the print page. */
export function renderLecturePage(compiled: Compiled, urls: PageUrls): string {
  const { manifest } = compiled
  const stacks = manifest.sections.flatMap(({ first, count }) => {
    const slides = compiled.slides.slice(first, first + count)
    return Array.from({ length: Math.ceil(count / STACK_SIZE) }, (_, at) =>
      slides.slice(at * STACK_SIZE, (at + 1) * STACK_SIZE),
    )
  })
  return `<!doctype html>
<html lang="${escapeHtml(manifest.lang)}" dir="${manifest.dir}" data-mode="lecture" data-theme="${escapeHtml(manifest.theme)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(manifest.title)}</title>
${urls.styles.map((url) => `<link rel="stylesheet" href="${url}">`).join('\n')}
${urls.scripts.map((url) => `<script defer src="${url}"></script>`).join('\n')}
<noscript><meta http-equiv="refresh" content="0; url=print/index.html"></noscript>
</head>
<body>
<div class="reveal"><div class="slides">
${stacks.map((slides) => `<section>\n${slides.map((slide) => renderSlide(slide)).join('\n')}\n</section>`).join('\n')}
</div></div>
<script type="application/json" id="${MANIFEST_ID}">${scriptJson(manifest)}</script>
</body>
</html>
`.replaceAll(SITE_ROOT, urls.root)
}

/** One slide's `<section>`; site URLs still begin with `SITE_ROOT`. */
export function renderSlide(slide: CompiledSlide): string {
  const notes = slide.notes ? `<aside class="notes">${slide.notes}</aside>` : ''
  const attributes = { id: slide.slug, 'data-source': slide.source, ...slide.attributes }
  return `<section${attributesOf(attributes)}>${slide.html}${notes}</section>`
}
