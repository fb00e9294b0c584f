/** The lecture page: Reveal's markup, sections as stacks, far slides parked. */
import type { Compiled, CompiledSlide } from '../../compiler/compiled.ts'
import {
  type LectureOptions,
  MANIFEST_ID,
  OPTIONS_ATTRIBUTE,
  PARKING_THRESHOLD,
  STACK_SIZE,
  WORDS_ID,
} from '../../shared/markup.ts'
import { speakerWords } from '../../shared/speaker-words.ts'
import { pageWordsIn } from '../../shared/words/page-words.ts'
import type { LectureWords } from '../../shared/words/words.ts'
import { attributesHtml, escapeHtml, headHtml, scriptJson } from './html.ts'
import type { PageUrls } from './urls.ts'
import { shownSlides, slideSection } from './slide-section.ts'

/** The print page as seen from `NAME/index.html`. */
const PRINT_PAGE = 'print/index.html'

/**
 * Writes `NAME/index.html`. Without scripts it leads to the print page, on which every slide can be read.
 */
export function renderLecturePage(compiled: Compiled, urls: PageUrls): string {
  const { facts, manifest } = compiled
  const slides = shownSlides(compiled)
  const parked = slides.length > PARKING_THRESHOLD
  const options: LectureOptions = {
    transition: facts.transition,
    slideNumber: facts.slideNumber,
    review: 'review/index.html',
    print: PRINT_PAGE,
  }
  const { lang } = manifest
  const words: LectureWords = { ...pageWordsIn(lang), blocked: speakerWords(lang).blocked }
  const html = attributesHtml({
    lang: manifest.lang,
    dir: manifest.dir,
    'data-mode': 'lecture',
    'data-theme': manifest.theme,
  })
  const stacks = stacksOf(slides).map((stack) => stackHtml(stack, urls.root, parked))
  return `<!doctype html>
<html${html}>
<head>
${headHtml(facts, urls, { ownFrames: true, style: compiled.style.slides })}${pageSize(compiled)}<noscript><meta http-equiv="refresh" content="0; url=${PRINT_PAGE}"></noscript>
</head>
<body>
<noscript><p><a href="${PRINT_PAGE}">${escapeHtml(manifest.title)}</a></p></noscript>
<div class="reveal"${attributesHtml({ [OPTIONS_ATTRIBUTE]: JSON.stringify(options), style: stageStyle(compiled) })}>
<div class="slides">
${stacks.join('\n')}
</div>
</div>
<script type="application/json" id="${MANIFEST_ID}">${scriptJson(manifest)}</script>
<script type="application/json" id="${WORDS_ID}">${scriptJson(words)}</script>
</body>
</html>
`
}

/** The stage's size, as the styles read it. */
export function stageStyle({ manifest }: Compiled): string {
  const { width, height } = manifest.stage
  return `--stage-width:${width}px;--stage-height:${height}px`
}

/** A sheet of paper is as large as the stage. */
export function pageSize({ manifest }: Compiled): string {
  const { width, height } = manifest.stage
  return `<style>@page{size:${width}px ${height}px;margin:0}</style>\n`
}

/** Neighbours of one section, at most `STACK_SIZE` together: Reveal's work per step grows with both lists. */
export function stacksOf(slides: CompiledSlide[]): CompiledSlide[][] {
  const stacks: CompiledSlide[][] = []
  for (const slide of slides) {
    const last = stacks.at(-1)
    if (last && last[0]!.section === slide.section && last.length < STACK_SIZE) last.push(slide)
    else stacks.push([slide])
  }
  // With a single column Reveal would draw its arrows for up and down.
  if (stacks.length === 1 && stacks[0]!.length > 1) stacks.unshift([stacks[0]!.shift()!])
  return stacks
}

function stackHtml(stack: CompiledSlide[], root: string, parked: boolean): string {
  const sections = stack.map((slide) => slideSection(slide, { root, parked }))
  return sections.length === 1 ? sections[0]! : `<section class="stack">\n${sections.join('\n')}\n</section>`
}
