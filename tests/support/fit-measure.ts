/** Measures slides on the print page, where all of them stand laid out at once. */
import type { Page } from 'playwright-core'

export interface MeasuredSlide {
  slug: string
  source: string
  classes: string
  html: string
  /** The step of `shared/fit.ts` at which it stands. */
  step: number
  /** Whether it shows a picture whose size nobody knows: of another host, or broken. */
  unknown: boolean
  /** Height of the content with pictures as small as they may be. */
  height: number
  /** Name, classes and height of each block. */
  blocks: [string, number][]
}

/** What every slide would be high, were its stage endless; pictures at the least size that the estimate gives them. */
export async function naturalHeights(page: Page): Promise<MeasuredSlide[]> {
  return page.evaluate(async () => {
    // `ready` alone may be told before the last face was asked for.
    await Promise.all([...document.fonts].map((face) => face.status === 'loading' && face.loaded))
    await document.fonts.ready
    const slides = [...document.querySelectorAll<HTMLElement>('.sheet > .slide')]
    const htmls = slides.map((slide) => slide.innerHTML)
    const style = document.createElement('style')
    style.textContent = `
      .sheets { --fit: 1 !important } .sheet { zoom: 1 !important; contain: none !important; height: auto !important }
      .sheet > .slide { height: auto !important; min-height: 0 !important }
      .slide > *, .column > * { flex: none !important }
      :is(.slide, .column) > :is(p, figure, .figure, a) :is(img, video), :is(.slide, .column) > :is(img, video, .embed) { max-height: 180px !important; min-height: 0 !important }
      :is(.slide, .column) > :is(p, figure, .figure) > img:only-child { flex: none !important }
      .slide > .embed { height: 180px !important }
      .tabs { display: grid !important; gap: 0 !important } .tabs > .tab { grid-area: 1 / 1 }
      .slide > .figure.drawing > svg, .column > .figure.drawing > svg, .slide > svg { height: auto !important; max-height: 240px !important; flex: none !important }
    `
    document.head.append(style)
    // What leaves again has its place all the same, and tabs lie behind each other as in the lecture.
    const leaving = ['fade-out', 'fade-in-then-out', 'current-visible']
    for (const one of document.querySelectorAll('.slide .fragment')) one.classList.remove(...leaving)
    const measured = slides.map((slide, index) => {
      const { paddingTop, paddingBottom } = getComputedStyle(slide)
      return {
        slug: slide.id,
        source: slide.dataset.source ?? '',
        classes: slide.className,
        html: htmls[index]!,
        unknown: [...slide.querySelectorAll<HTMLImageElement>('img:not([width][height])')].some(
          ({ complete, naturalWidth }) => !complete || naturalWidth === 0,
        ),
        step: Number(slide.dataset.fit) || 0,
        blocks: [...slide.children].map((child): [string, number] => [
          `${child.tagName.toLowerCase()}.${child.getAttribute('class') ?? ''}`,
          Math.round(child.getBoundingClientRect().height),
        ]),
        height: slide.offsetHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom),
      }
    })
    style.remove()
    return measured
  })
}

export interface StagedSlide {
  slug: string
  source: string
  /** The step of `shared/fit.ts` it takes; empty at the theme's own sizes. */
  step: string
  /** What lies outside of the stage or of a box that cuts it, as words. */
  outside: string[]
  /** Least size of its words in px, and those words. */
  least: number
  text: string
}

/** Waits until the print page has made its slides fit, and tells what still lies outside. */
export async function outsideTheStage(page: Page): Promise<StagedSlide[]> {
  return page.evaluate(async () => {
    await document.fonts.ready
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    const never =
      '.notes, .katex-mathml, .visually-hidden, .sr-only, .hover-card, .step-marker, script, style, title, desc, svg, .furniture'
    const small = 'sup, sub, .katex, .figure, .roadmap, .footnotes, .references, .figure-problem'
    return [...document.querySelectorAll<HTMLElement>('.sheet > .slide')].map((slide) => {
      const zoom = Number(getComputedStyle(slide.parentElement!).zoom) || 1
      const stage = slide.getBoundingClientRect()
      const outside: string[] = []
      let least = Infinity
      let text = ''
      const walker = document.createTreeWalker(slide, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node instanceof Element ? node : node.parentElement!
        if (element.closest(never)) continue
        const isText = node instanceof Text && node.data.trim() !== ''
        if (
          !isText &&
          !(node instanceof Element && /^(?:img|svg|video|table|pre|iframe)$/i.test(node.tagName))
        )
          continue
        if (element instanceof HTMLElement && !element.checkVisibility()) continue
        const range = document.createRange()
        range.selectNode(node)
        const boxes = isText ? [...range.getClientRects()] : [element.getBoundingClientRect()]
        if (isText && !element.closest(small)) {
          const size = Number.parseFloat(getComputedStyle(element).fontSize)
          if (size < least) {
            least = size
            text = node.textContent!.trim().slice(0, 40)
          }
        }
        // What scrolls inside the slide is cut by its box.
        const cut = element.closest<HTMLElement>('pre, .table-wrap, .code-block')?.getBoundingClientRect()
        for (const box of boxes) {
          if (box.width <= 1 || box.height <= 1) continue
          const frames = cut ? [stage, cut] : [stage]
          const over = Math.max(
            ...frames.flatMap((frame) => [
              frame.left - box.left,
              box.right - frame.right,
              frame.top - box.top,
              box.bottom - frame.bottom,
            ]),
          )
          if (over > 2 * zoom && outside.length < 3) {
            const words = (node.textContent ?? '').trim().slice(0, 30)
            outside.push(`${element.tagName.toLowerCase()} "${words}" by ${Math.round(over / zoom)} px`)
          }
        }
      }
      return {
        slug: slide.id,
        source: slide.dataset.source ?? '',
        step: slide.dataset.fit ?? '',
        outside,
        least: Math.round(least * 10) / 10,
        text,
      }
    })
  })
}
