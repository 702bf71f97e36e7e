import type { Translator } from '../texts/translator.ts'

/** The day of a date or instant in words, in UTC, e.g. `1 March 2026`. */
export function dayInWords(dateOrInstant: string, translator: Translator): string {
  const [year = '', month = '', day = ''] = dateOrInstant.slice(0, 10).split('-')
  return translator.text('report/day', { day: String(Number(day)), month: translator.text(`report/month/${Number(month)}`), year })
}

/** An instant in words to the minute, in UTC, e.g. `1 March 2026, 08:15 UTC`. */
export function momentInWords(instant: string, translator: Translator): string {
  return translator.text('report/moment', { date: dayInWords(instant, translator), time: instant.slice(11, 16) })
}
