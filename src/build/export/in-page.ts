/**
 * What happens in the print page itself before it is printed. Each function is sent to the browser as text: it knows
 * nothing but its argument and the document.
 */

export type StepPages = 'final' | 'each' | 'none'

/** How many pages a sheet has become; the last of them is the sheet itself, in its final state. */
export type SheetPages = number[]

/**
 * Puts the states of stepped sheets before them, each as a copy that is hidden from readers of the structure. `each`: all
 * states. `final`: those that show what the final state no longer has, such as a line that is lit or a part that leaves. `none`: no other state.
 */
export function spreadSteps(mode: StepPages): SheetPages {
  /** What shows only while it is the current step, or until its step comes. */
  const only = '.current-visible, .fade-in-then-out'
  const leaving = '.fade-out'

  const pages: SheetPages = []
  for (const sheet of document.querySelectorAll<HTMLElement>('.sheet')) {
    const fragments = [...sheet.querySelectorAll<HTMLElement>('[data-fragment-index]')].filter((element) =>
      element.matches('.fragment, .step-marker'),
    )
    const indices = [...new Set(fragments.map((element) => Number(element.dataset.fragmentIndex)))].sort(
      (a, b) => a - b,
    )
    const ranks = fragments.map((element) => indices.indexOf(Number(element.dataset.fragmentIndex)))
    const steps = indices.length
    const wanted: number[] = []
    for (let state = 0; state < steps; state++)
      if (mode === 'each' || (mode === 'final' && loses(sheet, fragments, ranks, state))) wanted.push(state)
    for (const state of wanted) sheet.before(copyAt(sheet, ranks, state))
    pages.push(wanted.length + 1)
  }
  return pages

  /** Whether something that shows in this state is gone in the next. */
  function loses(sheet: HTMLElement, fragments: HTMLElement[], ranks: number[], state: number): boolean {
    return fragments.some((element, at) => {
      const rank = ranks[at]!
      if (element.matches(leaving)) return rank === state
      if (element.matches(only)) return rank === state - 1
      if (!element.matches('.step-marker[data-lines]')) return false
      // Code whose lit lines change, from the second marker on.
      const block = element.closest('.code-block')
      const markers = [...sheet.querySelectorAll('.step-marker[data-lines]')].filter(
        (marker) => marker.closest('.code-block') === block,
      )
      const before = markers[markers.indexOf(element) - 1] as HTMLElement | undefined
      const lit = before?.dataset.lines ?? (block as HTMLElement | null)?.dataset.lines ?? 'all'
      return rank === state && lit !== 'all'
    })
  }

  /** The sheet after `state` steps. */
  function copyAt(sheet: HTMLElement, ranks: number[], state: number): HTMLElement {
    const copy = sheet.cloneNode(true) as HTMLElement
    copy.setAttribute('aria-hidden', 'true')
    // What could be focused would be in the structure all the same.
    copy.inert = true
    copy.dataset.state = String(state)
    for (const element of copy.querySelectorAll('[id]')) {
      // Parts of drawings name each other by id.
      if (!element.closest('svg')) element.removeAttribute('id')
    }
    // A link that nobody can find in the structure is none.
    for (const link of copy.querySelectorAll('a')) link.removeAttribute('href')
    const fragments = [...copy.querySelectorAll<HTMLElement>('[data-fragment-index]')].filter((element) =>
      element.matches('.fragment, .step-marker'),
    )
    for (const [at, element] of fragments.entries()) {
      const rank = ranks[at]!
      const come = rank < state
      const current = rank === state - 1
      const shown = element.matches(leaving) ? !come : element.matches(only) ? current : come
      // What changes its looks and is there before; a stop of a roadmap is drawn by the roadmap, but comes.
      const effect =
        element.matches('.custom, .strike, .grow, .shrink, .semi-fade-out, [class*="highlight-"]') &&
        !element.matches('.roadmap-stop')
      if (!effect) element.style.visibility = shown ? '' : 'hidden'
      else if (!come) element.classList.remove('strike', 'semi-fade-out', 'math-highlight')
      if (effect ? !come : shown) element.classList.remove('fragment')
      element.classList.toggle('visible', come)
      element.classList.toggle('current-fragment', current)
    }
    lightCode(copy)
    return copy
  }

  function lightCode(copy: HTMLElement): void {
    for (const block of copy.querySelectorAll<HTMLElement>('.code-block[data-lines]')) {
      const shown = [...block.querySelectorAll<HTMLElement>('.step-marker.visible')].pop()
      const lit = (shown ?? block).dataset.lines ?? 'all'
      if (lit === 'all') continue
      const ranges = lit.split(',').map((range) => range.split('-').map(Number))
      for (const [index, line] of [...block.querySelectorAll('code > .line')].entries()) {
        const on = ranges.some(([first = 0, last = first]) => first <= index + 1 && index + 1 <= last)
        line.classList.toggle('line-on', on)
        line.classList.toggle('line-off', !on)
      }
    }
  }
}

/** Leaves questions open: no marks, no explanations. The room of an answer stays, but not within an option: it would tell. */
export function hideAnswers(): void {
  const answers = '.quiz-mark, .quiz-feedback, .quiz-explanation, .quiz-answer, .think-answer'
  for (const element of document.querySelectorAll<HTMLElement>(answers)) {
    delete element.dataset.fragmentIndex
    if (element.matches('.quiz-mark, .quiz-feedback')) element.remove()
    else element.style.visibility = 'hidden'
  }
}

/**
 * Loads the fonts that the words of the page ask for, and the `marks` that its styles write. Sheets that no screen shows
 * ask for none themselves.
 */
