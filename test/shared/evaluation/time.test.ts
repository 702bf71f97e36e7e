import { describe, expect, it } from 'vitest'

import { addCalendarMonths, dayOf, endOfDay, startOfDay } from '#shared/evaluation/time.ts'

describe('time', () => {
  it('knows the ends of a UTC day', () => {
    expect(new Date(startOfDay('2026-03-01T15:00:00Z')).toISOString()).toBe('2026-03-01T00:00:00.000Z')
    expect(new Date(endOfDay('2026-03-01')).toISOString()).toBe('2026-03-01T23:59:59.999Z')
    expect(dayOf(Date.parse('2026-03-01T23:59:59Z'))).toBe('2026-03-01')
  })

  it.each([
    ['2025-02-28T10:00:00Z', 12, '2026-02-28T10:00:00.000Z'],
    ['2024-02-29T10:00:00Z', 12, '2025-02-28T10:00:00.000Z'],
    ['2025-08-31T00:00:00Z', 6, '2026-02-28T00:00:00.000Z'],
    ['2025-12-15T00:00:00Z', 1, '2026-01-15T00:00:00.000Z'],
  ])('%s and %i calendar months is %s', (from, months, expected) => {
    expect(new Date(addCalendarMonths(Date.parse(from), months)).toISOString()).toBe(expected)
  })
})
