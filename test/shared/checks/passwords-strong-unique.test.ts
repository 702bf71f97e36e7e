import { describe, expect, it } from 'vitest'

import { pair } from '#shared/checks/check.ts'
import { definition } from '#shared/checks/passwords-strong-unique/definition.ts'
import { rule } from '#shared/checks/passwords-strong-unique/rule.ts'
import type { Facts } from '#shared/facts/index.ts'
import type { CredentialRecord } from '#shared/formats/answers.ts'
import type { CheckupItem } from '#shared/formats/checkup.ts'
import type { Profile } from '#shared/formats/profile.ts'
import { sqlInstance, sqlLogin } from '../../support/builders.ts'
import { type FactsGiven, judge, localUser, type Situation, testHost } from '../../support/world.ts'

const check = pair(definition, rule)
const messages = (item: CheckupItem): string[] =>
  [item.message, ...(item.also ?? [])].map(({ id }) => id.replace('passwords-strong-unique/', ''))

const CHANGED = '2026-02-01T12:00:00Z'
type Login = Facts['sql-server']['instances'][number]['logins'][number]
const instance = (name: string, more: Partial<Login> = {}): Facts['sql-server']['instances'][number] =>
  sqlInstance(name, [sqlLogin('SYNC', { passwordLastSet: CHANGED, ...more })])
const policy = (minPasswordLength: number): Facts['account-policy'] => ({
  minPasswordLength,
  passwordHistory: 0,
  maxPasswordAgeDays: null,
  lockoutThreshold: 0,
  lockoutMinutes: null,
})
const good: FactsGiven = {
  host: testHost,
  services: { services: [] },
  'local-users': { users: [localUser('sync', { passwordLastSet: CHANGED })] },
  'sql-server': { instances: [instance('ERP01')] },
  'account-policy': policy(14),
}
const all = { name: 'ERP Driver', windowsAccount: 'sync', erpUser: 'sync', sqlLogin: 'sync' }
const record = (kind: CredentialRecord['kind'], more: Partial<CredentialRecord> = {}): CredentialRecord => ({
  login: 'sync',
  kind,
  grade: 'best',
  unique: true,
  changedAt: CHANGED,
  storedIn: 'keychain',
  ...more,
})
const records = [record('windows'), record('erp'), record('sql-server')]
const user = (more: Partial<Facts['local-users']['users'][number]>): FactsGiven => ({
  'local-users': { users: [localUser('sync', { passwordLastSet: CHANGED, ...more })] },
})

interface Given {
  readonly facts?: FactsGiven
  readonly tool?: Profile['syncTools'][number]
  readonly profile?: Partial<Profile> | null
  readonly credentials?: readonly CredentialRecord[]
}
const situation = ({ facts = {}, tool = all, profile = { syncTools: [tool] }, credentials = records }: Given): Situation => ({
  facts: { ...good, ...facts },
  profile,
  answers: { credentials },
})

