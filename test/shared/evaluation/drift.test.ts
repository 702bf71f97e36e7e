import { describe, expect, it } from 'vitest'
import { compareFacts, compareItems } from '#shared/evaluation/drift.ts'
import type { CheckupItem, Verdict } from '#shared/formats/checkup.ts'
import { changes, comparedInstance, comparedUser, snapshotWith, sql, users } from '../../support/compared.ts'

const [user, instance] = [comparedUser, comparedInstance]

describe('compareFacts', () => {
  it('names a probe that was not read on one side and says nothing about its facts', () => {
    const refused = { ...snapshotWith({}), probes: { 'local-users': { status: 'denied' as const, durationMs: 1, reason: 'error 5' } } }
    expect(compareFacts(snapshotWith(users(user)), refused)).toEqual({
      facts: [],
      notCompared: [{ probe: 'local-users', before: 'ok', after: 'denied' }],
    })
    expect(compareFacts(snapshotWith({}), snapshotWith(users(user)))).toEqual({
      facts: [],
      notCompared: [{ probe: 'local-users', before: 'not-collected', after: 'ok' }],
    })
  })

  it('names a probe that neither side has read, unless neither tried', () => {
    const refused = { ...snapshotWith({}), probes: { 'local-users': { status: 'denied' as const, durationMs: 1, reason: 'error 5' } } }
    expect(compareFacts(refused, snapshotWith({})).notCompared).toEqual([
      { probe: 'local-users', before: 'denied', after: 'not-collected' },
    ])
    expect(compareFacts(snapshotWith({}), snapshotWith({})).notCompared).toEqual([])
  })

  it('doubts what is gone from a part that could be read in part only', () => {
    expect(compareFacts(snapshotWith(users(user)), snapshotWith(users(), { incomplete: true })).facts).toEqual([
      { probe: 'local-users', subject: 'svc', change: 'removed', uncertain: true },
    ])
    expect(compareFacts(snapshotWith(users(), { incomplete: true }), snapshotWith(users(user))).facts).toEqual([
      { probe: 'local-users', subject: 'svc', change: 'added', uncertain: true },
    ])
  })

  it('doubts who is new or gone among the users that something names on a controller', () => {
    const named = (list: ReturnType<typeof users>) => snapshotWith({ 'local-users': { users: [], ...list['local-users'], lookedFor: [] } })
    expect(compareFacts(named(users(user)), named(users())).facts).toMatchObject([{ change: 'removed', uncertain: true }])
    expect(compareFacts(named(users()), named(users(user))).facts).toMatchObject([{ change: 'added', uncertain: true }])
  })

  it.each([
    ['an instance that answered with an error', { ...instance, error: 'Login failed', logins: [] }],
    ['an instance that showed a part of its logins', { ...instance, visibility: 'partial', logins: [] }],
  ] as const)('doubts logins that are gone from %s', (_name, after) => {
    const removed = changes(sql(instance), sql(after)).filter((change) => change.change === 'removed')
    expect(removed).toHaveLength(2)
    expect(removed.every((change) => change.uncertain === true)).toBe(true)
  })

  it('is sure of logins that are gone from an instance that was read whole', () => {
    const removed = changes(sql(instance), sql({ ...instance, logins: [] })).filter((change) => change.change === 'removed')
    expect(removed.map((change) => change.uncertain)).toEqual([undefined, undefined])
  })

  it('reports a new remote sign-in, and not that the log forgot an old one', () => {
    const logon = (at: string) => ({ account: 'svc', accountSid: null, at, kind: 'rdp' as const, from: null })
    const before = { logons: { since: '2026-01-01T00:00:00Z', remote: [logon('2026-01-02T00:00:00Z')], sessions: [] } }
    const after = { logons: { since: '2026-02-01T00:00:00Z', remote: [logon('2026-02-02T00:00:00Z')], sessions: [] } }
    expect(changes(before, after)).toEqual([{ probe: 'logons', subject: 'svc at 2026-02-02T00:00:00Z', change: 'added' }])
    const emptied = { logons: { ...before.logons, remote: [] } }
    expect(changes(before, emptied)).toEqual([{ probe: 'logons', subject: 'svc at 2026-01-02T00:00:00Z', change: 'removed' }])
  })
})

