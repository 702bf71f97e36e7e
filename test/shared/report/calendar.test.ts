import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CalendarDay, calendarFile, callCalendarFile } from '#shared/report/calendar.ts'

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

describe('callCalendarFile', () => {
  const { day: _day, ...appointment } = day

  it('takes the time of the call and reminds an hour before', () => {
    const text = callCalendarFile({ ...appointment, startsAt: '2026-12-31T23:30:00Z', durationMinutes: 90 })
    expect(text).toContain('\r\nDTSTAMP:20261120T100000Z\r\nDTSTART:20261231T233000Z\r\nDTEND:20270101T010000Z\r\n')
    expect(text).toContain('\r\nTRANSP:OPAQUE\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\n')
    expect(text).toContain('\r\nTRIGGER:-PT1H\r\nEND:VALARM\r\n')
    expect(text).not.toMatch(/VALUE=DATE|ORGANIZER|ATTENDEE/)
  })

  it('reads a time without seconds', () => {
    expect(callCalendarFile({ ...appointment, startsAt: '2026-12-31T23:30Z', durationMinutes: 1 })).toContain('DTSTART:20261231T233000Z')
  })
})

/** What a calendar reads: lines unfolded, then the text of a value unescaped. */
function readBack(text: string, property: string): string | undefined {
  const line = text
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .find((each) => each.startsWith(`${property}:`))
  return line?.slice(property.length + 1).replace(/\\([\\;,nN])/g, (_whole, escaped: string) => (/n/i.test(escaped) ? '\n' : escaped))
}

describe('any text in a calendar file', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 300 })

  it('is read back as it was, apart from the kind of its line breaks', () => {
    fc.assert(
      fc.property(text, text, (summary, description) => {
        const file = calendarFile({ ...day, summary, description })
        const plain = (given: string): string => given.replace(/\r\n|\r/g, '\n')
        expect(readBack(file, 'SUMMARY')).toBe(plain(summary))
        expect(readBack(file, 'DESCRIPTION')).toBe(plain(description))
      }),
    )
  })

  it('breaks no line over 75 bytes, none inside a character, and starts no property of its own', () => {
    const hostile = fc.array(fc.constantFrom('\r\n', '\n', '\r', ';', ',', '\\', 'ATTENDEE:mailto:x', 'END:VEVENT', 'ü', '日', '😀', ' '), {
      maxLength: 80,
    })
    fc.assert(
      fc.property(hostile, (parts) => {
        const file = calendarFile({ ...day, summary: parts.join('') })
        const lines = file.split('\r\n')
        for (const line of lines) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(Buffer.from(line).toString()).toBe(line)
          expect(line).not.toMatch(/[\r\n]/)
        }
        expect(lines.filter((line) => line.startsWith('ATTENDEE') || line === 'END:VEVENT')).toEqual(['END:VEVENT'])
      }),
    )
  })
})
