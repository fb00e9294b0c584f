/** Entry of the lecture page: styles, Reveal on the page's markup, and what Lectern adds to it. */
import './styles.css'
import 'virtual:lectern/theme'
import Reveal from 'reveal.js'
import type { Manifest } from '../../shared/manifest.ts'
import { type LectureOptions, MANIFEST_ID, OPTIONS_ATTRIBUTE } from '../../shared/markup.ts'
import { announceRoles, announceSlides, translateControls } from './accessibility.ts'
import { keepWayBack } from './way-back.ts'
import { turnFigures } from '../figures/turn-figures.ts'
import { placeHoverCards } from './hover-cards.ts'
import { installCodeSteps } from './code-steps.ts'
import { installCountdown } from './countdown.ts'
import type { LectureDeck } from './deck-api.ts'
import { keepSlidesFitting } from './fit.ts'
import { connectHotUpdates } from './hot.ts'
import { installInk } from './ink/ink.ts'
import { bindKeys } from './keys.ts'
import { offerLastPlace } from './last-place.ts'
import { leaveControls } from './leave-controls.ts'
import { installLightbox } from './lightbox.ts'
import { installMorph } from './morph/morph.ts'
import { pairSlides } from './morph/pairs.ts'
import { forEachMounted } from './mounted.ts'
import { Parking } from './parking.ts'
import { phoneLink, reviewAddress } from './phone.ts'
import { installPointer } from './pointing/pointer.ts'
import { installZoom } from './pointing/zoom.ts'
import { printByKey, printFromMenu } from './print.ts'
import { cleanQuery } from './query.ts'
import { installRoadmap } from './roadmap.ts'
import { restoreScheme } from './scheme.ts'
import { keepAwake } from './screen.ts'
import { followSpeaker, isPreview, linkSpeaker } from './speaker-link.ts'
import { stackEntry } from './stacks.ts'
import { followSurroundings } from './surroundings.ts'
import { makeTabs } from './tabs.ts'

interface Lectern {
  deck: LectureDeck
  manifest: Manifest
  /** Resolves when the deck can be used and its fonts are there. */
  ready: Promise<void>
  /** For plugins; see `shared/lecture-api.ts`. */
  forEachSlide: typeof forEachMounted
}

declare global {
  interface Window {
    lectern?: Lectern
  }
}

/** A preview shows a slide and nothing else, and obeys the speaker view alone. */
const previewSettings = {
  hash: false,
  controls: false,
  progress: false,
  keyboard: false,
  touch: false,
  slideNumber: false,
  jumpToSlide: false,
  transition: 'none',
  backgroundTransition: 'none',
  autoAnimate: false,
} as const

function start(): void {
  const root = document.querySelector<HTMLElement>('.reveal')
  if (!root) return
  // Before Reveal looks at anything: every key of the query would override its settings.
  const preview = isPreview()
  cleanQuery()
  restoreScheme()

  const manifest = JSON.parse(
    document.querySelector(`script#${MANIFEST_ID}`)?.textContent ?? '{}',
  ) as Manifest
  const options = JSON.parse(root.getAttribute(OPTIONS_ATTRIBUTE) ?? '{}') as Partial<LectureOptions>
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const deck = new Reveal(root, {
    width: manifest.stage.width,
    height: manifest.stage.height,
    margin: 0,
    minScale: 0.05,
    maxScale: 4,
    display: 'flex',
    center: false,
    hash: true,
    respondToHashChanges: true,
    fragmentInURL: true,
    navigationMode: 'linear',
    rtl: manifest.dir === 'rtl',
    controls: true,
    controlsTutorial: false,
    controlsLayout: 'bottom-right',
    progress: true,
    slideNumber: options.slideNumber === false ? false : 'c/t',
    jumpToSlide: true,
    help: false,
    touch: true,
    transition: calm ? 'none' : (options.transition ?? 'fade'),
    transitionSpeed: 'fast',
    backgroundTransition: calm ? 'none' : 'fade',
    autoAnimate: !calm,
    autoAnimateDuration: 0.6,
    autoAnimateMatcher: pairSlides,
    viewDistance: 3,
    mobileViewDistance: 2,
    // The phone's reading is a page of its own; anything but a number switches Reveal's off.
    scrollActivationWidth: null as unknown as number,
    keyboardCondition: (event: KeyboardEvent) => !keys.takes(event),
    // Windows talk to each other in words of our own.
    postMessage: false,
    ...(preview && previewSettings),
  }) as unknown as LectureDeck
  const shared = { ink: installInk(deck, manifest), pointer: installPointer(root) }
  const openSpeaker = preview ? () => undefined : linkSpeaker(deck, manifest, shared)
  const openReview = (): void => {
    if (options.review && !preview) location.assign(reviewAddress(deck, options.review))
  }
  const tools = {
    openSpeaker,
    openReview,
    ...shared,
    zoom: installZoom(deck, root),
    print: printByKey(shared.ink.store, preview ? undefined : options.print),
    countdown: preview ? () => undefined : installCountdown(deck),
  }
  const keys = bindKeys(deck, manifest, root, tools)

  forEachMounted(makeTabs)
  followSurroundings(deck)
  stackEntry(deck)
  installRoadmap(deck)
  installMorph(deck)
  installCodeSteps(deck)
  placeHoverCards(root)
  installLightbox(root)
  turnFigures()
  leaveControls()
  keepWayBack(deck, root)
  const refit = keepSlidesFitting(deck)
  const parking = new Parking(deck, root)
  parking.start()
  printFromMenu(shared.ink.store, manifest.stage)
  if (!preview) offerLastPlace(deck, manifest, root)
  keepAwake()
  const initialized = deck.initialize().then(async () => {
    announceRoles(root)
    if (!preview) announceSlides(deck, manifest, root)
    translateControls(root)
    if (!preview) phoneLink(root, deck, options.review)
    if (preview) followSpeaker(deck, shared)
    await document.fonts.ready
  })
  window.lectern = { deck, manifest, ready: initialized, forEachSlide: forEachMounted }
  connectHotUpdates(deck, manifest, parking, refit)
}

start()
