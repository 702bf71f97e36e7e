import { describe, expect, it } from 'vitest'

import { settleWithin } from '#electron/probes/settle-within.ts'

describe('settle-within', () => {
  it.each<{ name: string; start: (settle: (value: string) => void) => void; expected: string }>([
    { name: 'what comes at once', start: (settle) => settle('come'), expected: 'come' },
    { name: 'what comes first', start: (settle) => setImmediate(() => ['come', 'again'].forEach(settle)), expected: 'come' },
    { name: 'what stands for nothing', start: () => undefined, expected: 'late' },
  ])('settles with $name and releases it once', async ({ start, expected }) => {
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
