/** Buttons of the bar that need a script: they come with it. */

/** Adds a button to the bar's tools, before the way to the lecture. `icon` is the inside of a 24 × 24 SVG. */
export function barButton(name: string, label: string, icon: string): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = `bar-button bar-${name}`
  button.ariaLabel = label
  button.title = label
  button.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true">${icon}</svg>`
  const tools = document.querySelector('.bar-tools')
  tools?.insertBefore(button, tools.querySelector('.bar-present'))
  return button
}
