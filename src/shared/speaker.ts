/** What the lecture, its speaker view and the previews in it tell each other, from window to window. */

/** The speaker view, seen from the lecture page. */
export const SPEAKER_PAGE = 'speaker/index.html'

/** In the lecture page's query: it is a preview inside the speaker view. */
export const PREVIEW_QUERY = 'preview'

/** Id of the `<script type="application/json">` with `SpeakerData`. */
export const SPEAKER_DATA_ID = 'lectern-speaker'

/** Where a deck stands: a slide, and the index of the last step shown, -1 before the first. */
export interface SpeakerPlace {
  slug: string
  step: number
}

export type PointerKind = 'laser' | 'spotlight'

export type SpeakerMessage =
  /** "I am here": from a window that does not know whether the other one still knows it. */
  | { lectern: 'hello'; page: 'lecture' | 'speaker' }
  /** The lecture stands here. */
  | { lectern: 'at'; place: SpeakerPlace; paused: boolean }
  /** The lecture shall go there, or do what a key would. */
  | { lectern: 'go'; place: SpeakerPlace }
  | { lectern: 'do'; what: 'next' | 'previous' | 'first' | 'last' | 'pause' }
  /** A preview shall show this place, or the one a step after it. */
  | { lectern: 'show'; place: SpeakerPlace; ahead: boolean }
  /** A preview shall step by itself. */
  | { lectern: 'step'; what: 'next' | 'previous' }
  /** A preview shows this; `end` where there is nothing after it. */
  | { lectern: 'shown'; place: SpeakerPlace; end: boolean }
  /** A preview has stepped by itself, and shows this now. */
  | { lectern: 'stepped'; place: SpeakerPlace }
  /** What is drawn on a slide, as the lecture keeps it. */
  | { lectern: 'ink'; slug: string; ink: unknown }
  /** Where the speaker points, as shares of the stage; without a kind: nowhere any more. */
  | { lectern: 'point'; kind?: PointerKind; x: number; y: number }
  /** A key: of a tool, for a preview to use; or pressed in a preview, for the speaker view. */
  | { lectern: 'press'; key: string }
  /** Whether a tool is on in a preview, so that it needs the pointer. */
  | { lectern: 'tool'; on: boolean }
  /** Lecture and speaker view change windows. */
  | { lectern: 'swap'; place: SpeakerPlace }

/** Whether a message of some window is one of ours. */
export function isSpeakerMessage(data: unknown): data is SpeakerMessage {
  return (
    typeof data === 'object' && data !== null && typeof (data as { lectern?: unknown }).lectern === 'string'
  )
}

export interface SpeakerData {
  /** The lecture page, seen from the speaker view. */
  lecture: string
  /** Planned seconds of each slide that is shown, in order. */
  seconds: number[]
  /** Planned seconds in all; absent where the deck says no `duration`. */
  total?: number
}
