/** What the review page's HTML and its scripts agree on. */
import type { FrozenWords } from './frozen-words.ts'

/** Id of the `<script type="application/json">` with the page's `ReviewData`. */
export const REVIEW_DATA_ID = 'lectern-review'

/** Class of each slide's `<article>`. */
export const REVIEW_SLIDE_CLASS = 'review-slide'

/** Attribute of a notes' part: the fragment that it belongs to. */
export const STEP_ATTRIBUTE = 'data-fragment-index'

/** Id of the outline. */
export const OUTLINE_ID = 'lectern-outline'

/** Type of a `<script>` that holds a part of the runtime as text, where the page has everything in itself. */
export const LAZY_SCRIPT_TYPE = 'text/x-lazy'

/** Parts of the review that load when they are first used, each from a script of its own. */
export type LazyPart = 'search' | 'cards' | 'marks'

/** Where the page finds what it loads later, seen from the page; a part that is missing is not offered. */
export interface ReviewData {
  /** Way to the site's root, `''` or ending with `/`. */
  root: string
  /** The lecture page. */
  lecture: string
  /** What the page's scripts say. */
  words: Record<'review' | 'practice' | 'marks', FrozenWords>
  /** Scripts by the names of parts; `search-index:DECK` holds what a deck's search looks in. */
  parts: Record<string, string>
  /** Day of the exam, `2026-12-31`. */
  exam?: string
  /** Parts are modules: the preview's server. */
  modules?: boolean
}

/** Key under which light or dark is kept, for the lecture and the review alike. */
export const SCHEME_KEY = 'lectern:scheme'

/** Key under which the size of text is kept. */
export const TEXT_SIZE_KEY = 'lectern:text-size'

/** Key under which `off` is kept where the page's single keys are turned off. */
export const KEYS_KEY = 'lectern:keys'

/** Sizes of text that can be chosen, as factors of the page's own. */
export const TEXT_SIZES = [0.9, 1, 1.15, 1.3, 1.5] as const
