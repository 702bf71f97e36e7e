import { describe, expect, it } from 'vitest'
import { compareFacts, compareItems, type FactChange } from '#shared/evaluation/drift.ts'
import type { Facts, ProbeId } from '#shared/facts/index.ts'
import type { CheckupItem, Verdict } from '#shared/formats/checkup.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'

type SomeFacts = { readonly [Id in ProbeId]?: Facts[Id] }
type Extra = { readonly incomplete?: true }

function snapshot(facts: SomeFacts, extra: Extra = {}): Snapshot {
  const probes = Object.fromEntries(Object.entries(facts).map(([id, each]) => [id, { status: 'ok', durationMs: 1, facts: each, ...extra }]))
  return {
    schema: 'erp-sync-checkup/snapshot@1',
    collectedAt: '2026-03-01T08:00:00Z',
    collector: { version: '1', elevated: true },
    probes: probes as Snapshot['probes'],
  }
}

const changes = (before: SomeFacts, after: SomeFacts): readonly FactChange[] => compareFacts(snapshot(before), snapshot(after)).facts

type Row<List> = List extends readonly (infer Item)[] ? Item : never
type User = Row<Facts['local-users']['users']>
type Instance = Row<Facts['sql-server']['instances']>
type Login = Row<Instance['logins']>

const user: User = {
  name: 'svc',
  sid: 'S-1-5-21-1-2-3-1001',
  fullName: '',
  comment: '',
  enabled: true,
  lockedOut: false,
  passwordRequired: true,
  passwordExpires: false,
  passwordLastSet: '2026-01-01T00:00:00Z',
  lastLogon: '2026-02-01T00:00:00Z',
}
const login: Login = {
  name: 'sync',
  sid: '0x01',
  kind: 'sql',
  enabled: true,
  policyChecked: true,
  expirationChecked: false,
  passwordLastSet: null,
  serverRoles: [],
  serverPermissions: [],
  databases: [
    {
      database: 'MAS_ABC',
      user: 'sync',
      owner: false,
      roles: ['db_datareader', 'public'],
      permissions: [],
      effective: ['SELECT'],
      writable: 0,
    },
  ],
}
const instance: Instance = { name: 'ERP01', version: '16', databases: ['MAS_ABC'], visibility: 'full', logins: [login] }
const users = (...list: readonly User[]): SomeFacts => ({ 'local-users': { users: list } })
const sql = (...list: readonly Instance[]): SomeFacts => ({ 'sql-server': { instances: list } })

describe('compareFacts', () => {
  it('names a probe that was not read on one side and says nothing about its facts', () => {
    const refused = { ...snapshot({}), probes: { 'local-users': { status: 'denied' as const, durationMs: 1, reason: 'error 5' } } }
    expect(compareFacts(snapshot(users(user)), refused)).toEqual({
      facts: [],
      notCompared: [{ probe: 'local-users', before: 'ok', after: 'denied' }],
    })
    expect(compareFacts(snapshot({}), snapshot(users(user)))).toEqual({
      facts: [],
      notCompared: [{ probe: 'local-users', before: 'not-collected', after: 'ok' }],
    })
  })

  it('names a probe that neither side has read, unless neither tried', () => {
    const refused = { ...snapshot({}), probes: { 'local-users': { status: 'denied' as const, durationMs: 1, reason: 'error 5' } } }
    expect(compareFacts(refused, snapshot({})).notCompared).toEqual([{ probe: 'local-users', before: 'denied', after: 'not-collected' }])
    expect(compareFacts(snapshot({}), snapshot({})).notCompared).toEqual([])
  })

  it('doubts what is gone from a part that could be read in part only', () => {
    expect(compareFacts(snapshot(users(user)), snapshot(users(), { incomplete: true })).facts).toEqual([
      { probe: 'local-users', subject: 'svc', change: 'removed', uncertain: true },
    ])
    expect(compareFacts(snapshot(users(), { incomplete: true }), snapshot(users(user))).facts).toEqual([
      { probe: 'local-users', subject: 'svc', change: 'added', uncertain: true },
    ])
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
