import { describe, expect, it } from 'vitest'

import { isOfOtherPlace, readDomainAccounts } from '#electron/rotation/dependants/domain-accounts.ts'
import type { DomainAccount, DomainAccounts } from '#electron/win32/domain-accounts.ts'
import { refused, succeeded, type Win32Result } from '#electron/win32/result.ts'
import { domainAccount } from '../../../support/domain-account.ts'

const NAME = 'ACME\\svc_erp'

function accountsOf(known: Partial<DomainAccount> | null = {}, more: Partial<DomainAccounts> = {}): DomainAccounts {
  const found: Win32Result<DomainAccount | null> = succeeded(known === null ? null : domainAccount(known))
  return {
    place: async () => succeeded({ controller: '\\\\dc1', user: 'svc_erp' }),
    account: async () => found,
    lockoutThreshold: async () => succeeded(10),
    ...more,
  }
}

const read = async (accounts: DomainAccounts) => (await readDomainAccounts(accounts, [NAME]))[NAME]

describe('accounts of a domain', () => {
  it('are read with what could lock or end them', async () => {
    expect(await read(accountsOf({ flags: 0x212, badPasswordCount: 3, expiresSeconds: 1_772_352_000 }))).toEqual({
      status: 'read',
      value: {
        lockoutThreshold: 10,
        account: { enabled: false, lockedOut: true, badPasswords: 3, expiresAt: '2026-03-01T08:00:00.000Z' },
      },
      gaps: [],
    })
    expect(await read(accountsOf())).toMatchObject({
      value: { account: { enabled: true, lockedOut: false, badPasswords: 0, expiresAt: null } },
    })
  })

  it('may not be there', async () => {
    expect(await read(accountsOf(null))).toEqual({ status: 'read', value: { lockoutThreshold: 10, account: null }, gaps: [] })
  })

  it.each([
    { name: 'no controller is found', more: { place: async () => refused('DsGetDcNameW', 1355) }, status: 'failed' },
    { name: 'Windows has no such call', more: { place: async () => refused('DsGetDcNameW', 127) }, status: 'unsupported' },
    { name: 'nobody knows the name', more: { place: async () => succeeded(null) }, status: 'failed' },
    { name: 'the controller refuses', more: { account: async () => refused('NetUserGetInfo', 5) }, status: 'denied' },
    { name: 'the controller does not answer', more: { account: async () => refused('NetUserGetInfo', 1722) }, status: 'failed' },
  ])('are not known where $name', async ({ more, status }) => {
    expect(await read(accountsOf({}, more))).toEqual({ status, reason: expect.any(String) })
  })

  it('are known without the policy that the controller does not tell, which is a gap', async () => {
    expect(await read(accountsOf({}, { lockoutThreshold: async () => refused('NetUserModalsGet', 5) }))).toMatchObject({
      status: 'read',
      value: { lockoutThreshold: null, account: { badPasswords: 0 } },
      gaps: [expect.stringContaining('NetUserModalsGet')],
    })
  })
})

describe('a name of a domain', () => {
  it.each([
    ['ACME\\svc_erp', true],
    ['svc_erp@acme.example', true],
    ['erp01\\svc_erp', false],
    ['.\\svc_erp', false],
    ['svc_erp', false],
    ['NT SERVICE\\WSPSync', false],
    ['NT AUTHORITY\\SYSTEM', false],
    ['IIS APPPOOL\\Sage', false],
    ['ACME\\gmsa$', false],
    ['gmsa$@acme.example', false],
  ])('%s: %s', (name, isDomain) => {
    expect(isOfOtherPlace(name, 'ERP01')).toBe(isDomain)
  })
})
