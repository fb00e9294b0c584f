/** The first page of a site: all its decks. */
import { escapeHtml } from './html.ts'
import type { IndexEntry, PageUrls } from './urls.ts'

/** The page as HTML, decks in the order given. */
export function renderIndexPage(entries: readonly IndexEntry[], urls: PageUrls): string {
  const items = entries.map(({ manifest, description }) => {
    const folder = urls.root + encodeURIComponent(manifest.deck)
    return `<li><h2><a href="${folder}/index.html">${escapeHtml(manifest.title)}</a></h2>
<p>${escapeHtml(description)}</p>
<p>${manifest.slides.length} slides, ${Math.round(manifest.minutes)} min · <a href="${folder}/print/index.html">print</a></p></li>`
  })
  return `<!doctype html>
<html lang="${escapeHtml(entries[0]?.manifest.lang ?? 'en')}" data-mode="index">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Lectures</title>
${urls.styles.map((url) => `<link rel="stylesheet" href="${url}">`).join('\n')}
</head>
<body>
<main class="index">
<h1>Lectures</h1>
<ul>
${items.join('\n')}
</ul>
</main>
</body>
</html>
`
}
