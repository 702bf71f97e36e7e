import { LONGEST_INTERVAL_MONTHS } from './problems.ts'

/** The same day of the month so many months later, or the last of a shorter month, as yyyy-mm-dd in local time; null for no such number of months. */
export function dayAfterMonths(today: Date, months: number): string | null {
  if (!Number.isInteger(months) || months < 1 || months > LONGEST_INTERVAL_MONTHS) return null
  const lastOfMonth = new Date(today.getFullYear(), today.getMonth() + months + 1, 0)
  const date = Math.min(today.getDate(), lastOfMonth.getDate())
  const twoDigits = (value: number) => String(value).padStart(2, '0')
  return `${lastOfMonth.getFullYear()}-${twoDigits(lastOfMonth.getMonth() + 1)}-${twoDigits(date)}`
}
