import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readInstallDate } from '#electron/probes/install-date.ts'

describe('install-date', () => {
  it.each([
    { text: '20240301', date: '2024-03-01' },
    { text: ' 20240229 ', date: '2024-02-29' },
  ])('reads $text', ({ text, date }) => {
    expect(readInstallDate(text)).toBe(date)
  })

  it.each(['', '20230229', '20241301', '20240100', '2024-03-01', '1.3.2024', '3/1/2024', '202403011', '00000000'])(
    'does not guess at %j',
    (text) => {
      expect(readInstallDate(text)).toBeNull()
    },
  )

  it('reads every day of the calendar', () => {
    const days = fc.date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (day) => {
        const date = day.toISOString().slice(0, 10)
        expect(readInstallDate(date.replaceAll('-', ''))).toBe(date)
      }),
    )
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => readInstallDate(text) === null || text.trim().length === 8))
  })
})
