/** Pictures with `{lightbox}`: a click shows them as large as the window allows. */

/** Opens the picture that is clicked; Escape, a click or Enter closes it and gives the focus back. */
export function installLightbox(root: HTMLElement): void {
  root.addEventListener('click', (event) => {
    const link = (event.target as Element).closest?.<HTMLAnchorElement>('a.lightbox')
    const picture = link?.querySelector('img')
    if (!link || !picture || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    show(picture, link)
  })
}

function show(picture: HTMLImageElement, link: HTMLElement): void {
  const dialog = document.createElement('dialog')
  dialog.className = 'lightbox-dialog'
  dialog.setAttribute('aria-label', picture.alt)
  const large = document.createElement('img')
  large.src = picture.currentSrc || picture.src
  large.alt = picture.alt
  dialog.append(large)
  // No key of the deck works while it is open.
  dialog.addEventListener('keydown', (event) => event.stopPropagation())
  dialog.addEventListener('click', () => dialog.close())
  dialog.addEventListener('close', () => {
    dialog.remove()
    link.focus()
  })
  document.body.append(dialog)
  dialog.showModal()
}
