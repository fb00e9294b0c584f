/** Planned and spent time: how a lecture's minutes are dealt out to its slides, and how it stands. Seconds throughout. */

export interface TimedSlide {
  /** Words on the slide and in its notes. */
  words: number
  /** What the author plans for it. */
  seconds?: number
}

/** Words that are said in a minute, where the deck names no duration. */
const WORDS_A_MINUTE = 130
/** What even an empty slide takes. */
const LEAST = 10

/**
 * Planned seconds of each slide. What authors give stays; the rest of `total` goes to the other slides by their words.
 * Without `total` a slide takes as long as its words.
 */
export function planSeconds(slides: readonly TimedSlide[], total?: number): number[] {
  const spoken = slides.map(({ words }) => LEAST + (words / WORDS_A_MINUTE) * 60)
  if (total === undefined) return slides.map(({ seconds }, index) => seconds ?? spoken[index]!)
  const given = slides.reduce((sum, { seconds = 0 }) => sum + seconds, 0)
  const open = slides.reduce(
    (sum, { seconds }, index) => sum + (seconds === undefined ? spoken[index]! : 0),
    0,
  )
  const factor = open === 0 ? 0 : Math.max(0, total - given) / open
  return slides.map(({ seconds }, index) => seconds ?? spoken[index]! * factor)
}

export interface Pace {
  /** Planned seconds up to here: before the slide, and the share of it that its steps say. */
  planned: number
  /** How far behind the plan; below zero: ahead of it. */
  behind: number
  /** When the lecture would end, in seconds from its start, if the rest takes as long as planned. */
  end: number
}

/** How a lecture stands on slide `index` after `share` (0 to 1) of its steps, `elapsed` seconds after its start. */
export function paceAt(seconds: readonly number[], index: number, share: number, elapsed: number): Pace {
  const before = seconds.slice(0, index).reduce((sum, value) => sum + value, 0)
  const all = seconds.reduce((sum, value) => sum + value, 0)
  const own = seconds[index] ?? 0
  // Being anywhere on a slide is on time as long as its own time runs.
  const from = before + share * own * 0.5
  const planned = Math.min(Math.max(elapsed, from), before + own)
  const behind = elapsed - planned
  return { planned, behind, end: all + behind }
}

/** `7:05`, `1:02:03`, with a sign where asked for. */
export function clockText(seconds: number): string {
  const whole = Math.round(Math.abs(seconds))
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const two = (value: number) => String(value).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}

/** `90`, `90s`, `2m`, `1:30` as seconds; undefined for anything else. */
export function readSeconds(written: string): number | undefined {
  const match = /^(?:(\d+):([0-5]\d)|(\d+(?:\.\d+)?)\s*(s|m|min)?)$/.exec(written.trim())
  if (!match) return undefined
  if (match[1] !== undefined) return Number(match[1]) * 60 + Number(match[2])
  return Number(match[3]) * (match[4]?.startsWith('m') ? 60 : 1)
}

/** Words of a text as they are said; a Han character counts as one. */
export function spokenWords(text: string): number {
  return text.match(/\p{Script=Han}|[\p{L}\p{N}’'-]+/gu)?.length ?? 0
}
