/** The date that a document bears; never the clock's, so that the same source gives the same file. */

/** `SOURCE_DATE_EPOCH` in seconds where it is set, else the deck's own date, else the first of the year 2000. */
export function documentDate(date: string, epoch: string | undefined = process.env.SOURCE_DATE_EPOCH): Date {
  if (epoch && /^\d+$/.test(epoch)) return new Date(Number(epoch) * 1000)
  const iso = /^\d{4}-\d{2}-\d{2}/.exec(date)?.[0]
  const own = iso === undefined ? NaN : Date.parse(iso)
  return new Date(Number.isNaN(own) ? Date.UTC(2000, 0, 1) : own)
}
