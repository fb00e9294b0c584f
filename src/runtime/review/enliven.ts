/**
 * The one place that brings the page alive: each part takes the page as the build wrote it and adds to it. What needs
 * no memory comes first; the rest waits for the store.
 */
import type { Manifest } from '../../shared/manifest.ts'
import type { ReviewData } from '../../shared/review.ts'
import { adoptRenamed } from './adopt.ts'
import { followAddress } from './address.ts'
import { practise } from './cards-practice.ts'
import { copyFormulas } from './copy-formulas.ts'
import { turnFigures } from '../figures/turn-figures.ts'
import { hoverCards } from './hover-cards.ts'
import { type LightStep, lightSteps } from './light-steps.ts'
import { marksGate } from './marks-gate.ts'
import { notices } from './notices.ts'
import { articles, readManifest, readReviewData } from './page-data.ts'
import { followProgress } from './progress.ts'
import { scrollBoxes } from './scroll-boxes.ts'
import { searchButton } from './search-button.ts'
import { settingsMenu } from './settings.ts'
import { slideTools } from './slide-tools.ts'
import { ReviewStore } from './store.ts'
import { thawPageWords } from './thaw-page-words.ts'

/** The living page, as `window.lectern` gives it to tests and plugins. */
export interface Review {
  manifest: Manifest
  data: ReviewData
  slides: HTMLElement[]
  store: ReviewStore
  light: LightStep
}

/** Enlivens the whole page; resolves when the store is read and everything answers. */
export async function enliven(): Promise<Review> {
  thawPageWords()
  const manifest = readManifest()
  const data = readReviewData()
  const slides = articles()
  const light = lightSteps(slides, manifest.lang, data.lecture)
  followAddress(light)
  hoverCards(slides)
  scrollBoxes(slides, manifest.lang)
  turnFigures()
  copyFormulas(slides, manifest.lang)
  searchButton(data, manifest.lang, {
    lang: manifest.lang,
    deck: manifest.deck,
    address: (_deck, slug) => `#${encodeURIComponent(slug)}`,
  })

  const store = await ReviewStore.open({
    site: new URL(data.root || '.', location.href).pathname,
    deck: manifest.deck,
  })
  addEventListener('focus', () => void store.refresh())
  notices(store, manifest.lang)
  // A file may hold what an earlier wording was called.
  settingsMenu(store, manifest.lang, () => adoptRenamed(manifest, store))
  adoptRenamed(manifest, store)
  followProgress(slides, manifest, store)
  slideTools(slides, store, manifest.lang)
  practise(slides, manifest, data, store)
  marksGate(data, { slides, manifest, store })
  return { manifest, data, slides, store, light }
}
