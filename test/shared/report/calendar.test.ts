import { describe, expect, it } from 'vitest'
import { type CalendarDay, calendarFile } from '#shared/report/calendar.ts'

const day: CalendarDay = {
  uid: 'case@erp-checkup',
  stamp: '2026-11-20T10:00:00.123Z',
  day: '2027-02-28',
  summary: 'Review',
  description: 'Check again.',
}

describe('calendarFile', () => {
  it('is one whole day that names nobody and leaves the day free', () => {
    const text = calendarFile(day)
    expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true)
    expect(text.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true)
    expect(text).toContain('DTSTAMP:20261120T100000Z\r\nDTSTART;VALUE=DATE:20270228\r\nDTEND;VALUE=DATE:20270301\r\n')
    expect(text).not.toMatch(/ORGANIZER|ATTENDEE/)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it('escapes what would end a value or start a property', () => {
    const text = calendarFile({ ...day, summary: 'a;b,c\\d\nATTENDEE:mailto:x\r\ny' })
    expect(text).toContain('\r\nSUMMARY:a\\;b\\,c\\\\d\\nATTENDEE:mailto:x\\ny\r\n')
  })

  it.each([
    ['letters', 'a'.repeat(400)],
    ['letters of two bytes', 'ü'.repeat(200)],
    ['characters of four bytes', '😀'.repeat(100)],
  ])('folds long lines of %s within 75 bytes and between characters', (_name, summary) => {
    const text = calendarFile({ ...day, summary })
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(line).not.toContain('\uFFFD')
    }
    expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${summary}\r\n`)
  })

  it('leaves a line of exactly 75 bytes whole', () => {
    expect(calendarFile({ ...day, summary: 'a'.repeat(67) })).toContain(`\r\nSUMMARY:${'a'.repeat(67)}\r\n`)
    expect(calendarFile({ ...day, summary: 'a'.repeat(68) })).toContain(`\r\nSUMMARY:${'a'.repeat(67)}\r\n a\r\n`)
  })
})
