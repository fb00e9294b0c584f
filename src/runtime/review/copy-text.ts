/** The clipboard, and the old way where there is none: from disk and over plain http. */

/** Copies; false where the browser refuses. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const field = document.createElement('textarea')
    field.value = text
    field.style.position = 'fixed'
    const before = document.activeElement as HTMLElement | null
    // In a dialog the rest of the page takes no focus.
    ;(before?.closest('dialog') ?? document.body).append(field)
    field.select()
    const done = document.execCommand('copy')
    field.remove()
    before?.focus()
    return done
  }
}
