/** Drawing on slides: pen, highlighter, eraser, a board before the slide; joins the sheet, what is kept, and the bar. */
import { type BoardColour, INK_COLOURS } from '../../../shared/ink.ts'
import type { Manifest } from '../../../shared/manifest.ts'
import { lectureWords } from '../words.ts'
import type { LectureDeck } from '../deck-api.ts'
import { InkBar, type InkAction } from './ink-bar.ts'
import { loadInk, saveInk } from './ink-file.ts'
import { InkLayer, type Tool } from './ink-layer.ts'
import { InkStore } from './ink-store.ts'
import { withStrokes } from './slide-ink.ts'

export interface Ink {
  /** What a key does with it; nothing where the key means something else now. */
  actionFor(key: string, shift: boolean): (() => void) | undefined
  /** Undoes or does again, where a tool is on. */
  travel(way: 'undo' | 'redo'): boolean
  /** Puts the tool away; whether there was one. */
  leave(): boolean
  /** Whether a tool is on. */
  readonly isOn: boolean
  /** Called when the tool was put away. */
  onLeave: () => void
  store: InkStore
}

/** The order in which one key brings boards and takes them away. */
const boards: (BoardColour | undefined)[] = [undefined, 'white', 'black']

export function installInk(deck: LectureDeck, manifest: Manifest): Ink {
  const words = lectureWords()
  const store = new InkStore(location.pathname)
  const layer = new InkLayer(deck, store, manifest.stage)
  const bar = new InkBar(words, (what) => act(what))
  let trouble = ''
  const slug = () => deck.getCurrentSlide().id

  function act(what: InkAction | number): void {
    trouble = ''
    const was = ink.isOn
    if (typeof what === 'number') layer.colours[drawing()] = what
    else if (what === 'pen' || what === 'marker' || what === 'eraser') choose(what)
    else if (what === 'undo' || what === 'redo') store[what](slug())
    else if (what === 'board') turnBoard()
    else if (what === 'clear') store.change(slug(), withStrokes(store.get(slug()), []))
    else if (what === 'save') saveInk(store, manifest.deck)
    else if (what === 'load') loadInk(store, () => say(words.tools.notInk))
    else layer.tool = undefined
    if (was && !layer.tool) ink.onLeave()
    refresh()
  }

  /** The same tool again puts it away. */
  function choose(tool: Tool): void {
    layer.tool = layer.tool === tool ? undefined : tool
  }

  /** The tool whose colour shows. */
  function drawing(): 'pen' | 'marker' {
    return layer.tool === 'marker' ? 'marker' : 'pen'
  }

  function turnBoard(): void {
    const { shown, ...ink } = store.get(slug())
    const next = boards[(boards.indexOf(shown) + 1) % boards.length]
    store.change(slug(), { ...ink, ...(next && { shown: next }) })
    if (next && !layer.tool) layer.tool = 'pen'
  }

  function say(text: string): void {
    trouble = text
    refresh()
  }

  function refresh(): void {
    layer.draw()
    bar.show(
      layer.tool && {
        tool: layer.tool,
        colour: layer.colours[drawing()],
        undo: store.can(slug(), 'undo'),
        redo: store.can(slug(), 'redo'),
        board: Boolean(store.get(slug()).shown),
        trouble: trouble || (store.keepsNothing ? words.tools.notKept : ''),
      },
    )
  }

  const keys: Record<string, InkAction> = { c: 'pen', y: 'marker', e: 'eraser', x: 'board' }
  const whileDrawing: Record<string, InkAction> = { Delete: 'clear' }

  store.onChange = (changed) => {
    if (changed === slug()) refresh()
  }
  for (const event of ['slidechanged', 'ready'])
    deck.on(event, () => {
      layer.finish()
      refresh()
    })
  const ink: Ink = {
    store,
    onLeave: () => undefined,
    get isOn() {
      return layer.tool !== undefined
    },
    actionFor(key, shift) {
      if (deck.isOverview()) return undefined
      if (layer.tool && key === 'z') return () => act(shift ? 'redo' : 'undo')
      if (shift) return undefined
      if (layer.tool && /^[1-9]$/.test(key) && Number(key) <= INK_COLOURS) return () => act(Number(key))
      const action = (layer.tool && whileDrawing[key]) ?? keys[key]
      return action && (() => act(action))
    },
    travel(way) {
      if (layer.tool) act(way)
      return Boolean(layer.tool)
    },
    leave() {
      const was = Boolean(layer.tool)
      if (was) act('leave')
      return was
    },
  }
  return ink
}
