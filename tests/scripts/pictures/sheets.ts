/** Pages that set screenshots beside each other, photographed on a clear ground. */
import type { Page } from 'playwright-core'

const source = (png: Buffer): string => `data:image/png;base64,${png.toString('base64')}`

/** Photographs the element `#sheet` of `html`. */
async function photograph(page: Page, html: string): Promise<Buffer> {
  await page.setContent(html)
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())))
  return page.locator('#sheet').screenshot({ omitBackground: true })
}

export interface Uses {
  lecture: Buffer
  paper: Buffer
  review: Buffer
}

/** The three uses side by side, all of one height: a slide, a sheet of paper, a phone. */
export function usesSheet(page: Page, { lecture, paper, review }: Uses): Promise<Buffer> {
  return photograph(
    page,
    `<style>
      body { margin: 0; background: transparent }
      #sheet { display: inline-flex; gap: 26px; padding: 18px 22px 34px }
      img { display: block; height: 360px; box-sizing: border-box; background: #fff;
        box-shadow: 0 0 0 1px #0b1a3022, 0 10px 24px -6px #0b1a3055 }
      .lecture { border-radius: 8px }
      .paper { border-radius: 2px }
      .review { border: 7px solid #1b2230; border-radius: 26px }
    </style>
    <div id="sheet"><img class="lecture" src="${source(lecture)}"><img class="paper" src="${source(paper)}"><img class="review" src="${source(review)}"></div>`,
  )
}

/** Rows of slides with the name of their theme before them. */
export function themesSheet(
  page: Page,
  rows: readonly { name: string; slides: readonly Buffer[] }[],
): Promise<Buffer> {
  const figures = rows.map(
    ({ name, slides }) => `<h2>${name}</h2>${slides.map((png) => `<img src="${source(png)}">`).join('')}`,
  )
  return photograph(
    page,
    `<style>
      body { margin: 0; background: transparent }
      #sheet { display: inline-grid; grid-template-columns: auto repeat(${rows[0]!.slides.length}, 240px); gap: 10px;
        padding: 14px 14px 14px 4px; border-radius: 14px; background: #e8ebf0; align-items: center }
      h2 { margin: 0; writing-mode: vertical-rl; rotate: 180deg; text-align: center;
        font: 600 15px/1.5 'Source Sans 3', system-ui, sans-serif; letter-spacing: 0.03em; color: #3a4352 }
      img { display: block; width: 240px; height: 135px; border-radius: 5px; box-shadow: 0 1px 4px #0b1a3040 }
    </style><div id="sheet">${figures.join('')}</div>`,
  )
}

/** Four slides in one picture of the stage's size. */
export function previewSheet(page: Page, slides: readonly Buffer[]): Promise<Buffer> {
  return photograph(
    page,
    `<style>
      body { margin: 0 }
      #sheet { display: grid; grid-template-columns: 638px 638px; gap: 4px; width: 1280px; height: 720px; background: #8d95a3 }
      img { display: block; width: 638px; height: 358px }
    </style><div id="sheet">${slides.map((png) => `<img src="${source(png)}">`).join('')}</div>`,
  )
}