describe('passwords-strong-unique', () => {
  const cases: readonly (readonly [name: string, given: Given, verdict: string, said: readonly string[]])[] = [
    ['every password Best', {}, 'pass', ['best']],
    [
      'one only Good',
      { credentials: [record('windows', { grade: 'good' }), record('erp'), record('sql-server')] },
      'pass',
      ['good', 'best'],
    ],
    ['a weak one', { credentials: [record('windows'), record('erp', { grade: 'weak' }), record('sql-server')] }, 'fail', ['weak']],
    [
      'one used elsewhere too',
      { credentials: [record('windows'), record('erp'), record('sql-server', { unique: false })] },
      'fail',
      ['not-unique'],
    ],
    ['one without a record', { credentials: records.slice(0, 2) }, 'attention', ['no-record']],
    ['no password needed', { facts: user({ passwordRequired: false }) }, 'fail', ['no-password-required']],
    ['no login known', { profile: null }, 'attention', ['no-login']],
    [
      'an account that does not exist, and nothing else',
      { tool: { name: 'x', windowsAccount: String.raw`.\gone` } },
      'attention',
      ['no-login'],
    ],
    ['an account that does not exist beside others', { tool: { ...all, windowsAccount: 'gone' } }, 'pass', ['best']],
    [
      'only a virtual account',
      { tool: { name: 'x', windowsAccount: String.raw`NT SERVICE\WSPSync` } },
      'attention',
      ['only-kept-by-windows'],
    ],
    ['a virtual account beside others', { tool: { ...all, windowsAccount: String.raw`NT SERVICE\WSPSync` } }, 'pass', ['best']],
    [
      'a Windows sign-in to SQL Server',
      { tool: { ...all, sqlLogin: String.raw`ERP01\sync` }, credentials: records.slice(0, 2) },
      'pass',
      ['best'],
    ],
    ['set a day after the record', { facts: user({ passwordLastSet: '2026-02-02T12:00:00Z' }) }, 'pass', ['best']],
    [
      'set more than a day after the record',
      { facts: user({ passwordLastSet: '2026-02-02T12:00:01Z' }) },
      'attention',
      ['set-at-another-time'],
    ],
    ['set a day before the record', { facts: user({ passwordLastSet: '2026-01-31T12:00:00Z' }) }, 'pass', ['best']],
    [
      'set more than a day before the record',
      { facts: user({ passwordLastSet: '2026-01-31T11:59:59Z' }) },
      'attention',
      ['set-at-another-time'],
    ],
    ['never set', { facts: user({ passwordLastSet: null }) }, 'pass', ['best']],
    [
      'set at another time in SQL Server',
      { facts: { 'sql-server': { instances: [instance('ERP01', { passwordLastSet: '2025-02-01T12:00:00Z' })] } } },
      'attention',
      ['set-at-another-time'],
    ],
    ['no time in SQL Server', { facts: { 'sql-server': { instances: [instance('ERP01', { passwordLastSet: null })] } } }, 'pass', ['best']],
    [
      'another login set at another time',
      { facts: { 'sql-server': { instances: [instance('ERP01', { name: 'other', passwordLastSet: '2025-02-01T12:00:00Z' })] } } },
      'pass',
      ['best'],
    ],
    [
      'a Windows login of the same name set at another time',
      {
        facts: {
          'sql-server': {
            instances: [instance('ERP01'), instance('ERP02', { kind: 'windows-user', passwordLastSet: '2025-02-01T12:00:00Z' })],
          },
        },
      },
      'pass',
      ['best'],
    ],
    [
      'without the facts',
      { facts: { 'local-users': undefined, 'sql-server': undefined, 'account-policy': undefined } },
      'pass',
      ['best', 'note/not-looked-at'],
    ],
    [
      'all of it at once',
      {
        facts: user({ passwordRequired: false, passwordLastSet: '2025-02-01T12:00:00Z' }),
        credentials: [record('windows', { grade: 'weak', unique: false })],
      },
      'fail',
      ['weak', 'not-unique', 'no-password-required', 'set-at-another-time', 'no-record'],
    ],
  ]
  it.each(cases)('%s', (_name, given, verdict, said) => {
    const item = judge(check, situation(given))
    expect([item.verdict, messages(item)]).toEqual([verdict, said])
  })

  it('goes by the newest record', () => {
    const older = record('erp', { grade: 'weak', changedAt: '2025-01-01T00:00:00Z' })
    expect(judge(check, situation({ credentials: [...records, older] })).verdict).toBe('pass')
  })

  it('shows the grade of each login', () => {
    const item = judge(
      check,
      situation({ credentials: [record('windows', { grade: 'good' }), record('erp', { grade: 'weak' }), record('sql-server')] }),
    )
    expect(item.evidence.map(({ probe, subject, kind, detail }) => [probe, subject, kind, detail])).toEqual([
      ['answers', 'sync (ERP)', 'weak', 'graded weak'],
      ['answers', 'sync (Windows)', 'good', 'Good'],
      ['answers', 'sync (SQL Server)', 'best', 'Best'],
    ])
  })

  it('shows a Best password that is not unique as both', () => {
    const item = judge(check, situation({ credentials: [record('windows', { unique: false }), ...records.slice(1)] }))
    expect(item.evidence.map(({ kind }) => kind)).toEqual(['not-unique', 'best', 'best', 'best'])
  })

  it('names both times where they differ', () => {
    const facts = {
      'sql-server': { instances: [instance('ERP01'), instance(String.raw`ERP01\TEST`, { passwordLastSet: '2025-02-01T12:00:00Z' })] },
    }
    const item = judge(check, situation({ facts }))
    expect(item.because).toBe('The password of sync (SQL Server) was set on 2025-02-01, but the record is of a change on 2026-02-01.')
    expect(item.evidence[0]).toMatchObject({
      probe: 'sql-server',
      subject: 'sync (SQL Server)',
      detail: String.raw`ERP01\TEST: set 2025-02-01T12:00:00Z; recorded: 2026-02-01T12:00:00Z`,
    })
    const windows = judge(check, situation({ facts: user({ passwordLastSet: '2025-02-01T12:00:00Z' }) }))
    expect(windows.evidence[0]).toMatchObject({
      probe: 'local-users',
      detail: 'Windows: set 2025-02-01T12:00:00Z; recorded: 2026-02-01T12:00:00Z',
    })
  })

  it('says what is missing, and where that stands', () => {
    const told = (given: Given): unknown[] => {
      const item = judge(check, situation(given))
      return [item.because, item.evidence[0]?.probe, item.evidence[0]?.subject]
    }
    expect(told({ credentials: [record('windows', { grade: 'weak' }), ...records.slice(1)] })).toEqual([
      'The password of sync (Windows) is weak.',
      'answers',
      'sync (Windows)',
    ])
    expect(told({ credentials: [record('windows', { unique: false }), ...records.slice(1)] })).toEqual([
      'The password of sync (Windows) is used elsewhere too.',
      'answers',
      'sync (Windows)',
    ])
    expect(told({ credentials: records.slice(1) })).toEqual([
      'There is no record of how strong the password of sync (Windows) is.',
      'answers',
      'sync (Windows)',
    ])
  })

  it('keeps fractions of a second', () => {
    const item = judge(check, situation({ facts: user({ passwordLastSet: '2025-02-01T12:00:00.5Z' }) }))
    expect(item.evidence[0]?.detail).toBe('Windows: set 2025-02-01T12:00:00.500Z; recorded: 2026-02-01T12:00:00Z')
  })

  it('says which users need no password', () => {
    expect(judge(check, situation({ facts: user({ passwordRequired: false }) })).evidence[0]).toMatchObject({
      probe: 'local-users',
      subject: 'sync (Windows)',
    })
  })

  it('says that nothing is known', () => {
    expect(judge(check, { profile: null }).evidence).toMatchObject([{ probe: 'profile', subject: 'syncTools', kind: 'no-login' }])
  })

  describe('policies', () => {
    const kinds = (given: Given): readonly (readonly [string, string, string | undefined])[] =>
      judge(check, situation(given))
        .evidence.filter(({ kind }) => kind === 'short-minimum' || kind === 'policy-not-checked')
        .map(({ probe, subject, kind }) => [probe, subject, kind])
    it('show a Windows minimum length under 12', () => {
      expect(kinds({ facts: { 'account-policy': policy(11) } })).toEqual([['account-policy', 'sync (Windows)', 'short-minimum']])
      expect(kinds({ facts: { 'account-policy': policy(12) } })).toEqual([])
    })
    it('show it for local accounts only', () => {
      const tool = { ...all, windowsAccount: String.raw`CORP\sync` }
      expect(kinds({ facts: { 'account-policy': policy(0) }, tool })).toEqual([])
    })
    it('show a SQL login that the policy does not apply to', () => {
      const instances = [instance('A', { policyChecked: false }), instance('B', { policyChecked: null })]
      expect(kinds({ facts: { 'sql-server': { instances } } })).toEqual([['sql-server', 'sync (SQL Server)', 'policy-not-checked']])
    })
    it('decide nothing and are no part of what an answer rests on', () => {
      const given = { credentials: records.slice(0, 2) }
      const strict = judge(check, situation(given))
      const lax = judge(
        check,
        situation({
          ...given,
          facts: { 'account-policy': policy(0), 'sql-server': { instances: [instance('A', { policyChecked: false })] } },
        }),
      )
      expect(lax.factsDigest).toBe(strict.factsDigest)
      expect(lax.verdict).toBe(strict.verdict)
    })
    it('leave out what an answer to the Windows login rests on', () => {
      const item = (minimum: number): CheckupItem =>
        judge(check, situation({ credentials: [], facts: { 'account-policy': policy(minimum) } }))
      expect(item(0).factsDigest).toBe(item(14).factsDigest)
    })
    it('are told in words', () => {
      const details = judge(
        check,
        situation({ facts: { 'account-policy': policy(7), 'sql-server': { instances: [instance('A', { policyChecked: false })] } } }),
      ).evidence.map(({ detail }) => detail)
      expect(details).toContain('Windows would accept a password of 7 characters')
      expect(details).toContain('A does not apply the password policy of Windows to it (CHECK_POLICY is off)')
    })
    it('do not displace what the login itself shows', () => {
      const item = judge(check, situation({ credentials: [], facts: { 'account-policy': policy(0) } }))
      expect(item.evidence.map(({ kind }) => kind)).toEqual(['no-record', 'short-minimum', 'no-record', 'no-record'])
    })
  })
})
