import { describe, expect, it } from 'vitest'

import { createAccountExpiry } from '#electron/win32/account-expiry.ts'
import { layouts } from '#electron/win32/layouts.ts'
import { netapi, structure } from './net-stand-in.ts'

const LAYOUT = layouts.USER_INFO_4

function expiry(seconds: number, status = 0) {
  const { windows, freed } = netapi((self) => ({
    NetUserGetInfo: (_server, _name, _level, buffer) => {
      if (status === 0) (buffer as bigint[])[0] = self.placeBytes(structure(self, LAYOUT.size, { [LAYOUT.usri4_acct_expires]: seconds }))
      return status
    },
  }))
  return { answer: createAccountExpiry(windows.native).expirySeconds('jürgen'), freed }
}

describe('account-expiry', () => {
  it.each([
    ['a time', 1_800_000_000, 1_800_000_000],
    ['forever', 0xffffffff, null],
    ['zero', 0, null],
  ])('reads %s', (_name, stored, seconds) => {
    const { answer, freed } = expiry(stored)
    expect(answer).toEqual({ ok: true, value: { seconds } })
    expect(freed).toHaveLength(1)
  })

  it('tells whom it was refused for', () => {
    const { answer } = expiry(0, 2221)
    expect(answer).toMatchObject({ ok: false, failure: { function: 'NetUserGetInfo', code: 2221, subject: 'jürgen' } })
  })
})
