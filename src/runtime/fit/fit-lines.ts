/** Makes each `.fit-line` exactly as wide as its place; the compiler has guessed. */
export function fitLines(slide: HTMLElement): void {
  for (const box of slide.querySelectorAll<HTMLElement>('.fit-line')) {
    const line = box.firstElementChild
    if (!(line instanceof HTMLElement) || line.offsetWidth === 0) continue
    const ems = line.offsetWidth / Number.parseFloat(getComputedStyle(line).fontSize)
    box.style.setProperty('--ems', ems.toFixed(3))
  }
}
