import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPresence, type Presence } from '#electron/hosts/loopback/presence.ts'

const FIRST_MS = 1000
const GONE_MS = 100

describe('presence', () => {
  let alone: string[] = []
  let presence: Presence
  beforeEach(() => {
    vi.useFakeTimers()
    alone = []
    presence = createPresence({ firstMs: FIRST_MS, goneMs: GONE_MS, onAlone: (because) => alone.push(because) })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('waits for the first page as long as it may take', () => {
    vi.advanceTimersByTime(FIRST_MS - 1)
    expect(alone).toEqual([])
    vi.advanceTimersByTime(1)
    expect(alone).toEqual(['never-opened'])
  })

  it('stays as long as a page is there', () => {
    presence.came()
    vi.advanceTimersByTime(100 * FIRST_MS)
    expect(alone).toEqual([])
  })

  it('stays as long as one of two pages is there', () => {
    presence.came()
    presence.came()
    presence.left()
    vi.advanceTimersByTime(100 * FIRST_MS)
    expect(alone).toEqual([])
    presence.left()
    vi.advanceTimersByTime(GONE_MS)
    expect(alone).toEqual(['page-gone'])
  })

  it('gives a page that was there the time to come back, as after a reload', () => {
    presence.came()
    presence.left()
    vi.advanceTimersByTime(GONE_MS - 1)
    presence.came()
    vi.advanceTimersByTime(100 * FIRST_MS)
    expect(alone).toEqual([])
    presence.left()
    vi.advanceTimersByTime(GONE_MS - 1)
    expect(alone).toEqual([])
    vi.advanceTimersByTime(1)
    expect(alone).toEqual(['page-gone'])
  })

  it.each([
    ['before', ['left', 'stop']],
    ['after', ['stop', 'left']],
  ] as const)('says nothing and keeps no timer once it was stopped, where the last page left %s', (_name, calls) => {
    presence.came()
    for (const call of calls) presence[call]()
    vi.advanceTimersByTime(100 * FIRST_MS)
    expect(alone).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })
})
