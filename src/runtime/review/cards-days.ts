/** Days as the student's clock has them. */

export const DAY = 86_400_000

/** The local day of a moment, `2026-12-31`. */
export function dayOf(time: number): string {
  const date = new Date(time)
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** Midnight at the start of the local day of `time`, `days` later. */
export function midnight(time: number, days = 0): number {
  const date = new Date(time)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime()
}

/** Whole days from now to the day of the exam; undefined without one, or after it. */
export function daysToExam(exam: string | undefined, now: number): number | undefined {
  if (!exam) return undefined
  const [year = 0, month = 1, day = 1] = exam.split('-').map(Number)
  const days = Math.round((new Date(year, month - 1, day).getTime() - midnight(now)) / DAY)
  return days < 0 ? undefined : days
}
