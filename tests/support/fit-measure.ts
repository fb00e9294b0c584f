/** Measures slides on the print page, where all of them stand laid out at once. */
import type { Page } from 'playwright-core'

export interface MeasuredSlide {
  slug: string
  source: string
  classes: string
  html: string
  /** Height of the content with pictures as small as they may be. */
  height: number
  /** Name, classes and height of each block. */
  blocks: [string, number][]
}

/** What every slide would be high, were its stage endless; pictures at the least size that the estimate gives them. */
export async function naturalHeights(page: Page): Promise<MeasuredSlide[]> {
  return page.evaluate(async () => {
    await document.fonts.ready
    const slides = [...document.querySelectorAll<HTMLElement>('.sheet > .slide')]
    const htmls = slides.map((slide) => slide.innerHTML)
    const style = document.createElement('style')
    style.textContent = `
      .sheets { --fit: 1 !important } .sheet { zoom: 1 !important; contain: none !important; height: auto !important }
      .sheet > .slide { height: auto !important; }
      .slide > *, .column > * { flex: none !important; margin-block: 0 !important }
      .slide > :is(h1, h2):first-child { margin-bottom: 0.15em !important }
      .slide > :is(h1, h2):first-child:last-child, .slide > h1:first-child:has(+ .furniture), .slide > h2:first-child:has(+ .furniture) { margin-bottom: 0 !important }
      :is(.slide, .column) > :is(p, figure, .figure, a) :is(img, video), :is(.slide, .column) > :is(img, video, .embed) { max-height: 180px !important; min-height: 0 !important }
      :is(.slide, .column) > :is(p, figure, .figure) > img:only-child { flex: none !important }
      .slide > .embed { height: 180px !important }
      .slide > .figure.drawing > svg, .column > .figure.drawing > svg, .slide > svg { height: auto !important; max-height: 240px !important; flex: none !important }
    `
    document.head.append(style)
    const measured = slides.map((slide, index) => {
      const { paddingTop, paddingBottom } = getComputedStyle(slide)
      return {
        slug: slide.id,
        source: slide.dataset.source ?? '',
        classes: slide.className,
        html: htmls[index]!,
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
