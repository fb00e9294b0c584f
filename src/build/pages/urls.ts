import type { Manifest } from '../../shared/manifest.ts'
import type { PagePolicy } from './policy.ts'

/** Folder of hashed files in the output. */
export const ASSETS = 'assets/'

/** What a page template is told of the site around it. */
export interface PageUrls {
  /** Way from the page to the site's root, `''` or ending with `/`; replaces `SITE_ROOT` in compiled HTML. */
  root: string
  /** Classic scripts to load deferred, in order. */
  scripts: string[]
  styles: string[]
  /** What the page may load and run; none in the preview, whose modules come and go. */
  policy?: PagePolicy
}

/** A deck as the index page lists it. */
export interface IndexEntry {
  manifest: Manifest
  description: string
}