describe('compareItems', () => {
  const item = (verdict: Verdict, extra: Partial<CheckupItem> = {}): CheckupItem => ({
    id: 'sql-read-only',
    checklist: 'designated-users',
    title: 'Read only',
    verdict,
    severity: 'high',
    message: { id: 'sql-read-only/ok', params: {} },
    because: 'So.',
    evidence: [],
    ...extra,
  })
  const piece = { probe: 'sql-server', subject: 'sync', detail: 'member of sysadmin', kind: 'role' }

  it.each([
    ['pass', 'fail', 'worse'],
    ['attention', 'fail', 'worse'],
    ['pass', 'unknown', 'worse'],
    ['fail', 'pass', 'better'],
    ['unknown', 'not-applicable', 'better'],
    ['attention', 'unknown', 'same'],
    ['pass', 'not-applicable', 'same'],
  ] as const)('calls %s → %s %s', (before, after, direction) => {
    expect(compareItems([item(before)], [item(after)])).toEqual([
      { id: 'sql-read-only', title: 'Read only', checklist: 'designated-users', before, after, direction, evidence: [], answers: [] },
    ])
  })

  it('leaves out what did not change, other words included', () => {
    expect(compareItems([item('fail')], [item('fail', { because: 'In other words.' })])).toEqual([])
    const reworded = { ...piece, detail: 'in sysadmin', subject: 'SYNC' }
    expect(compareItems([item('fail', { evidence: [piece] })], [item('fail', { evidence: [reworded] })])).toEqual([])
  })

  it('reports evidence that came and went', () => {
    const other = { ...piece, subject: 'sync2' }
    expect(compareItems([item('fail', { evidence: [piece] })], [item('fail', { evidence: [other] })])).toMatchObject([
      {
        direction: 'same',
        evidence: [
          { change: 'added', probe: 'sql-server', subject: 'sync2', detail: 'member of sysadmin' },
          { change: 'removed', probe: 'sql-server', subject: 'sync', detail: 'member of sysadmin' },
        ],
      },
    ])
  })

  it('tells evidence without a kind apart by its words', () => {
    const { kind: _kind, ...kindless } = piece
    expect(
      compareItems([item('fail', { evidence: [kindless] })], [item('fail', { evidence: [{ ...kindless, detail: 'owner' }] })])[0],
    ).toMatchObject({
      evidence: [{ change: 'added' }, { change: 'removed' }],
    })
  })

  it('reports answers that began or ceased to count', () => {
    const answer = { kind: 'accepted-risk', by: 'Ada', at: '2026-01-01T00:00:00Z', note: '', until: '2026-06-01' } as const
    expect(compareItems([item('fail')], [item('fail', { answers: [answer] })])).toMatchObject([
      { answers: [{ change: 'added', kind: 'accepted-risk', by: 'Ada', at: '2026-01-01T00:00:00Z' }] },
    ])
    const longer = { ...answer, until: '2026-09-01' }
    expect(
      compareItems([item('fail', { answers: [answer] })], [item('fail', { answers: [longer] })])[0]?.answers.map(({ change }) => change),
    ).toEqual(['added', 'removed'])
  })

  it('reports items that only one side has, the gone ones last', () => {
    const fresh = { ...item('pass'), id: 'new' }
    expect(compareItems([item('fail')], [fresh])).toMatchObject([
      { id: 'new', before: null, after: 'pass', direction: 'same' },
      { id: 'sql-read-only', before: 'fail', after: null, direction: 'same' },
    ])
  })
})
