import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'

import { inParallel } from '#electron/probes/tls-endpoints/in-parallel.ts'

describe('in-parallel', () => {
  it.each([
    { items: 0, atATime: 3, most: 0 },
    { items: 2, atATime: 3, most: 2 },
    { items: 10, atATime: 3, most: 3 },
  ])('does $items items, at most $atATime at a time, and keeps their order', async ({ items, atATime, most }) => {
    let running = 0
    let seen = 0
    const list = Array.from({ length: items }, (_, index) => index)
    const results = await inParallel(list, atATime, async (item) => {
      running += 1
      seen = Math.max(seen, running)
      await setImmediate()
      running -= 1
      return item * 2
    })
    expect(results).toEqual(list.map((item) => item * 2))
    expect(seen).toBe(most)
  })
})
