import { DAY_MS, dayOf, startOfDay } from '../evaluation/time.ts'

interface Appointment {
  /** the same for the same appointment, so that a later file replaces an earlier one */
  readonly uid: string
  /** when the file was made, ISO 8601 UTC */
  readonly stamp: string
  readonly summary: string
  readonly description: string
}

/** A day to remember. */
export interface CalendarDay extends Appointment {
  /** e.g. `2026-06-01` */
  readonly day: string
}

/** A call at a time of a day. */
export interface CalendarCall extends Appointment {
  /** ISO 8601 UTC */
  readonly startsAt: string
  readonly durationMinutes: number
}

/** RFC 5545, 3.1: a line has at most 75 bytes before its line break. */
const LONGEST_LINE_BYTES = 75

const MINUTE_MS = 60_000

/**
 * An all-day appointment as a calendar file (RFC 5545), with a reminder a week before.
 *
 * It names no organiser and no guests and leaves the day free: nothing is sent to anybody.
 */
export function calendarFile({ day, ...appointment }: CalendarDay): string {
  const when = [`DTSTART;VALUE=DATE:${compact(day)}`, `DTEND;VALUE=DATE:${compact(dayOf(startOfDay(day) + DAY_MS))}`]
  return fileOf(appointment, when, 'TRANSPARENT', '-P7D')
}

/** A call as a calendar file (RFC 5545), with a reminder an hour before; the time is taken. Nothing is sent to anybody. */
export function callCalendarFile({ startsAt, durationMinutes, ...appointment }: CalendarCall): string {
  const startMs = Date.parse(startsAt)
  const when = [`DTSTART:${moment(startMs)}`, `DTEND:${moment(startMs + durationMinutes * MINUTE_MS)}`]
  return fileOf(appointment, when, 'OPAQUE', '-PT1H')
}

function fileOf(
  { uid, stamp, summary, description }: Appointment,
  when: readonly string[],
  transparency: 'TRANSPARENT' | 'OPAQUE',
  reminder: string,
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//ERP Sync Security Checkup//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${moment(Date.parse(stamp))}`,
    ...when,
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText(description)}`,
    `TRANSP:${transparency}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escapeText(summary)}`,
    `TRIGGER:${reminder}`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
}

/** RFC 5545, 3.3.5: a time in UTC, e.g. `20260302T090000Z`. */
function moment(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}

function compact(day: string): string {
  return day.slice(0, 10).replaceAll('-', '')
}

/** What would end a value or start another property is escaped. */
function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\r\n|\r|\n/g, '\\n')
}

/** Breaks a line between characters, never inside one; a further line begins with a blank, which counts. */
function fold(line: string): string {
  let bytes = 0
  let folded = ''
  for (const character of line) {
    const size = bytesOf(character)
    if (bytes + size > LONGEST_LINE_BYTES) {
      folded += '\r\n '
      bytes = 1
    }
    folded += character
    bytes += size
  }
  return folded
}

/** Length of a character in UTF-8. */
function bytesOf(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x10000 ? 3 : 4
}
