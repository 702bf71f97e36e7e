import { describe, expect, it } from 'vitest'

import { pair } from '#shared/checks/check.ts'
import { definition } from '#shared/checks/sql-user-designated/definition.ts'
import { rule } from '#shared/checks/sql-user-designated/rule.ts'
import type { CheckupItem } from '#shared/formats/checkup.ts'
import type { Profile } from '#shared/formats/profile.ts'
import type { DatabaseAccess, Instance, Login } from '#shared/sql-login/login.ts'
import { sqlInstance, sqlLogin } from '../../support/builders.ts'
import { type FactsGiven, judge, localUser, service, testHost } from '../../support/world.ts'

const check = pair(definition, rule)
const messages = (item: CheckupItem): string[] =>
  [item.message, ...(item.also ?? [])].map(({ id }) => id.replace('sql-user-designated/', ''))

const database = (name: string, more: Partial<DatabaseAccess> = {}): DatabaseAccess => ({
  database: name,
  user: 'wsp',
  owner: false,
  roles: ['public', 'db_datareader'],
  permissions: [],
  effective: ['CONNECT', 'SELECT'],
  writable: 0,
  ...more,
})
const login = (more: Partial<Login> = {}): Login =>
  sqlLogin('WSP', { serverPermissions: ['CONNECT SQL'], databases: [database('MAS_System')], ...more })
const instance = (logins: readonly Login[], more: Partial<Instance> = {}): Instance =>
  sqlInstance('ERP01', logins, { databases: ['MAS_System'], ...more })
const syncUser = localUser('sync', { sid: 'S-1-5-21-1-2-3-1001' })
const base: FactsGiven = {
  host: testHost,
  services: { services: [service('WSPSync', String.raw`.\sync`)] },
  'local-users': { users: [syncUser] },
}
const tool = { name: 'ERP Driver', sqlLogin: 'wsp' }
const windowsLogin = (more: Partial<Login> = {}): Login =>
  login({ name: String.raw`ERP01\sync`, kind: 'windows-user', sid: syncUser.sid, ...more })
const windowsTool = { name: 'ERP Driver', sqlLogin: String.raw`ERP01\sync` }

const on = (instances: readonly Instance[], profile: Partial<Profile> = { syncTools: [tool] }, facts: FactsGiven = {}): CheckupItem =>
  judge(check, { facts: { ...base, ...facts, 'sql-server': { instances } }, profile })

