import type { Translator } from '../texts/translator.ts'

/** The day of a date or instant in words, in UTC, e.g. `1 March 2026`. */
export function dayInWords(dateOrInstant: string, translator: Translator): string {
  const [year = '', month = '', day = ''] = dateOrInstant.slice(0, 10).split('-')
  return translator.text('report/day', { day: String(Number(day)), month: translator.text(`report/month/${Number(month)}`), year })
}

/** An instant as people in a time zone (IANA name; absent: UTC) read it: day in words, `09:15`, and the distance from UTC, e.g. `UTC+01:00`. */
export function dayAndTime(
  instant: string,
  translator: Translator,
  timeZone?: string,
): { readonly day: string; readonly time: string; readonly offset: string } {
  const parts = timeZone === undefined ? {} : partsIn(instant, timeZone)
  const offset = (parts.timeZoneName ?? 'UTC').replace('GMT', 'UTC').replace('+00:00', '')
  if (offset === 'UTC') return { day: dayInWords(instant, translator), time: instant.slice(11, 16), offset }
  return { day: dayInWords(`${parts.year}-${parts.month}-${parts.day}`, translator), time: `${parts.hour}:${parts.minute}`, offset }
}

/**
 * An instant in words to the minute, e.g. `1 March 2026, 08:15 UTC`.
 *
 * In a time zone (IANA name, e.g. `Europe/Berlin`) as people there read it, with the distance from UTC: `1 March 2026, 09:15 (UTC+01:00)`.
 */
export function momentInWords(instant: string, translator: Translator, timeZone?: string): string {
  const { day: date, time, offset } = dayAndTime(instant, translator, timeZone)
  return offset === 'UTC'
    ? translator.text('report/moment', { date, time })
    : translator.text('report/moment-local', { date, time, offset })
}

function partsIn(instant: string, timeZone: string): { readonly [Part in Intl.DateTimeFormatPartTypes]?: string } {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'longOffset',
  })
  return Object.fromEntries(format.formatToParts(Date.parse(instant)).map(({ type, value }) => [type, value]))
}
