import { describe, expect, it } from 'vitest'

import { createAccountDirectory } from '#shared/accounts/directory.ts'
import {
  accountOf,
  excessServerPermissions,
  excessServerRoles,
  findLogin,
  isFullyVisible,
  type Login,
  sameSqlName,
  verdictOfAbsence,
} from '#shared/sql-login/login.ts'
import { sqlInstance, sqlLogin } from '../../support/builders.ts'
import { localUser, testHost } from '../../support/world.ts'

const login = (more: Partial<Login> = {}): Login => sqlLogin('wsp_sync', more)
const instance = sqlInstance
const accounts = createAccountDirectory({
  host: testHost,
  'local-users': { users: [localUser('wspsync', { sid: 'S-1-5-21-1-2-3-1001' })] },
})

describe('names', () => {
  it('compare without case and blanks', () => {
    expect(sameSqlName(' MAS_System', 'mas_SYSTEM ')).toBe(true)
    expect(sameSqlName('MAS_System', 'MAS_Syste')).toBe(false)
  })
})

describe('visibility', () => {
  it('is full only without an error', () => {
    expect(isFullyVisible(instance('A', []))).toBe(true)
    expect(isFullyVisible(instance('A', [], { visibility: 'partial' }))).toBe(false)
    expect(isFullyVisible(instance('A', [], { error: '' }))).toBe(false)
  })
  it('decides whether what was not seen is not there', () => {
    expect(verdictOfAbsence([])).toBe('unknown')
    expect(verdictOfAbsence([instance('A', [])])).toBe('attention')
    expect(verdictOfAbsence([instance('A', []), instance('B', [], { visibility: 'partial' })])).toBe('unknown')
  })
})

describe('findLogin', () => {
  it('finds the login on each instance, whatever its case', () => {
    const instances = [instance('A', [login(), login({ name: 'other' })]), instance('B', [login({ name: 'WSP_Sync' })]), instance('C', [])]
    expect(findLogin(instances, 'wsp_SYNC', accounts).map((found) => [found.instance.name, found.login.name])).toEqual([
      ['A', 'wsp_sync'],
      ['B', 'WSP_Sync'],
    ])
  })
  it.each([
    ['another spelling', String.raw`.\wspsync`, 1],
    ['another spelling with blanks', String.raw` .\wspsync `, 1],
    ['its DNS form', 'wspsync@erp01', 1],
    ['a bare name, which is a SQL login', 'wspsync', 0],
    ['another user', String.raw`.\other`, 0],
  ])('finds a Windows user by %s', (_name, name, count) => {
    const instances = [instance('A', [login({ name: String.raw`ERP01\wspsync`, kind: 'windows-user', sid: 'S-1-5-21-1-2-3-1001' })])]
    const directory = name.includes('@')
      ? createAccountDirectory({ host: { ...testHost, membership: 'domain-controller', netbiosDomain: 'ERP01', domain: 'erp01' } })
      : accounts
    expect(findLogin(instances, name, directory)).toHaveLength(count)
  })
  it('takes no SQL login or group for the Windows user of that name', () => {
    const logins = [login({ name: String.raw`ERP01\wspsync`, kind: 'windows-group' }), login({ name: String.raw`ERP01\wspsync` })]
    expect(findLogin([instance('A', logins)], String.raw`.\wspsync`, accounts)).toEqual([])
  })
})

describe('accountOf', () => {
  it('recognises the account by its binary SID', () => {
    const renamed = login({
      name: String.raw`ERP01\formerly`,
      kind: 'windows-user',
      sid: '0x010500000000000515000000010000000200000003000000E9030000',
    })
    expect(accounts.same(accountOf(renamed, accounts), accounts.resolve(String.raw`.\wspsync`))).toBe(true)
  })
})

describe('excess', () => {
  it('is every server role but public', () => {
    expect(excessServerRoles(login({ serverRoles: ['PUBLIC', 'sysadmin', 'own role'] }))).toEqual(['sysadmin', 'own role'])
  })
  it('is every server permission but CONNECT SQL', () => {
    expect(excessServerPermissions(login({ serverPermissions: ['connect sql', 'CONNECT ANY DATABASE'] }))).toEqual(['CONNECT ANY DATABASE'])
  })
})