describe('sql-user-designated', () => {
  const cases: readonly (readonly [
    name: string,
    instances: readonly Instance[],
    profile: Partial<Profile>,
    verdict: string,
    said: readonly string[],
  ])[] = [
    ['a login of its own', [instance([login()])], { syncTools: [tool] }, 'pass', ['designated']],
    [
      'no database server',
      [instance([login({ name: 'sa' })])],
      { erp: { product: 'sage-100', database: 'none' }, syncTools: [{ ...tool, sqlLogin: 'sa' }] },
      'not-applicable',
      ['no-database'],
    ],
    ['no tool named', [instance([login()])], { syncTools: [] }, 'attention', ['not-named']],
    ['no login named', [instance([login()])], { syncTools: [{ name: 'ERP Driver' }] }, 'attention', ['not-named']],
    ['one tool of two without a login', [instance([login()])], { syncTools: [tool, { name: 'Second' }] }, 'attention', ['not-named']],
    [
      'sa',
      [instance([login({ name: 'SA', sid: '0x01', serverRoles: ['sysadmin'] })])],
      { syncTools: [{ ...tool, sqlLogin: 'Sa' }] },
      'fail',
      ['sa', 'server-role'],
    ],
    [
      'a login called sa that is not the original',
      [instance([login({ name: 'sa' })])],
      { syncTools: [{ ...tool, sqlLogin: 'sa' }] },
      'fail',
      ['sa'],
    ],
    ['sa that is not found', [instance([])], { syncTools: [{ ...tool, sqlLogin: 'sa' }] }, 'fail', ['sa', 'not-found']],
    ['sa under another name', [instance([login({ sid: '0X01' })])], { syncTools: [tool] }, 'fail', ['sa']],
    ['a SID that only begins like that of sa', [instance([login({ sid: '0x0105' })])], { syncTools: [tool] }, 'pass', ['designated']],
    ['a server role', [instance([login({ serverRoles: ['public', 'securityadmin'] })])], { syncTools: [tool] }, 'fail', ['server-role']],
    ['only public', [instance([login({ serverRoles: ['Public'] })])], { syncTools: [tool] }, 'pass', ['designated']],
    [
      'a server permission',
      [instance([login({ serverPermissions: ['CONNECT SQL', 'CONTROL SERVER'] })])],
      { syncTools: [tool] },
      'fail',
      ['server-permission'],
    ],
    ['owner of a database', [instance([login({ databases: [database('X', { owner: true })] })])], { syncTools: [tool] }, 'fail', ['owner']],
    [
      'db_owner of a database',
      [instance([login({ databases: [database('A'), database('X', { roles: ['public', 'DB_Owner'] })] })])],
      { syncTools: [tool] },
      'fail',
      ['owner'],
    ],
    [
      'other database roles',
      [instance([login({ databases: [database('X', { roles: ['public', 'db_datawriter'] })] })])],
      { syncTools: [tool] },
      'pass',
      ['designated'],
    ],
    ['a Windows group', [instance([login({ kind: 'windows-group' })])], { syncTools: [tool] }, 'fail', ['windows-group']],
    ['its own Windows user', [instance([windowsLogin()])], { syncTools: [windowsTool] }, 'pass', ['designated']],
    [
      'its own Windows user in another spelling',
      [instance([windowsLogin()])],
      { syncTools: [{ ...windowsTool, sqlLogin: String.raw`.\SYNC` }] },
      'pass',
      ['designated'],
    ],
    [
      'its own Windows user by the SID',
      [instance([windowsLogin({ name: String.raw`ERP01\old`, sid: syncUser.sid })])],
      { syncTools: [{ ...windowsTool, sqlLogin: String.raw`ERP01\old` }] },
      'pass',
      ['designated'],
    ],
    [
      'another Windows user',
      [instance([windowsLogin({ name: String.raw`ERP01\other`, sid: 'S-1-5-21-1-2-3-1002' })])],
      { syncTools: [{ ...windowsTool, sqlLogin: String.raw`ERP01\other` }] },
      'fail',
      ['other-account'],
    ],
    [
      "another sync tool's Windows user",
      [instance([windowsLogin({ name: String.raw`ERP01\second`, sid: '0x00' })])],
      {
        syncTools: [
          { ...windowsTool, sqlLogin: String.raw`ERP01\second`, service: 'WSPSync' },
          { name: 'Second', service: 'Second', windowsAccount: String.raw`.\second`, sqlLogin: 'x' },
        ],
      },
      'fail',
      ['other-account', 'not-found'],
    ],
    ['disabled', [instance([login({ enabled: false })])], { syncTools: [tool] }, 'attention', ['disabled']],
    ['not found', [instance([login({ name: 'other' })])], { syncTools: [tool] }, 'attention', ['not-found']],
    [
      'not found, one instance partly visible',
      [instance([]), instance([], { visibility: 'partial' })],
      { syncTools: [tool] },
      'unknown',
      ['not-seen'],
    ],
    [
      'not found, one instance with an error',
      [instance([]), instance([], { error: 'refused' })],
      { syncTools: [tool] },
      'unknown',
      ['not-seen'],
    ],
    ['no instance', [], { syncTools: [tool] }, 'unknown', ['not-seen']],
    [
      'found on a partly visible instance',
      [instance([login()], { visibility: 'partial' })],
      { syncTools: [tool] },
      'unknown',
      ['partly-visible'],
    ],
    [
      'found on an instance with an error',
      [instance([login()], { error: 'cut off' })],
      { syncTools: [tool] },
      'unknown',
      ['partly-visible'],
    ],
    [
      'disabled on a partly visible instance',
      [instance([login({ enabled: false })], { visibility: 'partial' })],
      { syncTools: [tool] },
      'unknown',
      ['partly-visible', 'disabled'],
    ],
    [
      'a gap on a partly visible instance',
      [instance([login({ serverRoles: ['sysadmin'] })], { visibility: 'partial' })],
      { syncTools: [tool] },
      'fail',
      ['server-role'],
    ],
    [
      'found, and another instance partly visible',
      [instance([login()]), instance([], { name: 'B', visibility: 'partial' })],
      { syncTools: [tool] },
      'pass',
      ['designated'],
    ],
    [
      'good here and with a gap there',
      [instance([login()]), instance([login({ serverRoles: ['sysadmin'] })], { name: 'B' })],
      { syncTools: [tool] },
      'fail',
      ['server-role'],
    ],
    [
      'a connector that names a login',
      [instance([login()])],
      {
        syncTools: [
          { ...tool, kind: 'connector' },
          { name: 'ERP Driver', sqlLogin: 'wsp' },
        ],
      },
      'pass',
      ['designated'],
    ],
  ]
  it.each(cases)('%s', (_name, instances, profile, verdict, said) => {
    const item = on(instances, profile)
    expect([item.verdict, messages(item)]).toEqual([verdict, said])
  })

  it('asks for the login where nobody named a sync tool', () => {
    const item = on([instance([])], { syncTools: [] })
    expect([item.verdict, item.message.id, item.message.params]).toEqual([
      'attention',
      'sql-user-designated/not-named',
      { tools: ['ERP Driver'] },
    ])
  })

  it('does not apply where only connectors without a login are known', () => {
    const item = on([instance([login()])], { syncTools: [{ name: 'Advisor', kind: 'connector' }] }, { services: { services: [] } })
    expect([item.verdict, messages(item)]).toEqual(['not-applicable', ['only-connectors']])
  })

  it.each([
    ['no database server', { erp: { product: 'x', database: 'none' as const } }],
    ['only connectors', { syncTools: [{ name: 'Advisor', kind: 'connector' as const }] }],
  ])('does not apply by profile with %s, however old the facts are', (_name, profile) => {
    const facts = { ...base, services: { services: [] }, 'sql-server': { instances: [] } }
    expect(judge(check, { facts, profile, now: '2027-01-01T00:00:00Z' }).verdict).toBe('not-applicable')
    expect(judge(check, { facts: {}, profile }).verdict).toBe('not-applicable')
  })

  it('cannot compare a Windows user where no account of the tool is known', () => {
    const item = on([instance([windowsLogin()])], { syncTools: [windowsTool] }, { services: { services: [] } })
    expect([item.verdict, messages(item)]).toEqual(['attention', ['account-unknown']])
  })

  it('does not see all rights of such a user on a partly visible instance', () => {
    const item = on([instance([windowsLogin()], { visibility: 'partial' })], { syncTools: [windowsTool] }, { services: { services: [] } })
    expect([item.verdict, messages(item)]).toEqual(['unknown', ['partly-visible', 'account-unknown']])
  })

  it('takes any of its Windows accounts for its own', () => {
    const services = { services: [service('WSPSync', String.raw`.\sync`), service('WSPMore', 'LocalSystem')] }
    expect(on([instance([windowsLogin()])], { syncTools: [windowsTool] }, { services }).verdict).toBe('pass')
  })

  it('names the tools whose login is missing', () => {
    expect(on([], { syncTools: [] }).because).toBe('The SQL login of ERP Driver is not named.')
    expect(on([], { syncTools: [{ name: 'One' }, { name: 'Two' }] }).because).toBe('The SQL logins of One and Two are not named.')
  })

  it('lists every role, permission and database', () => {
    const item = on([
      instance([
        login({
          serverRoles: ['sysadmin', 'dbcreator'],
          serverPermissions: ['CONTROL SERVER', 'ALTER TRACE'],
          databases: [database('A', { owner: true }), database('B', { roles: ['db_owner'] })],
        }),
      ]),
    ])
    expect(item.because).toBe(
      'WSP is a member of the server roles sysadmin and dbcreator; WSP has the server permissions CONTROL SERVER and ALTER TRACE; WSP is an owner of the databases A and B.',
    )
    expect(item.evidence.map(({ probe, subject, kind }) => [probe, subject, kind])).toEqual([
      ['sql-server', 'ERP01 / WSP / sysadmin', 'server-role'],
      ['sql-server', 'ERP01 / WSP / dbcreator', 'server-role'],
      ['sql-server', 'ERP01 / WSP / CONTROL SERVER', 'server-permission'],
      ['sql-server', 'ERP01 / WSP / ALTER TRACE', 'server-permission'],
      ['sql-server', 'ERP01 / WSP / A', 'owner'],
      ['sql-server', 'ERP01 / WSP / B', 'owner'],
    ])
  })

  it('shows where the login was found', () => {
    expect(on([instance([login()])]).evidence).toMatchObject([{ probe: 'sql-server', subject: 'ERP01 / WSP', kind: 'designated' }])
    expect(on([]).evidence).toMatchObject([{ probe: 'sql-server', subject: 'wsp', kind: 'not-seen' }])
    expect(on([instance([])], { syncTools: [{ name: 'ERP Driver' }] }).evidence).toMatchObject([
      { probe: 'profile', subject: 'ERP Driver', kind: 'not-named' },
    ])
  })

  it('notes that other programs cannot be seen', () => {
    expect(on([instance([login()])]).because).toContain('whether other programs use it too cannot be seen')
  })

  describe('without the probe', () => {
    const without = (sqlLogin: string): CheckupItem => judge(check, { facts: base, profile: { syncTools: [{ ...tool, sqlLogin }] } })
    it('still fails for sa', () => {
      expect(without('SA').verdict).toBe('fail')
      expect(without('SA').evidence).toMatchObject([{ probe: 'profile', subject: 'SA', kind: 'sa' }])
    })
    it('is unknown for any other', () => {
      expect(without('wsp').verdict).toBe('unknown')
      expect(judge(check, { facts: base, profile: { syncTools: [] } }).verdict).toBe('unknown')
    })
  })
})
