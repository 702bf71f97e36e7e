import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { formatOf, readAnswers, readProfile, readSnapshot } from '#shared/formats/reader.ts'

const snapshot = {
  schema: 'erp-sync-checkup/snapshot@1',
  collectedAt: '2026-03-01T08:00:00Z',
  collector: { version: '1.0.0', elevated: true },
  probes: { 'local-users': { status: 'denied', durationMs: 3, reason: 'access denied (5)' } },
}

const read = (value: unknown) => readSnapshot(typeof value === 'string' ? value : JSON.stringify(value))

describe('reading a snapshot', () => {
  it('takes a good one and keeps keys that it does not know', () => {
    const given = { ...snapshot, future: { a: [1] }, probes: { ...snapshot.probes, 'probe-of-tomorrow': { x: 1 } } }
    expect(read(given)).toEqual({ ok: true, value: given })
  })

  it.each([
    ['an empty file', '', '$', /empty/],
    ['blanks', ' \n', '$', /empty/],
    ['a cut file', JSON.stringify(snapshot).slice(0, -5), '$', /does not parse/],
    ['noise', '\u0001\u0002', '$', /does not parse/],
    ['a list', [], '$', /an object of format erp-sync-checkup\/snapshot@1/],
    ['a number', 7, '$', /an object/],
    ['no schema', {}, '$.schema', /"erp-sync-checkup\/snapshot@1"/],
    [
      'another format',
      { schema: 'erp-sync-checkup/profile@1' },
      '$.schema',
      /"erp-sync-checkup\/snapshot@1", not "erp-sync-checkup\/profile@1"/,
    ],
    ['a newer version', { ...snapshot, schema: 'erp-sync-checkup/snapshot@2' }, '$.schema', /snapshot@2 was written by a newer version/],
    ['a wrong type', { ...snapshot, collectedAt: 5 }, '$.collectedAt', /expected/],
    ['a local time', { ...snapshot, collectedAt: '2026-03-01T08:00:00+01:00' }, '$.collectedAt', /time in UTC/],
    ['a wrong status', { ...snapshot, probes: { services: { status: 'fine' } } }, '$.probes.services.status', /.+/],
    [
      'a missing reason',
      { ...snapshot, probes: { services: { status: 'failed', durationMs: 1 } } },
      '$.probes.services.reason',
      /a string/,
    ],
    [
      'a broken fact',
      { ...snapshot, probes: { services: { status: 'ok', durationMs: 1, facts: { services: [{ name: 1 }] } } } },
      '$.probes.services.facts.services[0].name',
      /a string/,
    ],
    ['deep nesting', { ...snapshot, deep: JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`) }, '$', /levels of nesting/],
  ])('refuses %s', (_what, given, path, expected) => {
    const result = read(given)
    expect(result).toMatchObject({ ok: false, path })
    expect(result.ok ? '' : result.expected).toMatch(expected)
  })

  it('refuses in one line whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const result = readSnapshot(text)
        return result.ok || (!/[\r\n]/.test(result.path + result.expected) && result.expected.length < 400)
      }),
    )
  })

  it('sets no prototype by a key of that name', () => {
    const result = readSnapshot(JSON.stringify(snapshot).replace('{', '{"__proto__":{"polluted":true},'))
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    expect(result.ok && (result.value as unknown as { polluted?: boolean }).polluted).not.toBe(true)
  })
})

describe('reading other files', () => {
  it('wants an end date for an accepted risk', () => {
    const answers = {
      schema: 'erp-sync-checkup/answers@1',
      credentials: [],
      answers: { x: [{ kind: 'accepted-risk', by: 'A', at: '2026-03-01T08:00:00Z', note: '' }] },
    }
    expect(readAnswers(JSON.stringify(answers))).toMatchObject({ ok: false, path: '$.answers.x[0].until' })
  })

  it('names the place in a profile', () => {
    const profile = {
      schema: 'erp-sync-checkup/profile@1',
      organization: 'X',
      erp: { product: 'sage-100', database: 'oracle' },
      deployment: { phase: 'live' },
      syncTools: [],
    }
    expect(readProfile(JSON.stringify(profile))).toEqual({ ok: false, path: '$.erp.database', expected: 'expected "sql-server" or "none"' })
  })

  it('tells the formats apart', () => {
    expect(formatOf(JSON.stringify(snapshot))).toBe('snapshot')
    expect(formatOf('{"schema":"erp-sync-checkup/checkup@9"}')).toBe('checkup')
    expect([formatOf('{}'), formatOf('x'), formatOf('{"schema":"erp-sync-checkup/constructor@1"}')]).toEqual([null, null, null])
  })
})
