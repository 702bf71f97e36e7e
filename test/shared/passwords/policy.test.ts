import { describe, expect, it } from 'vitest'
import { BEST_LENGTH, DEFAULT_LENGTH, limitOf, longestFor, MINIMUM_LENGTH, passwordTargets } from '#shared/passwords/policy.ts'

describe('policy', () => {
  it('makes Best passwords by default, which every target takes', () => {
    expect([MINIMUM_LENGTH, BEST_LENGTH]).toEqual([12, 25])
    expect(DEFAULT_LENGTH).toBeGreaterThanOrEqual(BEST_LENGTH)
    for (const target of [...passwordTargets, null]) expect(DEFAULT_LENGTH).toBeLessThanOrEqual(longestFor(target))
  })

  it.each([
    ['windows', 127, 127],
    ['sql-server', 128, 128],
    ['erp', 127, null],
    [null, 127, null],
  ] as const)('for %s makes up to %j characters and holds %j against a password', (target, longest, limit) => {
    expect({ longest: longestFor(target), limit: limitOf(target) }).toEqual({ longest, limit })
  })
})
