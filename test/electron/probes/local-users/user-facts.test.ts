import { describe, expect, it } from 'vitest'

import { describeUser } from '#electron/probes/local-users/user-facts.ts'
import type { UserAccount } from '#electron/win32/user-accounts.ts'

const NOW = new Date('2026-03-01T08:15:00Z')

const ACCOUNT: UserAccount = {
  name: 'svc_erp',
  sid: 'S-1-5-21-1-2-3-1001',
  fullName: 'ERP',
  comment: '',
  flags: 0x201,
  passwordAgeSeconds: 86_400,
  passwordExpired: false,
  lastLogonSeconds: 1_700_000_000,
  badPasswordCount: 0,
}

describe('user-facts', () => {
  it('describes an ordinary user', () => {
    expect(describeUser(ACCOUNT, NOW)).toEqual({
      name: 'svc_erp',
      sid: 'S-1-5-21-1-2-3-1001',
      fullName: 'ERP',
      comment: '',
      enabled: true,
      lockedOut: false,
      passwordRequired: true,
      passwordExpires: true,
      passwordLastSet: '2026-02-28T08:15:00.000Z',
      lastLogon: '2023-11-14T22:13:20.000Z',
      cannotChangePassword: false,
      badPasswordCount: 0,
    })
  })

  it.each([
    { name: 'UF_ACCOUNTDISABLE', flag: 0x2, fact: { enabled: false } },
    { name: 'UF_LOCKOUT', flag: 0x10, fact: { lockedOut: true } },
    { name: 'UF_PASSWD_NOTREQD', flag: 0x20, fact: { passwordRequired: false } },
    { name: 'UF_PASSWD_CANT_CHANGE', flag: 0x40, fact: { cannotChangePassword: true } },
    { name: 'UF_DONT_EXPIRE_PASSWD', flag: 0x10000, fact: { passwordExpires: false } },
  ])('takes $name for one fact and no other', ({ flag, fact }) => {
    const plain = describeUser(ACCOUNT, NOW)
    expect(describeUser({ ...ACCOUNT, flags: 0x201 | flag }, NOW)).toEqual({ ...plain, ...fact })
  })

  it.each([
    { name: 'a moment ago', age: 1, expired: false, set: '2026-03-01T08:14:59.000Z' },
    { name: 'never, as that of the guest', age: 0, expired: false, set: null },
    { name: 'long ago, and to be changed', age: 3600, expired: true, set: '2026-03-01T07:15:00.000Z' },
    { name: 'never: to be changed at the first sign-in', age: 0, expired: true, set: null },
    { name: 'never: no age is known', age: 0xffffffff, expired: false, set: null },
    { name: 'never: an age since 1970', age: Math.floor(NOW.getTime() / 1000), expired: false, set: null },
    { name: 'at the earliest time', age: 1_141_200_900, expired: false, set: '1990-01-01T00:00:00.000Z' },
    { name: 'never: a second before the earliest time', age: 1_141_200_901, expired: false, set: null },
  ])('tells a password that was set $name', ({ age, expired, set }) => {
    expect(describeUser({ ...ACCOUNT, passwordAgeSeconds: age, passwordExpired: expired }, NOW).passwordLastSet).toBe(set)
  })

  it('leaves out what Windows does not keep', () => {
    const user = describeUser({ ...ACCOUNT, lastLogonSeconds: 0, badPasswordCount: null }, NOW)
    expect(user.lastLogon).toBeNull()
    expect(user).not.toHaveProperty('badPasswordCount')
  })
})
