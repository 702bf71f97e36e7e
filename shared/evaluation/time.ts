/** Milliseconds in a day. */
export const DAY_MS = 86_400_000

/** First instant (ms) of the UTC day of a date or time. */
export function startOfDay(dateOrTime: string): number {
  return Date.parse(`${dateOrTime.slice(0, 10)}T00:00:00.000Z`)
}

/** Last instant (ms) of the UTC day of a date or time. */
export function endOfDay(dateOrTime: string): number {
  return startOfDay(dateOrTime) + DAY_MS - 1
}

/** Day of an instant (ms) in UTC, e.g. `2026-03-01`. */
export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

/** The same time of day so many calendar months later; the last day of the month where that day does not exist. */
export function addCalendarMonths(ms: number, months: number): number {
  const from = new Date(ms)
  const day = from.getUTCDate()
  const target = new Date(ms)
  target.setUTCDate(1)
  target.setUTCMonth(from.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate()
  target.setUTCDate(Math.min(day, lastDay))
  return target.getTime()
}
