import { describe, expect, it } from 'vitest'
import { mayRenewParts, mergeSnapshots } from '#electron/core/app/merge-snapshot.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'

const ok = (name: string) => ({ status: 'ok', durationMs: 1, facts: { name } }) as never
const denied = { status: 'denied', durationMs: 1, reason: 'no right' } as const

function snapshot(collectedAt: string, probes: Snapshot['probes'], collector: Partial<Snapshot['collector']> = {}): Snapshot {
  return {
    schema: 'erp-sync-checkup/snapshot@1',
    collectedAt,
    collector: { version: '1.0.0', elevated: true, userSid: 'S-1-5-21-1', ...collector },
    probes,
  }
}

const OLD = '2026-11-20T08:00:00Z'
const NEW = '2026-11-20T10:00:00Z'

describe('mergeSnapshots', () => {
  it('replaces what was read anew and keeps the rest, at the time of the oldest that is left', () => {
    const merged = mergeSnapshots(snapshot(OLD, { host: ok('a'), services: ok('old') }), snapshot(NEW, { services: ok('new') }))
    expect(merged.probes).toEqual({ host: ok('a'), services: ok('new') })
    expect(merged.collectedAt).toBe(OLD)
  })

  it('is as fresh as the new reading once nothing old is left', () => {
    const fresh = snapshot(NEW, { host: ok('a'), services: ok('new') })
    expect(mergeSnapshots(snapshot(OLD, { services: ok('old') }), fresh)).toEqual(fresh)
  })

  it('lets what was refused now replace what was seen before: that is what was seen last', () => {
    const merged = mergeSnapshots(snapshot(OLD, { host: ok('a'), services: ok('old') }), snapshot(NEW, { services: denied }))
    expect(merged.probes.services).toEqual(denied)
  })

  it.each([
    [true, true, true],
    [true, false, false],
    [false, true, false],
  ])('counts as read by an administrator only where both were (%s, %s)', (before, after, both) => {
    const merged = mergeSnapshots(
      snapshot(OLD, { host: ok('a') }, { elevated: before }),
      snapshot(NEW, { services: ok('new') }, { elevated: after }),
    )
    expect(merged.collector.elevated).toBe(both)
  })

  it('names the user only where both readings had the same', () => {
    const kept = snapshot(OLD, { host: ok('a') })
    const by = (userSid: string) => mergeSnapshots(kept, snapshot(NEW, { services: ok('new') }, { userSid })).collector.userSid
    expect(by('S-1-5-21-1')).toBe('S-1-5-21-1')
    expect(by('S-1-5-21-2')).toBeUndefined()
  })

  it('takes the older time also where a clock was set back', () => {
    const merged = mergeSnapshots(snapshot(NEW, { host: ok('a') }), snapshot(OLD, { services: ok('new') }))
    expect(merged.collectedAt).toBe(OLD)
  })

  it('keeps keys that it does not know', () => {
    const merged = mergeSnapshots({ ...snapshot(OLD, { host: ok('a') }), ours: 1 } as never, snapshot(NEW, { services: ok('new') }))
    expect(merged).toMatchObject({ ours: 1 })
  })
})

describe('mayRenewParts', () => {
  it.each([
    ['at once', '2026-11-20T08:00:00Z', true],
    ['a day later', '2026-11-21T08:00:00Z', true],
    ['more than a day later', '2026-11-21T08:00:00.001Z', false],
    ['before it was read: a clock is wrong', '2026-11-20T07:59:59Z', false],
  ])('%s', (_name, now, may) => {
    expect(mayRenewParts(snapshot(OLD, {}), Date.parse(now))).toBe(may)
  })
})
