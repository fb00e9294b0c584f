/** What was read, where the student is, what changed since: kept in the store, shown in the outline and the bar. */
import type { Manifest } from '../../shared/manifest.ts'
import { OUTLINE_ID } from '../../shared/review.ts'
import { reviewWords } from './page-words.ts'
import type { ReviewWords } from '../../shared/review-words.ts'
import type { ReviewStore } from './store.ts'

const SEEN = 'is-seen'

/** Follows the reader through `slides` and marks the outline, now and whenever the store changes. */
export function followProgress(slides: readonly HTMLElement[], manifest: Manifest, store: ReviewStore): void {
  const say = reviewWords(manifest.lang)
  const fresh = freshSlides(manifest, store)
  const changed = changedSlides(manifest, store)
  const mark = (): void => markOutline(slides, manifest, store, say, fresh, changed)
  store.subscribe(mark)
  mark()
  offerResume(manifest, store, say)
  whenRead(slides, (slide) => {
    const hash = slide.dataset.hash ?? ''
    if (store.get('seen', slide.id)?.hash !== hash)
      void store.set('seen', slide.id, { hash, title: slide.getAttribute('aria-label') ?? '' })
  })
  whenHere(slides, (slide) => {
    showPlace(slide, manifest)
    // At the top the page was only opened.
    if (slide !== slides[0] && store.get('place')?.slug !== slide.id)
      void store.set('place', '', { slug: slide.id })
  })
}

/** Slides that were not in the deck at the last visit; none at the first. */
function freshSlides(manifest: Manifest, store: ReviewStore): Set<string> {
  const slugs = manifest.slides.map(({ slug }) => slug)
  const before = store.get('visit')
  const fresh = new Set(
    before ? slugs.filter((slug) => !before.slugs.includes(slug) && !store.get('seen', slug)) : [],
  )
  // What is new stays so until it is read.
  const known = slugs.filter((slug) => !fresh.has(slug))
  if (before?.slugs.join('\n') !== known.join('\n')) void store.set('visit', '', { slugs: known })
  return fresh
}

/** Slides that were read in another form, as things stood when the page was opened. */
function changedSlides(manifest: Manifest, store: ReviewStore): Set<string> {
  return new Set(
    manifest.slides
      .filter(({ slug, hash }) => (store.get('seen', slug)?.hash ?? hash) !== hash)
      .map(({ slug }) => slug),
  )
}

function markOutline(
  slides: readonly HTMLElement[],
  manifest: Manifest,
  store: ReviewStore,
  say: ReviewWords,
  fresh: ReadonlySet<string>,
  changed: ReadonlySet<string>,
): void {
  const seen = new Set(store.all('seen').map(({ id }) => id))
  const outline = document.getElementById(OUTLINE_ID)
  for (const link of outline?.querySelectorAll<HTMLAnchorElement>('a[data-slug]') ?? []) {
    const slug = link.dataset.slug ?? ''
    const isSeen = seen.has(slug)
    link.classList.toggle(SEEN, isSeen)
    tag(link, 'visually-hidden', isSeen ? ` (${say.seen})` : '')
    const news = changed.has(slug) ? say.changed : fresh.has(slug) ? say.added : ''
    tag(link, 'outline-badge', news && ` ${news}`)
  }
  for (const [index, section] of manifest.sections.entries()) {
    const facts = outline?.querySelector<HTMLElement>(`.outline-facts[data-section="${index}"]`)
    if (!facts) continue
    const own = manifest.slides.slice(section.first, section.first + section.count)
    const read = own.filter(({ slug }) => seen.has(slug)).length
    facts.dataset.minutes ??= facts.textContent ?? ''
    facts.textContent = read > 0 ? `${read}/${own.length}` : facts.dataset.minutes
    facts.setAttribute('title', say.seenOf(read, own.length))
  }
  const done = slides.filter(({ id }) => seen.has(id)).length / Math.max(1, slides.length)
  document.querySelector<HTMLElement>('.review-bar')?.style.setProperty('--done', String(done))
}

/** Keeps one `<span class=NAME>` at the end of `parent`, or none where there is no text. */
function tag(parent: Element, name: string, text: string): void {
  let span = parent.querySelector(`:scope > .${name}`)
  if (text === '') return void span?.remove()
  if (!span) {
    span = document.createElement('span')
    span.className = name
    parent.append(span)
  }
  if (span.textContent !== text) span.textContent = text
}

/** The way back to where the student left off, under the title; nothing moves by itself. */
function offerResume(manifest: Manifest, store: ReviewStore, say: ReviewWords): void {
  const place = store.get('place')
  const slide = manifest.slides.find(({ slug }) => slug === place?.slug)
  const box = document.querySelector<HTMLElement>('.review-resume')
  if (!slide || !box || slide === manifest.slides[0]) return
  const link = document.createElement('a')
  link.href = `#${encodeURIComponent(slide.slug)}`
  link.textContent = say.resume(slide.title || slide.slug)
  box.replaceChildren(link)
  box.hidden = false
}

function showPlace(slide: HTMLElement, manifest: Manifest): void {
  const entry = manifest.slides.find(({ slug }) => slug === slide.id)
  const place = document.querySelector('.bar-place')
  const name = (entry && manifest.sections[entry.section]?.title) || entry?.title
  if (place) place.textContent = entry?.section && name ? name : ''
  const outline = document.getElementById(OUTLINE_ID)
  for (const link of outline?.querySelectorAll<HTMLElement>('a[data-slug]') ?? []) {
    const here = link.dataset.slug === slide.id
    if (here === link.hasAttribute('aria-current')) continue
    link.toggleAttribute('aria-current', here)
    if (here) link.setAttribute('aria-current', 'true')
    if (here && outline) keepInView(link, outline)
  }
}

function keepInView(link: HTMLElement, outline: HTMLElement): void {
  const box = outline.getBoundingClientRect()
  const { top, bottom } = link.getBoundingClientRect()
  if (top < box.top || bottom > box.bottom) outline.scrollTop += top - box.top - box.height / 3
}

/** How long a slide's end must stay in view for it to count as read, ms: leafing past is not reading. */
const DWELL = 1000

/** A slide is read when its end has come into view and stays a moment. */
function whenRead(slides: readonly HTMLElement[], read: (slide: HTMLElement) => void): void {
  const waiting = new Map<Element, number>()
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      clearTimeout(waiting.get(target))
      if (isIntersecting)
        waiting.set(
          target,
          window.setTimeout(() => read(target.closest<HTMLElement>('article')!), DWELL),
        )
    }
  })
  for (const slide of slides) {
    const end = document.createElement('span')
    end.className = 'slide-end'
    slide.append(end)
    observer.observe(end)
  }
}

/** The slide under the upper third of the window. */
function whenHere(slides: readonly HTMLElement[], here: (slide: HTMLElement) => void): void {
  const observer = new IntersectionObserver(
    (entries) => {
      const entry = entries.findLast(({ isIntersecting }) => isIntersecting)
      if (entry) here(entry.target as HTMLElement)
    },
    { rootMargin: '-30% 0px -70% 0px' },
  )
  for (const slide of slides) observer.observe(slide)
}
