import { describe, expect, it } from 'vitest'

import { AREA_LIMITS_MS } from '#electron/collector/limits.ts'
import { LIMITS, settleWithin, startClock } from '#electron/probes/tls-endpoints/limits.ts'

describe('limits', () => {
  it('leave the area half of its time', () => {
    expect(LIMITS.wholeMs * 2).toBeLessThanOrEqual(AREA_LIMITS_MS.network)
  })

  it('give a step its own limit, or what is left', () => {
    const clock = startClock({ ...LIMITS, wholeMs: 1000 })
    expect(clock.stepMs(10)).toBe(10)
    expect(clock.stepMs(5000)).toBeLessThanOrEqual(1000)
    expect(clock.isOver()).toBe(false)
  })

  it('give a step a moment when nothing is left', () => {
    const clock = startClock({ ...LIMITS, wholeMs: 0 })
    expect(clock.stepMs(5000)).toBe(1)
    expect(clock.isOver()).toBe(true)
  })

  it.each<{ name: string; start: (settle: (value: string) => void) => void; expected: string }>([
    { name: 'what comes at once', start: (settle) => settle('come'), expected: 'come' },
    { name: 'what comes first', start: (settle) => setImmediate(() => ['come', 'again'].forEach(settle)), expected: 'come' },
    { name: 'what stands for nothing', start: () => undefined, expected: 'late' },
  ])('settle with $name and release it once', async ({ start, expected }) => {
    let released = 0
    const settled = await settleWithin(
      20,
      () => 'late',
      (settle) => {
        start(settle)
        return () => {
          released += 1
        }
      },
    )
    expect(settled).toBe(expected)
    expect(released).toBe(1)
  })
})
