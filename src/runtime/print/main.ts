/** Entry of the print page: styles; what makes a slide fit exactly where it holds too much; what was drawn on it. */
import '../styles/slides.css'
import '../styles/strokes.css'
import '../styles/print.css'
import '../styles/paper.css'
import 'virtual:lectern/theme'
import { INK_ID } from '../../shared/ink.ts'
import { fitSlide } from '../fit/fit-slide.ts'
import { drawInk } from './draw-ink.ts'
import { printOnRequest } from './print-on-request.ts'

const ink = document.getElementById(INK_ID)?.textContent
if (ink) drawInk(JSON.parse(ink))

const laidOut = document.fonts.ready.then(() => {
  for (const slide of document.querySelectorAll<HTMLElement>('.sheet > .slide')) fitSlide(slide)
})
printOnRequest(laidOut)
