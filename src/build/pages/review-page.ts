/** The review page: every slide as an article that reflows, with what was said under it, readable without a script. */
import type { Compiled, CompiledSlide } from '../../compiler/compiled.ts'
import { MANIFEST_ID } from '../../shared/markup.ts'
import {
  OUTLINE_ID,
  REVIEW_DATA_ID,
  SCHEME_KEY,
  TEXT_SIZE_KEY,
  type ReviewData,
} from '../../shared/review.ts'
import { practiceWords } from '../../shared/practice-words.ts'
import { reviewWords, type ReviewWords } from '../../shared/review-words.ts'
import { attributesHtml, escapeHtml, headHtml, nonceHtml, scriptJson } from './html.ts'
import { pageWords } from './page-words.ts'
import { reviewOutline, sectionMinutes } from './review-outline.ts'
import { foldedAnswers } from './review-questions.ts'
import { reviewSlide } from './review-slide.ts'
import { shownSlides } from './slide-section.ts'
import type { PageUrls } from './urls.ts'

/** The lecture as seen from `NAME/review/index.html`. */
const LECTURE_PAGE = '../index.html'

/** What the review page is told of the parts that it loads later. */
export type ReviewParts = Pick<ReviewData, 'parts' | 'modules'>

/** From this many slides on, those far away are not laid out. */
const LONG = 30

/** Light or dark and the size of text before anything is painted; all else waits until the page is there. */
const EARLY = `(r=>{try{var s=localStorage.getItem('${SCHEME_KEY}'),t=+localStorage.getItem('${TEXT_SIZE_KEY}');if(s)r.dataset.scheme=s;if(t)r.style.setProperty('--text-size',t)}catch{}})(document.documentElement)`

/** Writes `NAME/review/index.html`. */
export function renderReviewPage(
  compiled: Compiled,
  urls: PageUrls,
  parts: ReviewParts = { parts: {} },
): string {
  const { facts, manifest } = compiled
  const say = reviewWords(manifest.lang)
  const html = attributesHtml({
    lang: manifest.lang,
    dir: manifest.dir,
    'data-mode': 'review',
    'data-theme': manifest.theme,
  })
  const slides = shownSlides(compiled)
  const exam = facts.exam ? { exam: facts.exam } : {}
  const data: ReviewData = {
    root: urls.root,
    lecture: LECTURE_PAGE,
    words: pageWords(manifest.lang),
    ...exam,
    ...parts,
  }
  const sections = bySection(slides).map((group) =>
    sectionHtml(group, compiled, { root: urls.root, lang: manifest.lang, say, lecture: LECTURE_PAGE }),
  )
  return `<!doctype html>
<html${html}>
<head>
${headHtml(facts, urls, { style: compiled.style.tokens })}<script${nonceHtml(urls)}>${EARLY}</script>
</head>
<body>
<a class="skip-link" href="#${escapeHtml(encodeURIComponent(slides[0]?.slug ?? ''))}">${say.skip}</a>
${barHtml(compiled, say)}
<div class="review-layout">
${reviewOutline(compiled, slides, say)}
<main class="review${slides.length > LONG ? ' is-long' : ''}">
${sections.join('\n')}
${answersHtml(sections.join('\n'), manifest.lang)}</main>
</div>
<script type="application/json" id="${MANIFEST_ID}">${scriptJson(manifest)}</script>
<script type="application/json" id="${REVIEW_DATA_ID}">${scriptJson(data)}</script>
</body>
</html>
`
}

/** What the questions have folded away, all together: on paper only, after the last slide. */
function answersHtml(html: string, lang: string): string {
  const items = foldedAnswers(html).map(
    ({ question, answer }) => `<li><p class="answer-question">${question}</p>${answer}</li>`,
  )
  if (items.length === 0) return ''
  return `<section class="review-answers"><h2>${practiceWords(lang).answers}</h2><ol>${items.join('\n')}</ol></section>\n`
}

function barHtml({ manifest }: Compiled, say: ReviewWords): string {
  return `<header class="review-bar">
<button type="button" class="bar-button bar-outline" popovertarget="${OUTLINE_ID}" aria-label="${say.outline}"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 6h16M4 12h16M4 18h10"/></svg></button>
<p class="bar-title"><a href="../../index.html">${escapeHtml(manifest.title)}</a><span class="bar-place"></span></p>
<div class="bar-tools"><a class="bar-button bar-present" href="${LECTURE_PAGE}"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M3 5h18v11H3zM12 16v4M8 20h8"/></svg><span>${say.present}</span></a></div>
</header>`
}

interface SectionContext {
  root: string
  lecture: string
  lang: string
  say: ReviewWords
}

function bySection(slides: CompiledSlide[]): CompiledSlide[][] {
  const groups: CompiledSlide[][] = []
  for (const slide of slides) {
    const last = groups.at(-1)
    if (last && last[0]!.section === slide.section) last.push(slide)
    else groups.push([slide])
  }
  return groups
}

function sectionHtml(slides: CompiledSlide[], compiled: Compiled, context: SectionContext): string {
  const { manifest } = compiled
  const section = slides[0]!.section
  const first = section === 0 && slides[0] === compiled.slides[0]
  const { say } = context
  const facts = first
    ? `${say.slides(manifest.slides.length)} · ${say.minutes(manifest.minutes)}`
    : `${say.slides(slides.length)} · ${say.minutes(sectionMinutes(compiled, section))}`
  const articles = slides.map((slide, index) =>
    reviewSlide(slide, {
      ...context,
      facts: index === 0 ? facts : '',
      after: first && index === 0 ? '<p class="review-resume" hidden></p>' : '',
      index: compiled.slides.indexOf(slide),
    }),
  )
  return `<div class="review-section" data-section="${section}">\n${articles.join('\n')}\n</div>`
}
