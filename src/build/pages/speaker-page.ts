/** The speaker view: what the lecturer sees, beside what the room sees. */
import type { Compiled, CompiledSlide } from '../../compiler/compiled.ts'
import { MANIFEST_ID } from '../../shared/markup.ts'
import { clockText, planSeconds, readSeconds, spokenWords, type TimedSlide } from '../../shared/pace.ts'
import { SPEAKER_DATA_ID, type SpeakerData } from '../../shared/speaker.ts'
import { speakerWords, type SpeakerWords } from '../../shared/speaker-words.ts'
import { attributesHtml, escapeHtml, headHtml, resolveSiteUrls, scriptJson } from './html.ts'
import { shownSlides } from './slide-section.ts'
import type { PageUrls } from './urls.ts'

/** The lecture as seen from `NAME/speaker/index.html`. */
const LECTURE_PAGE = '../index.html'

/** Writes `NAME/speaker/index.html`: bar, sections with their planned time, two previews, the clock, the notes of every slide. */
export function renderSpeakerPage(compiled: Compiled, urls: PageUrls): string {
  const { facts, manifest } = compiled
  const say = speakerWords(manifest.lang)
  const slides = shownSlides(compiled)
  const total = facts.duration === undefined ? undefined : facts.duration * 60
  const seconds = planSeconds(timesOf(slides), total)
  const data: SpeakerData = { lecture: LECTURE_PAGE, seconds, ...(total !== undefined && { total }) }
  const html = attributesHtml({
    lang: manifest.lang,
    dir: manifest.dir,
    'data-mode': 'speaker',
    'data-theme': manifest.theme,
    'data-scheme': 'dark',
  })
  return `<!doctype html>
<html${html}>
<head>
${headHtml({ ...facts, title: `${say.speaker}: ${facts.title}` }, urls, { ownFrames: true, style: compiled.style.tokens })}</head>
<body>
${barHtml(compiled, say)}
${sectionsHtml(compiled, slides, seconds)}
<main class="speaker">
<section class="speaker-now" aria-label="${say.now}"><h2>${say.now} <span class="speaker-place"></span></h2><div class="speaker-frame" data-preview="now"></div></section>
<section class="speaker-next" aria-label="${say.next}"><h2>${say.next}</h2><div class="speaker-frame" data-preview="next"><p class="speaker-end" hidden>${say.end}</p></div></section>
<section class="speaker-time" aria-label="${say.time}"><p class="speaker-clock"></p><p class="pace-spent"><span class="pace-elapsed">0:00</span> <span class="pace-total"></span></p><p class="pace-verdict"></p></section>
<section class="speaker-notes" aria-label="${say.notes}" tabindex="0"><h2>${say.notes} <span class="speaker-sizes"><button type="button" data-do="smaller" aria-label="A− ${say.smaller}">A−</button><button type="button" data-do="larger" aria-label="A+ ${say.larger}">A+</button></span></h2>
${slides.map((slide) => notesHtml(slide, say, urls.root)).join('\n')}
</section>
</main>
<dialog class="speaker-jump" aria-label="${say.jump}"><input type="search" aria-label="${say.find}" placeholder="${say.find}"><ol></ol></dialog>
<p class="speaker-status" role="status"></p>
<script type="application/json" id="${MANIFEST_ID}">${scriptJson(manifest)}</script>
<script type="application/json" id="${SPEAKER_DATA_ID}">${scriptJson(data)}</script>
</body>
</html>
`
}

/** What is said takes time; a deck without notes is timed by what stands on its slides. */
function timesOf(slides: CompiledSlide[]): TimedSlide[] {
  const noted = slides.some(({ notes }) => notes !== '')
  return slides.map(({ text, notes, attributes }) => {
    const seconds = readSeconds(attributes['data-timing'] ?? '')
    const words = spokenWords(noted ? notes.replace(/<[^>]*>/g, ' ') : text)
    return { words, ...(seconds !== undefined && { seconds }) }
  })
}

/** What the buttons of the bar show, drawn in 24 × 24. */
const FACES: Record<string, string> = {
  clock: 'M7 4.5v15l12-7.5z',
  reset: 'M4.5 4v5.5H10M4.8 14.5a7.6 7.6 0 1 0 .9-6.6l-1.2 1.6',
  freeze: 'M12 3v18M4.2 7.5l15.6 9M19.8 7.5l-15.6 9M9.6 4.6 12 7l2.4-2.4M9.6 19.4 12 17l2.4 2.4',
  black: 'M3.5 5h17v12h-17zM9 20.5h6',
  jump: 'M16.4 16.4 21 21M18 10.5a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0z',
  swap: 'M4 8h15.5M15.5 4l4 4-4 4M20 16H4.5M8.5 12l-4 4 4 4',
}

function barHtml({ manifest }: Compiled, say: SpeakerWords): string {
  const button = (what: string, label: string, key: string): string =>
    `<button type="button" data-do="${what}" aria-label="${label}" title="${label} (${key})"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="${FACES[what]}"/></svg></button>`
  return `<header class="speaker-bar">
<h1 class="speaker-title">${escapeHtml(manifest.title)}</h1>
<div class="speaker-tools" role="toolbar">${button('clock', say.start, 'T')}${button('reset', say.reset, 'R')}${button('freeze', say.freeze, 'L')}${button('black', say.black, 'B')}${button('jump', say.jump, 'G')}${button('swap', say.swap, 'X')}</div>
</header>`
}

/** One piece a section, as long as its planned time. */
function sectionsHtml({ manifest }: Compiled, slides: CompiledSlide[], seconds: number[]): string {
  const items = manifest.sections.map((section, index) => {
    const own = slides.reduce((sum, slide, at) => sum + (slide.section === index ? seconds[at]! : 0), 0)
    const first = slides.find((slide) => slide.section === index)
    if (!first) return ''
    const title = section.title || first.title || manifest.title
    return `<li data-section="${index}" style="flex-grow:${Math.max(1, Math.round(own))}"><button type="button" data-go="${escapeHtml(first.slug)}" title="${escapeHtml(title)}, ${clockText(own)}"><span class="section-fill"></span><span class="section-name">${escapeHtml(title)}</span><span class="section-time">${clockText(own)}</span></button></li>`
  })
  return `<ol class="speaker-sections">${items.join('')}</ol>`
}

function notesHtml(slide: CompiledSlide, say: SpeakerWords, root: string): string {
  const notes = slide.notes || `<p class="no-notes">${say.noNotes}</p>`
  return `<article data-slide="${escapeHtml(slide.slug)}" hidden>${resolveSiteUrls(notes, root)}</article>`
}
