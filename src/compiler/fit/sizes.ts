/** Sizes that an element has by its classes, its style and its attributes. */
import { has, NO_CLASSES, styleOf, type Tag } from './html.ts'
import type { Type } from './type.ts'

/** What the author's own words for size do. */
export function classScale(tag: Tag): number {
  if (tag.classes === NO_CLASSES) return 1
  if (has(tag, 'small')) return 0.85
  if (has(tag, 'smaller')) return 0.78
  if (has(tag, 'lead')) return 1.12
  if (has(tag, 'large')) return 1.7
  if (has(tag, 'source') || has(tag, 'quiz-feedback')) return 0.8
  if (has(tag, 'quiz-hint')) return 0.85
  return 1
}

/** `font-size` of the tag's own style, as a factor. */
export function sizeScale(tag: Tag, size: number): number {
  const written = styleOf(tag, 'font-size')
  if (written === undefined) return 1
  const number = Number.parseFloat(written)
  if (!Number.isFinite(number))
    return { small: 0.83, smaller: 0.83, large: 1.2, larger: 1.2, 'x-large': 1.5 }[written] ?? 1
  if (written.endsWith('px')) return number / size
  if (written.endsWith('%')) return number / 100
  if (written.endsWith('pt')) return (number * 4) / 3 / size
  return written.endsWith('em') ? number : 1
}

/** The size at which a picture would stand where nothing hinders it, no wider than `room`. */
export function pictureSize(tag: Tag, type: Type, room: number): { width: number; height: number } {
  const natural = {
    width: px(tag.attributes.width, room, type) ?? 0,
    height: px(tag.attributes.height, 606, type) ?? 0,
  }
  const styled = px(styleOf(tag, 'width'), room, type)
  const high = px(styleOf(tag, 'height'), 606, type)
  const ratio = natural.width > 0 && natural.height > 0 ? natural.height / natural.width : 0.6
  let width =
    styled ?? (high !== undefined && natural.width > 0 ? high / ratio : natural.width || Math.min(room, 300))
  width = Math.min(width, room)
  const height = high ?? (natural.width > 0 || styled !== undefined ? width * ratio : natural.height || 150)
  return { width, height }
}

/** A CSS length in px. */
export function px(value: string | undefined, whole: number, type: Type): number | undefined {
  if (value === undefined) return undefined
  const number = Number.parseFloat(value)
  if (!Number.isFinite(number)) return undefined
  if (value.endsWith('%')) return (number / 100) * whole
  if (value.endsWith('rem')) return number * 16
  if (value.endsWith('em')) return number * type.size
  if (value.endsWith('vw')) return (number / 100) * 1280
  if (value.endsWith('vh')) return (number / 100) * 720
  if (value.endsWith('pt')) return (number * 4) / 3
  return number
}
