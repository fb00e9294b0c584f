import {
  CONTROL_ATTRIBUTE,
  FIGURE_CONTROLS,
  STATES_ATTRIBUTE,
  packStates,
} from '../../../shared/figure-states.ts'
import type { ShownControl } from '../../host.ts'

/**
 * The controls of a figure: a slider, a switch or buttons each, native inputs in a labelled group, and the drawings that
 * they lead to as JSON in an attribute. Hidden until a script of the page turns them, and on paper.
 */
export function controlsHtml(
  prefix: string,
  title: string,
  list: readonly ShownControl[],
  htmls: readonly string[],
  first: string,
): string {
  const states = packStates(
    list.map(({ said }) => said),
    htmls,
    first,
  )
  // In an attribute, where nobody takes it for words of the slide.
  const json = JSON.stringify(states).replace(/[&<>']/g, (sign) => `&#${sign.charCodeAt(0)};`)
  const controls = list.map((control, index) => controlHtml(prefix, control, index)).join('')
  return `<div class="${FIGURE_CONTROLS}" role="group" aria-label="${escape(title)}" data-prevent-swipe ${STATES_ATTRIBUTE}='${json}'>${controls}</div>`
}

function controlHtml(
  prefix: string,
  { name, label, kind, said, start }: ShownControl,
  index: number,
): string {
  const mark = `${CONTROL_ATTRIBUTE}="${index}"`
  const id = `${prefix}${index}`
  if (kind === 'switch')
    return `<label class="figure-switch"><input type="checkbox" ${mark} value="1"${start === 1 ? ' checked' : ''}> ${escape(label)}</label>`
  if (kind === 'slider')
    return `<label class="figure-slider"><span id="${id}">${escape(label)}</span><input type="range" ${mark} min="0" max="${said.length - 1}" value="${start}" aria-valuetext="${escape(said[start]!)}"><output>${escape(said[start]!)}</output></label>`
  const buttons = said.map(
    (word, at) =>
      `<label><input type="radio" name="${id}-${escape(name)}" ${mark} value="${at}"${at === start ? ' checked' : ''}><span>${escape(word)}</span></label>`,
  )
  return `<fieldset class="figure-buttons"><legend>${escape(label)}</legend>${buttons.join('')}</fieldset>`
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
