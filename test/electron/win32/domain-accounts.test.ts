import { describe, expect, it } from 'vitest'

import { createDomainAccounts, type DomainPlace } from '#electron/win32/domain-accounts.ts'
import { layouts } from '#electron/win32/layouts.ts'
import { sidToBytes } from '#electron/win32/security-identifiers.ts'
import { netapi, structure } from './net-stand-in.ts'
import { standIn } from './stand-in.ts'

const CONTROLLER = layouts.DOMAIN_CONTROLLER_INFOW
const USER = layouts.USER_INFO_4
const LOCKOUT = layouts.USER_MODALS_INFO_3
const SID = 'S-1-5-21-1-2-3-1104'
const AT: DomainPlace = { controller: '\\\\dc1.acme.example', user: 'svc_erp' }

/** A domain that names this as the controller that leads it; null: nothing. */
function domain(controller: string | null, status = 0) {
  const calls: unknown[] = []
  const made = netapi((self) => ({
    DsGetDcNameW: (...args) => {
      const buffer = args.at(-1) as bigint[]
      calls.push(args.slice(0, -1))
      if (status === 0) {
        const name = controller === null ? 0 : { text: controller }
        buffer[0] = self.placeBytes(structure(self, CONTROLLER.size, { [CONTROLLER.DomainControllerName]: name }))
      }
      return status
    },
  }))
  return { ...made, calls, accounts: createDomainAccounts(made.windows.native) }
}

describe('domain-accounts: the place of an account', () => {
  it.each([
    { name: 'the flat name of its domain', account: 'ACME\\svc_erp', asked: 'ACME' },
    { name: 'the DNS name of its domain', account: 'acme.example\\svc_erp', asked: 'acme.example' },
  ])('is with the controller that leads it, by $name', async ({ account, asked }) => {
    const { accounts, calls, freed } = domain(AT.controller)
    expect(await accounts.place(account)).toEqual({ ok: true, value: AT })
    expect(calls).toEqual([[null, asked, null, null, 0x80]])
    expect(freed).toHaveLength(1)
  })

  it.each(['svc_erp', '\\svc_erp', 'ACME\\', ''])('is nowhere for "%s", and nobody is asked', async (account) => {
    const { accounts, calls } = domain(AT.controller)
    expect(await accounts.place(account)).toEqual({ ok: true, value: null })
    expect(calls).toEqual([])
  })

  it.each([1355, 1212, 1722, 5])('is not told with error %i, and nothing is to be freed', async (code) => {
    const { accounts, freed } = domain(AT.controller, code)
    expect(await accounts.place('ACME\\svc_erp')).toMatchObject({ ok: false, failure: { function: 'DsGetDcNameW', code, subject: 'ACME' } })
    expect(freed).toEqual([])
  })

  it.each([null, '', 'dc1', '\\\\', '\\\\dc1\\share'])('is never this machine for want of a name: %j', async (controller) => {
    const { accounts, freed } = domain(controller)
    expect(await accounts.place('ACME\\svc_erp')).toMatchObject({ ok: false, failure: { code: 13 } })
    expect(freed).toHaveLength(1)
  })

  it('of a user principal name is where Windows has it, whatever follows its sign', async () => {
    const asked: unknown[] = []
    const windows = standIn((self) => ({
      'advapi32.dll': {
        LookupAccountNameW: (_machine, name, sid, _bytes, _domain, _characters, use) => {
          asked.push(name)
          if (name === 'gone@sales.example') {
            self.setLastError(1332)
            return 0
          }
          Buffer.from(sidToBytes(SID) ?? []).copy(sid as Buffer)
          ;(use as number[])[0] = 1
          return 1
        },
        LookupAccountSidW: (_machine, _sid, name, characters, authority, authorityCharacters) => {
          ;(characters as number[])[0] = (name as Buffer).write('svc_erp', 'utf16le') / 2
          ;(authorityCharacters as number[])[0] = (authority as Buffer).write('ACME', 'utf16le') / 2
          return 1
        },
      },
      'netapi32.dll': {
        NetApiBufferFree: () => 0,
        DsGetDcNameW: (_computer, name, _guid, _site, _flags, buffer) => {
          asked.push(name)
          const fields = { [CONTROLLER.DomainControllerName]: { text: AT.controller } }
          ;(buffer as bigint[])[0] = self.placeBytes(structure(self, CONTROLLER.size, fields))
          return 0
        },
      },
    }))
    const accounts = createDomainAccounts(windows.native)
    expect(await accounts.place('erp@sales.example')).toEqual({ ok: true, value: AT })
    expect(await accounts.place('gone@sales.example')).toEqual({ ok: true, value: null })
    expect(asked).toEqual(['erp@sales.example', 'ACME', 'gone@sales.example'])
  })
})

describe('domain-accounts: what a controller tells', () => {
  function userOf(fields: Readonly<Record<number, number>>, status = 0) {
    return netapi((self) => ({
      NetUserGetInfo: (server, name, level, buffer) => {
        expect([server, name, level]).toEqual([AT.controller, AT.user, 4])
        const known = { [USER.usri4_name]: { text: 'svc_erp' }, [USER.usri4_user_sid]: { sid: SID }, ...fields }
        if (status === 0) (buffer as bigint[])[0] = self.placeBytes(structure(self, USER.size, known))
        return status
      },
    }))
  }

  it.each([
    { name: 'counts and ends', expires: 1_772_352_000, bad: 2, known: { expiresSeconds: 1_772_352_000, badPasswordCount: 2 } },
    { name: 'knows no count and no end', expires: 0xffffffff, bad: 0xffffffff, known: { expiresSeconds: null, badPasswordCount: null } },
  ])('is an account that $name', async ({ expires, bad, known }) => {
    const { windows, freed } = userOf({ [USER.usri4_acct_expires]: expires, [USER.usri4_bad_pw_count]: bad, [USER.usri4_flags]: 0x212 })
    const found = await createDomainAccounts(windows.native).account(AT)
    expect(found).toMatchObject({ ok: true, value: { name: 'svc_erp', sid: SID, flags: 0x212, ...known } })
    expect(freed).toHaveLength(1)
  })

  it('is that there is no such account, or nothing', async () => {
    const answerOf = async (status: number) => await createDomainAccounts(userOf({}, status).windows.native).account(AT)
    expect(await answerOf(2221)).toEqual({ ok: true, value: null })
    for (const code of [5, 53, 1722, 2453]) expect(await answerOf(code)).toMatchObject({ ok: false, failure: { code, subject: 'svc_erp' } })
  })

  it('is when the domain locks its accounts, or nothing', async () => {
    const answerOf = async (status: number) => {
      const { windows, freed } = netapi((self) => ({
        NetUserModalsGet: (server, level, buffer) => {
          expect([server, level]).toEqual([AT.controller, 3])
          if (status === 0) {
            ;(buffer as bigint[])[0] = self.placeBytes(structure(self, LOCKOUT.size, { [LOCKOUT.usrmod3_lockout_threshold]: 5 }))
          }
          return status
        },
      }))
      const answer = await createDomainAccounts(windows.native).lockoutThreshold(AT)
      expect(freed).toHaveLength(status === 0 ? 1 : 0)
      return answer
    }
    expect(await answerOf(0)).toEqual({ ok: true, value: 5 })
    expect(await answerOf(5)).toMatchObject({ ok: false, failure: { function: 'NetUserModalsGet', code: 5 } })
  })
})
