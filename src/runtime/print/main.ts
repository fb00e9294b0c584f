/** Entry of the print page: styles, and where a slide holds too much, what makes it fit exactly. */
import '../styles/slides.css'
import '../styles/print.css'
import '../styles/paper.css'
import 'virtual:lectern/theme'
import { fitSlide } from '../fit/fit-slide.ts'

void document.fonts.ready.then(() => {
  for (const slide of document.querySelectorAll<HTMLElement>('.sheet > .slide')) fitSlide(slide)
})
