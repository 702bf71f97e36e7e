import { DAY_MS, dayOf, startOfDay } from '../evaluation/time.ts'

/** A day to remember. */
export interface CalendarDay {
  /** the same for the same appointment, so that a later file replaces an earlier one */
  readonly uid: string
  /** when the file was made, ISO 8601 UTC */
  readonly stamp: string
  /** e.g. `2026-06-01` */
  readonly day: string
  readonly summary: string
  readonly description: string
}

/** RFC 5545, 3.1: a line has at most 75 bytes before its line break. */
const LONGEST_LINE_BYTES = 75

/**
 * An all-day appointment as a calendar file (RFC 5545), with a reminder a week before.
 *
 * It names no organiser and no guests and leaves the day free: nothing is sent to anybody.
 */
export function calendarFile({ uid, stamp, day, summary, description }: CalendarDay): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//ERP Sync Security Checkup//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${stamp.slice(0, 19).replace(/[-:]/g, '')}Z`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(dayOf(startOfDay(day) + DAY_MS))}`,
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText(description)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escapeText(summary)}`,
    'TRIGGER:-P7D',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
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
