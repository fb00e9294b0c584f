/** Emphasis and struck text beside Chinese, Japanese and Korean punctuation: `**“重要”**的`, `这是**重点。**后面`. */
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly'
import { gfmStrikethroughCjkFriendly } from 'micromark-extension-cjk-friendly-gfm-strikethrough'
import type { Processor } from 'unified'
import { addExtension } from './extension.ts'

/**
 * CommonMark asks for a space or a sign between a marker that touches punctuation and the word outside of it; scripts
 * without spaces have neither, so that the stars stayed on the slide.
 */
export function remarkCjkEmphasis(this: Processor): void {
  addExtension(this, cjkFriendlyExtension())
  addExtension(this, gfmStrikethroughCjkFriendly())
}
