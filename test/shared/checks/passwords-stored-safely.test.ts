import { describe, expect, it } from 'vitest'

import { pair } from '#shared/checks/check.ts'
import { definition } from '#shared/checks/passwords-stored-safely/definition.ts'
import { rule } from '#shared/checks/passwords-stored-safely/rule.ts'
import type { CredentialRecord } from '#shared/formats/answers.ts'
import type { CheckupItem } from '#shared/formats/checkup.ts'
import type { Profile } from '#shared/formats/profile.ts'
import { type FactsGiven, judge, localUser, testHost } from '../../support/world.ts'

const check = pair(definition, rule)
const messages = (item: CheckupItem): string[] =>
  [item.message, ...(item.also ?? [])].map(({ id }) => id.replace('passwords-stored-safely/', ''))

const facts: FactsGiven = { host: testHost, services: { services: [] }, 'local-users': { users: [localUser('sync')] } }
const record = (
  kind: CredentialRecord['kind'],
  storedIn: CredentialRecord['storedIn'] = 'keychain',
  changedAt = '2026-01-01T00:00:00Z',
): CredentialRecord => ({
  login: 'sync',
  kind,
  grade: 'weak',
  unique: false,
  changedAt,
  storedIn,
})
const all = { name: 'ERP Driver', windowsAccount: 'sync', erpUser: 'sync', sqlLogin: 'sync' }
const profileWith = (tool: Profile['syncTools'][number]): Partial<Profile> => ({ syncTools: [tool] })

describe('passwords-stored-safely', () => {
  const cases: readonly (readonly [
    name: string,
    profile: Partial<Profile> | null,
    credentials: readonly CredentialRecord[],
    verdict: string,
    said: readonly string[],
  ])[] = [
    ['nothing known', null, [], 'attention', ['no-login']],
    ['every login in the keychain', profileWith(all), [record('windows'), record('erp'), record('sql-server')], 'pass', ['stored']],
    ['one without a record', profileWith(all), [record('windows'), record('erp')], 'attention', ['no-record']],
    [
      'one stored elsewhere',
      profileWith(all),
      [record('windows'), record('erp'), record('sql-server', 'elsewhere')],
      'attention',
      ['elsewhere'],
    ],
    [
      'the newest record elsewhere',
      profileWith({ name: 'x', erpUser: 'sync' }),
      [record('erp', 'elsewhere', '2026-02-01T00:00:00Z'), record('erp')],
      'attention',
      ['elsewhere'],
    ],
    [
      'a virtual account alone',
      profileWith({ name: 'x', windowsAccount: String.raw`NT SERVICE\WSPSync` }),
      [],
      'pass',
      ['kept-by-windows'],
    ],
    [
      'an account that does not exist',
      profileWith({ name: 'x', windowsAccount: String.raw`.\gone` }),
      [],
      'attention',
      ['no-such-account'],
    ],
    [
      'one of each',
      profileWith({ ...all, windowsAccount: 'gone' }),
      [record('erp', 'elsewhere')],
      'attention',
      ['no-such-account', 'elsewhere', 'no-record'],
    ],
  ]
  it.each(cases)('%s', (_name, profile, credentials, verdict, said) => {
    const item = judge(check, { facts, profile, answers: { credentials } })
    expect([item.verdict, messages(item)]).toEqual([verdict, said])
  })

  it('lists the logins without a record, told apart by their system', () => {
    const item = judge(check, { facts, profile: profileWith(all) })
    expect(item.message.params).toEqual({ logins: ['sync (Windows)', 'sync (ERP)', 'sync (SQL Server)'] })
    expect(item.evidence.map(({ probe, subject, kind }) => [probe, subject, kind])).toEqual([
      ['answers', 'sync (Windows)', 'no-record'],
      ['answers', 'sync (ERP)', 'no-record'],
      ['answers', 'sync (SQL Server)', 'no-record'],
    ])
  })

  it('says that nothing is known', () => {
    expect(judge(check, { profile: null }).evidence).toMatchObject([{ probe: 'profile', subject: 'syncTools', kind: 'no-login' }])
  })

  it('shows where the others stand', () => {
    const item = judge(check, {
      facts,
      profile: profileWith({ ...all, windowsAccount: 'LocalSystem' }),
      answers: { credentials: [record('erp'), record('sql-server', 'elsewhere')] },
    })
    expect(item.evidence.map(({ probe, kind, verdict }) => [probe, kind, verdict])).toEqual([
      ['answers', 'elsewhere', 'attention'],
      ['profile', 'kept-by-windows', 'pass'],
      ['answers', 'stored', 'pass'],
    ])
    const missing = judge(check, { facts, profile: profileWith({ ...all, windowsAccount: 'gone' }) })
    expect(missing.evidence[0]).toMatchObject({ probe: 'profile', subject: 'gone (Windows)', kind: 'no-such-account' })
  })

  it('passes when a person has named the password manager', () => {
    const answers = {
      answers: { 'passwords-stored-safely': [{ kind: 'confirmed' as const, by: 'Jane', at: '2026-02-01T00:00:00Z', note: 'KeePass' }] },
    }
    expect(judge(check, { facts, profile: profileWith(all), answers }).verdict).toBe('pass')
  })
})
