import { describe, expect, it } from 'vitest'

import { createAccountDirectory } from '#shared/accounts/directory.ts'
import { passwordsSet } from '#shared/checks/passwords-strong-unique/passwords-set.ts'
import type { DesignatedLogin } from '#shared/sync-tool/designated-login.ts'
import { localUser, testHost } from '../../../support/world.ts'

const facts = {
  host: testHost,
  'local-users': { users: [localUser('sync', { passwordLastSet: '2026-01-01T00:00:00Z' }), localUser('new', { passwordLastSet: null })] },
}
const accounts = createAccountDirectory(facts)
const input = { facts: { 'local-users': facts['local-users'], 'sql-server': undefined, 'account-policy': undefined }, accounts }
const login = (more: Partial<DesignatedLogin>): DesignatedLogin => ({
  kind: 'windows',
  login: 'sync',
  hasOwnPassword: true,
  missing: false,
  record: undefined,
  ...more,
})

describe('passwordsSet', () => {
  it('reads the time of a local user', () => {
    expect(passwordsSet(login({ account: accounts.resolve('sync') }), input)).toEqual([
      { probe: 'local-users', where: 'Windows', atMs: Date.parse('2026-01-01T00:00:00Z'), policyChecked: null },
    ])
    expect(passwordsSet(login({ account: accounts.resolve('new') }), input)).toMatchObject([{ atMs: null }])
  })
  it.each([
    ['an ERP user', login({ kind: 'erp' })],
    ['a domain account', login({ account: accounts.resolve(String.raw`CORP\sync`) })],
    ['a Windows login without an account', login({})],
    ['a SQL login where the instances were not read', login({ kind: 'sql-server' })],
  ])('knows nothing of %s', (_name, given) => {
    expect(passwordsSet(given, input)).toEqual([])
  })
})