export async function loadFonts(marks: string): Promise<void> {
  // Figures are counted by the styles.
  const text = [...new Set(`${document.body.textContent}${marks}0123456789`)].join('')
  const faces = new Set(
    [...document.fonts].map(
      ({ style, weight, family }) => `${style} ${weight.split(' ')[0]} 1em "${family.replaceAll('"', '')}"`,
    ),
  )
  await Promise.all([...faces].map((face) => document.fonts.load(face, text).catch(() => undefined)))
}

/** Leaves of links to files beside the page the words: the page lies in a folder that will be gone. */
export function unlinkFiles(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]'))
    if (link.protocol === 'file:' && link.pathname !== location.pathname) link.removeAttribute('href')
}

/**
 * Leaves films their still picture, without buttons that do nothing on paper. Where there is none, as where the browser
 * lacks the film's codec, and for sounds, a quiet box says what would be seen or heard.
 */
export function stillMedia(): void {
  for (const media of document.querySelectorAll<HTMLMediaElement>('.slide :is(video, audio)')) {
    media.controls = false
    const isFilm = media instanceof HTMLVideoElement
    if (isFilm && (media.poster !== '' || media.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA)) continue
    const still = document.createElement('span')
    still.className = isFilm ? 'media-still' : 'media-still media-sound'
    still.textContent = media.ariaLabel ?? ''
    if (isFilm) {
      still.style.width = `${media.offsetWidth}px`
      still.style.height = `${media.offsetHeight}px`
    }
    media.replaceWith(still)
  }
}

/**
 * Adds sheets with the answers of all quizzes and questions, as many as they need. Gives how many were added. Called
 * before the questions' own answers are hidden.
 */
export function addAnswers(heading: string): number {
  const entries: HTMLElement[] = []
  for (const sheet of document.querySelectorAll<HTMLElement>('.sheet')) {
    const number = /\d+/.exec(sheet.style.counterSet)?.[0] ?? ''
    for (const question of sheet.querySelectorAll<HTMLElement>('.callout-quiz, .callout-think')) {
      const entry = document.createElement('li')
      const title = document.createElement('strong')
      const link = document.createElement('a')
      link.href = `#${sheet.querySelector('.slide')?.id ?? ''}`
      link.textContent = number
      title.append(link, ` ${question.querySelector('.callout-title')?.textContent ?? ''}`)
      entry.append(title)
      for (const [at, option] of [...question.querySelectorAll<HTMLElement>('.quiz-option')].entries()) {
        if (!option.matches('.quiz-right')) continue
        const copy = option.cloneNode(true) as HTMLElement
        copy.querySelector('.quiz-mark')?.remove()
        for (const paragraph of copy.querySelectorAll(':scope > p'))
          paragraph.replaceWith(...paragraph.childNodes)
        const line = document.createElement('p')
        line.className = 'answer-right'
        const letter = document.createElement('strong')
        letter.textContent = String.fromCharCode(65 + at)
        line.append(letter, ' ', ...copy.childNodes)
        entry.append(line)
      }
      for (const answer of question.querySelectorAll('.quiz-explanation, .think-answer')) {
        const copy = answer.cloneNode(true) as HTMLElement
        copy.className = 'answer-why'
        entry.append(copy)
      }
      for (const fragment of entry.querySelectorAll('.fragment')) fragment.classList.remove('fragment')
      if (entry.childElementCount > 1) entries.push(entry)
    }
  }
  let added = 0
  while (entries.length > 0) {
    const sheet = document.createElement('div')
    sheet.className = 'sheet answers'
    const slide = document.createElement('section')
    slide.className = 'slide'
    slide.id = added === 0 ? 'answers' : `answers-${added + 1}`
    const title = document.createElement('h2')
    title.textContent = heading
    const list = document.createElement('ul')
    slide.append(title, list)
    sheet.append(slide)
    const last = [...document.querySelectorAll('.sheet')].pop()
    const cell = last?.closest('.cell')
    if (cell) {
      const next = cell.cloneNode(false) as HTMLElement
      const frame = document.createElement('div')
      frame.className = 'cell-sheet'
      frame.append(sheet)
      next.append(frame)
      cell.after(next)
    } else last?.after(sheet)
    const first = entries.shift()
    if (first) list.append(first)
    for (let next = entries[0]; next; next = entries[0]) {
      list.append(next)
      // Past the second column.
      if (list.scrollWidth > list.clientWidth + 1) {
        next.remove()
        break
      }
      entries.shift()
    }
    added++
  }
  return added
}

/** Notes as plain text: paragraphs apart, items by their dashes, formulas as their TeX. */
export function notesAsText(notes: readonly string[]): string[] {
  return notes.map((html) => {
    const { body } = new DOMParser().parseFromString(html, 'text/html')
    for (const formula of body.querySelectorAll('.katex'))
      formula.replaceWith(`$${formula.querySelector('annotation')?.textContent ?? ''}$`)
    for (const hidden of body.querySelectorAll('script, style, svg')) hidden.remove()
    // Line ends of the source are spaces, but in code.
    const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const text = texts.currentNode as Text
      if (!text.parentElement?.closest('pre')) text.data = text.data.replace(/\s+/g, ' ')
    }
    for (const end of body.querySelectorAll('br')) end.replaceWith('\n')
    for (const item of body.querySelectorAll('li')) item.prepend('– ')
    for (const block of body.querySelectorAll('p, li, pre, h1, h2, h3, h4, blockquote, table, tr'))
      block.append(block.matches('li, tr, li p') ? '\n' : '\n\n')
    return body.textContent
      .replace(/ *\n */g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  })
}
