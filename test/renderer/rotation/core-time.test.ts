import { describe, expect, it } from 'vitest'
import { clockFace } from '#renderer/rotation/core-time.ts'

describe('clock', () => {
  it.each([
    ['nothing yet', 0, '0:00'],
    ['a second that is not full', 999, '0:00'],
    ['nine seconds', 9_000, '0:09'],
    ['just under a minute', 59_999, '0:59'],
    ['a minute', 60_000, '1:00'],
    ['just under an hour', 3_599_000, '59:59'],
    ['an hour', 3_600_000, '1:00:00'],
    ['an hour and a bit', 3_849_000, '1:04:09'],
    ['a clock that was set back', -5_000, '0:00'],
  ])('shows %s', (_name, durationMs, face) => {
    expect(clockFace(durationMs)).toBe(face)
  })
})
