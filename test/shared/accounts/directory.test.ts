import { describe, expect, it } from 'vitest'

import { hasOwnPassword } from '#shared/accounts/account.ts'
import { type AccountDirectory, createAccountDirectory, type DirectoryFacts } from '#shared/accounts/directory.ts'
import { isDomainAdministratorsGroup, isWindowsMadeUser } from '#shared/accounts/well-known.ts'
import type { Facts } from '#shared/facts/index.ts'
import { localUser, testHost } from '../../support/builders.ts'

const member: Facts['host'] = { ...testHost, membership: 'domain', domain: 'corp.example', netbiosDomain: 'CORP' }
const controller: Facts['host'] = { ...member, name: 'DC01', membership: 'domain-controller' }
const svc = localUser('svc_sync', { sid: 'S-1-5-21-1-2-3-1001' })

function directory(facts: DirectoryFacts): AccountDirectory {
  return createAccountDirectory({ 'local-users': { users: [svc] }, ...facts })
}

function group(sid: string, ...members: string[]): Facts['local-groups']['groups'][number] {
  return { name: 'irrelevant', sid, members: members.map((each) => ({ name: each, sid: each, kind: 'user' })) }
}

describe('account identity', () => {
  it.each([
    ['workgroup', testHost, '.\\svc_sync', 'local'],
    ['workgroup', testHost, 'erp01\\SVC_SYNC', 'local'],
    ['workgroup', testHost, ' svc_sync ', 'local'],
    ['workgroup', testHost, 'OTHER\\svc_sync', 'domain'],
    ['domain member', member, '.\\svc_sync', 'local'],
    ['domain member', member, 'svc_sync', 'local'],
    ['domain member', member, 'jdoe', 'domain'],
    ['domain member', member, 'CORP\\svc_sync', 'domain'],
    ['domain member', member, 'svc_sync@corp.example', 'domain'],
    ['domain controller', controller, 'CORP\\svc_sync', 'local'],
    ['domain controller', controller, 'svc_sync@CORP.example', 'local'],
    ['domain controller', controller, 'DC01\\svc_sync', 'local'],
    ['domain controller', controller, 'jdoe', 'local'],
    ['domain controller', controller, 'PARTNER\\svc_sync', 'domain'],
    ['no host facts', undefined, 'svc_sync', 'local'],
    ['no host facts', undefined, 'ERP01\\svc_sync', 'domain'],
  ] as const)('on a %s (%#) reads %3$s as %4$s', (_where, host, name, kind) => {
    expect(directory({ host }).resolve(name).kind).toBe(kind)
  })

  it.each([
    ['LocalSystem', null, 'built-in', 'S-1-5-18'],
    ['NT AUTHORITY\\LocalService', null, 'built-in', 'S-1-5-19'],
    ['NT AUTHORITY\\Network Service', null, 'built-in', 'S-1-5-20'],
    ['NT-AUTORITÄT\\Netzwerkdienst', 'S-1-5-20', 'built-in', 'S-1-5-20'],
    ['NT-AUTORITÄT\\Lokaler Dienst', 'S-1-5-19', 'built-in', 'S-1-5-19'],
    ['AUTORITE NT\\Système', 'S-1-5-18', 'built-in', 'S-1-5-18'],
    ['NT SERVICE\\WSPSync', null, 'virtual', null],
    ['WSPSync', 'S-1-5-80-1-2-3-4-5', 'virtual', 'S-1-5-80-1-2-3-4-5'],
    ['CORP\\gmsa-erp$', null, 'managed', null],
    ['gmsa-erp$@corp.example', null, 'managed', null],
    ['CORP\\ERP01$', null, 'built-in', null],
  ] as const)('on a domain member takes %s for %3$s', (name, sid, kind, expected) => {
    const account = directory({ host: member }).resolve(name, sid)
    expect([account.kind, account.sid]).toEqual([kind, expected])
    expect(hasOwnPassword(account)).toBe(false)
  })

  it('takes a local user whose name ends in $ for a local user', () => {
    const users = [localUser('odd$')]
    expect(directory({ host: testHost, 'local-users': { users } }).resolve('.\\odd$').kind).toBe('local')
  })

  it.each([
    { name: 'is listed', account: 'CORP\\svc_sync', exists: true },
    { name: 'was asked for', account: 'Gone', exists: false },
    { name: 'nobody asked for', account: '.\\other', exists: undefined },
  ])('knows of an account of a controller whether it exists where it $name', ({ account, exists }) => {
    const users = { users: [svc], lookedFor: ['gone'] }
    expect(directory({ host: controller, 'local-users': users }).resolve(account).exists).toBe(exists)
  })

  it('knows a renamed user by SID', () => {
    const renamed = directory({ host: testHost }).resolve('.\\old_name', svc.sid)
    expect(renamed).toMatchObject({ kind: 'local', exists: true, key: 'local:svc_sync' })
  })

  it('gives a profile name the SID of the fact that bears it', () => {
    const services = [{ account: 'CORP\\svc', accountSid: 'S-1-5-21-9-9-9-77' }] as unknown as Facts['services']['services']
    expect(directory({ host: member, services: { services } }).resolve('svc@corp.example').sid).toBe('S-1-5-21-9-9-9-77')
    expect(directory({ host: member, services: { services } }).resolve('OTHER\\svc').sid).toBeNull()
  })

  it.each([
    ['services', { services: { services: [{ account: 'CORP\\x', accountSid: 'S-1-5-21-9-9-9-1' }] } }],
    ['account-groups', { 'account-groups': { accounts: [{ name: 'CORP\\x', sid: 'S-1-5-21-9-9-9-1', groups: [], complete: true }] } }],
    ['scheduled-tasks', { 'scheduled-tasks': { tasks: [{ account: 'CORP\\x', accountSid: 'S-1-5-21-9-9-9-1' }] } }],
    [
      'local-groups',
      {
        'local-groups': {
          groups: [{ name: 'g', sid: 'S-1-5-32-545', members: [{ name: 'CORP\\x', sid: 'S-1-5-21-9-9-9-1', kind: 'user' }] }],
        },
      },
    ],
    ['remote logons', { logons: { since: '', sessions: [], remote: [{ account: 'CORP\\x', accountSid: 'S-1-5-21-9-9-9-1' }] } }],
    ['sessions', { logons: { since: '', remote: [], sessions: [{ account: 'CORP\\x', accountSid: 'S-1-5-21-9-9-9-1' }] } }],
  ])('finds the SID of a name in %s', (_source, facts) => {
    expect(directory({ host: member, ...(facts as unknown as DirectoryFacts) }).resolve('corp\\X').sid).toBe('S-1-5-21-9-9-9-1')
  })

  it('takes the first SID that a fact gives a name and passes over those without', () => {
    const services = [null, 'S-1-5-21-9-9-9-1', 'S-1-5-21-9-9-9-2'].map((accountSid) => ({ account: 'CORP\\x', accountSid }))
    const facts = { host: member, services: { services } } as unknown as DirectoryFacts
    expect(directory(facts).resolve('CORP\\x').sid).toBe('S-1-5-21-9-9-9-1')
    expect(directory(facts).resolve('CORP\\x', 'S-1-5-21-9-9-9-3').sid).toBe('S-1-5-21-9-9-9-3')
  })

  it('takes a bare domain user for one of the own domain', () => {
    const accounts = directory({ host: member })
    expect(accounts.same(accounts.resolve('jdoe'), accounts.resolve('CORP\\jdoe'))).toBe(true)
    const unnamed = directory({ host: { ...member, netbiosDomain: null } })
    expect(unnamed.same(unnamed.resolve('a@corp.example'), unnamed.resolve('Corp.Example\\A'))).toBe(true)
    expect(unnamed.same(unnamed.resolve('a@corp.example'), unnamed.resolve('a@other.example'))).toBe(false)
    const nowhere = createAccountDirectory({})
    expect(nowhere.same(nowhere.resolve('ONE\\a'), nowhere.resolve('TWO\\a'))).toBe(false)
  })

  it('knows its own computer account and no other', () => {
    const kinds = ['ERP01$', 'CORP\\erp01$', 'erp01$@corp.example', 'OTHER\\ERP01$', 'CORP\\ERP02$'].map(
      (name) => directory({ host: member }).resolve(name).kind,
    )
    expect(kinds).toEqual(['built-in', 'built-in', 'built-in', 'managed', 'managed'])
  })

  it('finds the local user of local accounts alone', () => {
    const accounts = directory({ host: member })
    expect(accounts.localUser(accounts.resolve('.\\renamed', svc.sid))).toBe(svc)
    expect(accounts.localUser(accounts.resolve('.\\svc_sync'))).toBe(svc)
    expect(accounts.localUser(accounts.resolve('CORP\\svc_sync'))).toBeUndefined()
    expect(accounts.localUser(accounts.resolve('.\\ghost'))).toBeUndefined()
  })

  it('compares by SID where both have one, else by name', () => {
    const accounts = directory({ host: member })
    const same = (one: [string, string?], other: [string, string?]) => accounts.same(accounts.resolve(...one), accounts.resolve(...other))
    expect(same(['CORP\\a', 'S-1-5-21-1-1-1-5'], ['CORP\\b', 'S-1-5-21-1-1-1-5'])).toBe(true)
    expect(same(['CORP\\a', 'S-1-5-21-1-1-1-5'], ['CORP\\a', 'S-1-5-21-1-1-1-6'])).toBe(false)
    expect(same(['CORP\\a'], ['A@corp.example'])).toBe(true)
    expect(same(['corp.example\\a'], ['CORP\\A'])).toBe(true)
    expect(same(['CORP\\a'], ['corp\\A', 'S-1-5-21-1-1-1-5'])).toBe(true)
    expect(same(['CORP\\a'], ['.\\a'])).toBe(false)
    expect(same(['CORP\\a', 'S-1-5-21-1-1-1-5'], ['corp\\A'])).toBe(true)
  })

  it('says whether a local account exists only where users were read', () => {
    expect(directory({ host: testHost }).resolve('.\\gone').exists).toBe(false)
    expect(directory({ host: testHost, 'local-users': undefined }).resolve('.\\gone').exists).toBeUndefined()
    expect(directory({ host: testHost }).localUser(directory({ host: testHost }).resolve('SVC_SYNC'))).toBe(svc)
  })
})

