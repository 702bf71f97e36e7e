import { describe, expect, it } from 'vitest'

import { createAccountModals } from '#electron/win32/account-modals.ts'
import { createDomainGroups } from '#electron/win32/domain-groups.ts'
import { layouts } from '#electron/win32/layouts.ts'
import { netapi, paged, structure } from './net-stand-in.ts'

const FOREVER = 0xffffffff
const PASSWORDS = layouts.USER_MODALS_INFO_0
const LOCKOUT = layouts.USER_MODALS_INFO_3

function modals(expectedLevel: number, size: number, fields: Parameters<typeof structure>[2], status = 0) {
  return netapi((self) => ({
    NetUserModalsGet: (server, level, buffer) => {
      expect([server, level]).toEqual([null, expectedLevel])
      if (status === 0) (buffer as bigint[])[0] = self.placeBytes(structure(self, size, fields))
      return status
    },
  }))
}

describe('account-modals', () => {
  it.each([
    { name: 'an age', maximum: 3_628_800, maxAgeSeconds: 3_628_800 },
    { name: 'no age', maximum: FOREVER, maxAgeSeconds: null },
  ])('reads password rules with $name', ({ maximum, maxAgeSeconds }) => {
    const { windows, freed } = modals(0, PASSWORDS.size, {
      [PASSWORDS.usrmod0_min_passwd_len]: 14,
      [PASSWORDS.usrmod0_max_passwd_age]: maximum,
      [PASSWORDS.usrmod0_min_passwd_age]: 86_400,
      [PASSWORDS.usrmod0_password_hist_len]: 24,
    })
    expect(createAccountModals(windows.native).passwords()).toEqual({
      ok: true,
      value: { minLength: 14, maxAgeSeconds, minAgeSeconds: 86_400, history: 24 },
    })
    expect(freed).toHaveLength(1)
  })

  it.each([
    { name: 'for a time', duration: 900, durationSeconds: 900 },
    { name: 'until an administrator unlocks', duration: FOREVER, durationSeconds: null },
    { name: 'until an administrator unlocks, as the policy editor writes it', duration: 0, durationSeconds: null },
  ])('reads lock-out rules $name', ({ duration, durationSeconds }) => {
    const { windows } = modals(3, LOCKOUT.size, { [LOCKOUT.usrmod3_lockout_duration]: duration, [LOCKOUT.usrmod3_lockout_threshold]: 5 })
    expect(createAccountModals(windows.native).lockout()).toEqual({ ok: true, value: { threshold: 5, durationSeconds } })
  })

  it.each([5, 1722, 2140])('is refused with error %i, and never with rules of zero', (code) => {
    const refusing = createAccountModals(modals(0, PASSWORDS.size, {}, code).windows.native)
    expect(refusing.passwords()).toMatchObject({ ok: false, failure: { function: 'NetUserModalsGet', code, subject: 'level 0' } })
  })
})

describe('domain-groups', () => {
  it('reads the SID of the account domain', () => {
    const { usrmod2_domain_id, size } = layouts.USER_MODALS_INFO_2
    const { windows, freed } = modals(2, size, { [usrmod2_domain_id]: { sid: 'S-1-5-21-1-2-3' } })
    expect(createDomainGroups(windows.native).domainSid()).toEqual({ ok: true, value: 'S-1-5-21-1-2-3' })
    expect(freed).toHaveLength(1)
    expect(createDomainGroups(modals(2, size, {}).windows.native).domainSid()).toMatchObject({ ok: false, failure: { code: 13 } })
  })

  it('reads the members of a group of the domain', () => {
    const { windows } = netapi((self) => ({
      NetGroupGetUsers: (...args) => {
        expect([args[0], args[1], args[2]]).toEqual([null, 'Domänen-Admins', 0])
        return paged(self, [{ rows: [structure(self, 8, { 0: { text: 'chief' } })], status: 0 }], 3)(...args)
      },
    }))
    expect(createDomainGroups(windows.native).members('Domänen-Admins')).toEqual({ ok: true, value: { rows: ['chief'], cutShort: null } })
  })

  it.each([
    { name: 'one', count: 1, status: 0, answer: { ok: true, value: 1 } },
    { name: 'three', count: 3, status: 0, answer: { ok: true, value: 3 } },
    { name: 'none, which is no answer', count: 0, status: 0, answer: { ok: false, failure: { code: 13 } } },
    { name: 'a refusal', count: 0, status: 1722, answer: { ok: false, failure: { code: 1722 } } },
  ])('counts the domains of the forest: $name', ({ count, status, answer }) => {
    const { windows, freed } = netapi((self) => ({
      DsEnumerateDomainTrustsW: (_server, _flags, buffer, counted) => {
        if (status === 0) (buffer as bigint[])[0] = self.placeBytes(Buffer.alloc(8))
        ;(counted as number[])[0] = count
        return status
      },
    }))
    expect(createDomainGroups(windows.native).forestDomains()).toMatchObject(answer)
    expect(freed).toHaveLength(status === 0 ? 1 : 0)
  })
})
