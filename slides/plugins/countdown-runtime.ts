/** The part of the countdown that runs in the lecture. */
import type { LectureApi } from 'lectern'
import './countdown.css'

interface Clock {
  element: HTMLElement
  /** Seconds that are left. */
  left: number
}

/** Runs every clock while its slide shows; a click begins it again. */
export function start({ deck, forEachSlide }: LectureApi): void {
  const clocks: Clock[] = []
  forEachSlide((slide) => {
    for (const element of slide.querySelectorAll<HTMLElement>('.countdown')) {
      const clock = { element, left: Number(element.dataset.seconds) }
      element.addEventListener('click', () => show(clock, Number(element.dataset.seconds)))
      clocks.push(clock)
    }
  })
  setInterval(() => {
    const slide = deck.getCurrentSlide()
    for (const clock of clocks)
      if (clock.left > 0 && slide.contains(clock.element)) show(clock, clock.left - 1)
  }, 1000)
}

function show(clock: Clock, left: number): void {
  clock.left = left
  clock.element.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`
  clock.element.classList.toggle('countdown-over', left === 0)
}
