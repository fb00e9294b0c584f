/** What may come from outside by the page's query. */
import { PREVIEW_QUERY } from '../../shared/speaker.ts'

/** Takes out of the query what Reveal would take for a setting: `?url=javascript:…` would run. */
export function cleanQuery(): void {
  const kept = new URLSearchParams(location.search).has(PREVIEW_QUERY) ? `?${PREVIEW_QUERY}` : ''
  if (kept !== location.search) history.replaceState(null, '', location.pathname + kept + location.hash)
}
