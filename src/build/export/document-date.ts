/** The date that a document bears; never the clock's, so that the same source gives the same file. */

/** `SOURCE_DATE_EPOCH` in seconds where it is set, else the deck's own date; undefined where neither says one. */
export function documentDate(
  date: string,
  epoch: string | undefined = process.env.SOURCE_DATE_EPOCH,
): Date | undefined {
  if (epoch && /^\d+$/.test(epoch)) return new Date(Number(epoch) * 1000)
  const iso = /^\d{4}-\d{2}-\d{2}/.exec(date)?.[0]
  const own = iso === undefined ? NaN : Date.parse(iso)
  return Number.isNaN(own) ? undefined : new Date(own)
}
