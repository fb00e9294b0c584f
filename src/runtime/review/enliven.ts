/** The one place that brings the page alive: each part takes the page as the build wrote it and adds to it. */
import type { Manifest } from '../../shared/manifest.ts'
import { followAddress } from './address.ts'
import { lightSteps } from './light-steps.ts'
import { articles, readManifest, readReviewData } from './page-data.ts'

/** Enlivens the whole page. */
export function enliven(): void {
  const manifest: Manifest = readManifest()
  const data = readReviewData()
  const lights = lightSteps(articles(), manifest.lang, data.lecture)
  followAddress(lights)
}
