import { describe, expect, it } from 'vitest'

import { layouts } from '#electron/win32/layouts.ts'
import { createUserAccounts } from '#electron/win32/user-accounts.ts'
import { netapi, paged, structure } from './net-stand-in.ts'

const LAYOUT = layouts.USER_INFO_4
const SID = 'S-1-5-21-1-2-3-1001'

function account(fields: Parameters<typeof structure>[2], status = 0) {
  const asked: unknown[][] = []
  const { windows, freed } = netapi((self) => ({
    NetUserGetInfo: (...args) => {
      asked.push(args.slice(0, 3))
      if (status === 0) (args[3] as bigint[])[0] = self.placeBytes(structure(self, LAYOUT.size, fields))
      return status
    },
  }))
  return { answer: createUserAccounts(windows.native).account('jürgen'), asked, freed }
}

describe('user-accounts', () => {
  it('lists the normal users of this machine by name', () => {
    const asked: unknown[][] = []
    const { windows, freed } = netapi((self) => {
      const page = paged(self, [{ rows: [structure(self, 8, { 0: { text: 'jürgen' } })], status: 0 }], 3)
      return {
        NetUserEnum: (...args) => {
          asked.push([args[0], args[1], args[2], args[4]])
          return page(...args)
        },
      }
    })
    expect(createUserAccounts(windows.native).names()).toEqual({ ok: true, value: { rows: ['jürgen'], cutShort: null } })
    expect(asked).toEqual([[null, 0, 2, 0xffffffff]])
    expect(freed).toHaveLength(1)
  })

  it('reads a user with its SID and gives the buffer back', () => {
    const { answer, asked, freed } = account({
      [LAYOUT.usri4_name]: { text: 'jürgen' },
      [LAYOUT.usri4_user_sid]: { sid: SID },
      [LAYOUT.usri4_full_name]: { text: 'Jürgen Ö.' },
      [LAYOUT.usri4_comment]: { text: 'ERP' },
      [LAYOUT.usri4_flags]: 0x10201,
      [LAYOUT.usri4_password_age]: 99,
      [LAYOUT.usri4_password_expired]: 1,
      [LAYOUT.usri4_last_logon]: 1_700_000_000,
      [LAYOUT.usri4_bad_pw_count]: 2,
    })
    expect(answer).toEqual({
      ok: true,
      value: {
        name: 'jürgen',
        sid: SID,
        fullName: 'Jürgen Ö.',
        comment: 'ERP',
        flags: 0x10201,
        passwordAgeSeconds: 99,
        passwordExpired: true,
        lastLogonSeconds: 1_700_000_000,
        badPasswordCount: 2,
      },
    })
    expect(asked).toEqual([[null, 'jürgen', 4]])
    expect(freed).toHaveLength(1)
  })

  it('reads null texts as empty and a count that is not kept as not known', () => {
    const { answer } = account({
      [LAYOUT.usri4_name]: { text: 'x' },
      [LAYOUT.usri4_user_sid]: { sid: SID },
      [LAYOUT.usri4_bad_pw_count]: 0xffffffff,
    })
    expect(answer).toMatchObject({ ok: true, value: { fullName: '', comment: '', badPasswordCount: null } })
  })

  it('tells a user that does not exist from one that refuses', () => {
    expect(account({}, 2221).answer).toEqual({ ok: true, value: null })
    expect(account({}, 5).answer).toEqual({
      ok: false,
      failure: { function: 'NetUserGetInfo', code: 5, subject: 'jürgen', missingRight: 'membership in Administrators' },
    })
  })

  it.each([
    { name: 'no SID', fields: { [LAYOUT.usri4_name]: { text: 'x' } } },
    { name: 'a broken SID', fields: { [LAYOUT.usri4_name]: { text: 'x' }, [LAYOUT.usri4_user_sid]: { sid: 'none' } } },
    { name: 'no name', fields: { [LAYOUT.usri4_user_sid]: { sid: SID } } },
  ])('does not take a user with $name', ({ fields }) => {
    const { answer, freed } = account(fields)
    expect(answer).toMatchObject({ ok: false, failure: { code: 13 } })
    expect(freed).toHaveLength(1)
  })

  it('does not take a success without a buffer', () => {
    const { windows } = netapi(() => ({ NetUserGetInfo: () => 0 }))
    expect(createUserAccounts(windows.native).account('x')).toMatchObject({ ok: false, failure: { code: 13 } })
  })
})
