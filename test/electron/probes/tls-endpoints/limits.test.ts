import { describe, expect, it } from 'vitest'

import { AREA_LIMITS_MS } from '#electron/collector/limits.ts'
import { LIMITS, startClock } from '#electron/probes/tls-endpoints/limits.ts'

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
})
