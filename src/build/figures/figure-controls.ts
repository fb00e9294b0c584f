/** Controls of a figure: checked, put into words, and turned through all that they can stand at. */
import type { ShownControl } from '../../compiler/host.ts'
import type { Figure, FigureControl } from '../../figure.ts'

/** More drawings than this no page should have to carry. */
const MOST_STATES = 400

export type Setting = Record<string, string | number | boolean>

/** What is wrong with a figure's controls, and how to mend it. */
export interface ControlProblem {
  reason: string
  fix: string
}

/** The setting in which the figure is drawn at first. */
export function firstSetting(figure: Pick<Figure, 'controls'>): Setting {
  return Object.fromEntries(
    Object.entries(figure.controls ?? {}).map(([name, control]) => [
      name,
      control.start ?? control.values[0]!,
    ]),
  )
}

/** What the page shows of the controls; or what is wrong with them. */
export function shownControls(
  controls: Readonly<Record<string, FigureControl>>,
): ShownControl[] | ControlProblem {
  const list: ShownControl[] = []
  for (const [name, control] of Object.entries(controls)) {
    const { label, values, start, say } = control
    const wrong = (reason: string, fix: string): ControlProblem => ({
      reason: `The control \`${name}\` ${reason}`,
      fix,
    })
    if (typeof label !== 'string' || label.trim() === '')
      return wrong('has no `label`', 'Say in a few words what it turns.')
    if (!Array.isArray(values) || values.length < 2 || values.length > 100)
      return wrong('has no 2 to 100 `values`', 'Write `values: [1, 2, 3]`, or `[false, true]` for a switch.')
    const kinds = new Set(values.map((value) => typeof value))
    const [kind] = kinds
    if (kinds.size > 1 || !['string', 'number', 'boolean'].includes(kind!))
      return wrong('mixes kinds of values', 'Give it numbers, or words, or `[false, true]`.')
    const at = start === undefined ? 0 : values.indexOf(start)
    if (at < 0)
      return wrong(
        `starts at \`${String(start)}\`, which is none of its values`,
        `Start at one of: ${values.join(', ')}.`,
      )
    const words = say as ((value: unknown) => string) | undefined
    list.push({
      name,
      label: label.trim(),
      kind: kind === 'number' ? 'slider' : kind === 'boolean' ? 'switch' : 'buttons',
      said: values.map((value) => (words ? String(words(value)) : String(value))),
      start: at,
    })
  }
  const states = list.reduce((product, { said }) => product * said.length, 1)
  if (states > MOST_STATES)
    return {
      reason: `The controls lead to ${states} drawings`,
      fix: `Leave out values: at most ${MOST_STATES} drawings are made.`,
    }
  return list
}

/** Every setting, the last control turning fastest. */
export function settings(controls: Readonly<Record<string, FigureControl>>): Setting[] {
  return Object.entries(controls).reduce<Setting[]>(
    (all, [name, { values }]) =>
      all.flatMap((setting) => values.map((value) => ({ ...setting, [name]: value }))),
    [{}],
  )
}