describe('membership', () => {
  const facts = (...groups: Facts['local-groups']['groups']): DirectoryFacts => ({ host: testHost, 'local-groups': { groups } })

  it('follows nested groups and tolerates cycles', () => {
    const accounts = directory(
      facts(
        group('S-1-5-21-1-2-3-2001', svc.sid, 'S-1-5-21-1-2-3-2002'),
        group('S-1-5-21-1-2-3-2002', 'S-1-5-21-1-2-3-2001'),
        group('S-1-5-32-544', 'S-1-5-21-1-2-3-2002'),
      ),
    )
    const account = accounts.resolve('.\\svc_sync')
    expect(accounts.isAdministrator(account)).toBe(true)
    expect([...accounts.groupsOf(account)]).toContain('S-1-5-114')
  })

  it('starts from the implicit groups', () => {
    const everyone = directory(facts(group('S-1-5-32-555', 'S-1-1-0')))
    expect(everyone.groupsOf(everyone.resolve('.\\svc_sync')).has('S-1-5-32-555')).toBe(true)
    const local = directory(facts(group('S-1-5-32-555', 'S-1-5-113')))
    expect(local.groupsOf(local.resolve('.\\svc_sync')).has('S-1-5-32-555')).toBe(true)
    expect(local.groupsOf(local.resolve('OTHER\\x')).has('S-1-5-113')).toBe(false)
    expect([...local.groupsOf(local.resolve('.\\svc_sync'))]).toEqual(expect.arrayContaining(['S-1-5-11', 'S-1-5-4', svc.sid]))
    expect(local.groupsOf(local.resolve('.\\svc_sync')).has('S-1-5-114')).toBe(false)
  })

  it('has no local-account group on a domain controller', () => {
    const accounts = directory({ host: controller })
    expect(accounts.groupsOf(accounts.resolve('svc_sync')).has('S-1-5-113')).toBe(false)
  })

  it('finds members by name where the account has no SID', () => {
    const groups = [
      { name: 'Administratoren', sid: 'S-1-5-32-544', members: [{ name: 'CORP\\svc', sid: 'S-1-5-21-5-5-5-9', kind: 'user' as const }] },
    ]
    const accounts = createAccountDirectory({ host: member, 'local-groups': { groups } })
    expect(accounts.isAdministrator(accounts.resolve('svc@corp.example'))).toBe(true)
    expect(accounts.isAdministrator(accounts.resolve('CORP\\other'))).toBe(false)
  })

  it('adds what account-groups knows and nests from there', () => {
    const known = { accounts: [{ name: 'CORP\\svc', sid: 'S-1-5-21-5-5-5-9', groups: ['S-1-5-21-5-5-5-600'], complete: true }] }
    const accounts = createAccountDirectory({
      host: member,
      'account-groups': known,
      'local-groups': { groups: [group('S-1-5-32-544', 'S-1-5-21-5-5-5-600')] },
    })
    const account = accounts.resolve('CORP\\svc')
    expect([accounts.isAdministrator(account), accounts.groupsComplete(account)]).toEqual([true, true])
    expect(accounts.groupsComplete(accounts.resolve('CORP\\other'))).toBe(false)
  })

  it.each([512, 518, 519])('counts the domain group with RID %i as administrators', (rid) => {
    const known = { accounts: [{ name: 'CORP\\svc', sid: 'S-1-5-21-5-5-5-9', groups: [`S-1-5-21-5-5-5-${rid}`], complete: false }] }
    const accounts = createAccountDirectory({ host: member, 'account-groups': known })
    expect(accounts.isAdministrator(accounts.resolve('CORP\\svc'))).toBe(true)
    expect(isDomainAdministratorsGroup('S-1-5-21-5-5-5-513')).toBe(false)
  })

  it('keeps an orphan SID as a member', () => {
    const orphan = 'S-1-5-21-7-7-7-1234'
    const accounts = directory(facts({ name: 'g', sid: 'S-1-5-32-555', members: [{ name: orphan, sid: orphan, kind: 'unknown' }] }))
    const found = accounts.group('S-1-5-32-555')
    expect(found && accounts.members(found).map((each) => each.sid)).toEqual([orphan])
    expect(accounts.group('S-1-5-32-544')).toBeUndefined()
  })

  it('knows the users that Windows makes by their RID', () => {
    expect([500, 501, 503, 504, 1000].map((rid) => isWindowsMadeUser(`S-1-5-21-1-2-3-${rid}`))).toEqual([true, true, true, true, false])
    expect(isWindowsMadeUser('S-1-5-32-500')).toBe(false)
  })
})
