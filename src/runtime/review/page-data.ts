/** What the page brings with it. */
import type { Manifest } from '../../shared/manifest.ts'
import { MANIFEST_ID } from '../../shared/markup.ts'
import { REVIEW_DATA_ID, REVIEW_SLIDE_CLASS, type ReviewData } from '../../shared/review.ts'

/** The deck as data. */
export function readManifest(): Manifest {
  return read(MANIFEST_ID) as Manifest
}

/** Where the parts are that load later. */
export function readReviewData(): ReviewData {
  return read(REVIEW_DATA_ID) as ReviewData
}

/** All slides of the page in reading order. */
export function articles(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`.${REVIEW_SLIDE_CLASS}`)]
}

function read(id: string): unknown {
  return JSON.parse(document.querySelector(`script#${id}`)?.textContent ?? '{}')
}
