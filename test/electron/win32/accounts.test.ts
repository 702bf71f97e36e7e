import { describe, expect, it } from 'vitest'

import { createAccountLookup } from '#electron/win32/accounts.ts'
import { sidFromBytes, sidToBytes } from '#electron/win32/security-identifiers.ts'
import { type StandIn, type StandInExports, standIn } from './stand-in.ts'

const SID = 'S-1-5-21-1-2-3-1001'

function advapi(exports: (self: StandIn) => StandInExports): StandIn {
  return standIn((self) => ({ 'advapi32.dll': exports(self) }))
}

function refusing(code: number) {
  return (self: StandIn): StandInExports => {
    const refuse = (): number => {
      self.setLastError(code)
      return 0
    }
    return { LookupAccountNameW: refuse, LookupAccountSidW: refuse }
  }
}

function resolvingTo(use: number) {
  return (): StandInExports => ({
    LookupAccountNameW: (...args) => {
      ;(args[2] as Buffer).set(sidToBytes(SID) ?? [])
      ;(args[6] as number[])[0] = use
      return 1
    },
  })
}

describe('accounts', () => {
  it.each([
    { use: 1, kind: 'a user', sid: SID },
    { use: 2, kind: 'a group', sid: SID },
    { use: 4, kind: 'an alias', sid: SID },
    { use: 5, kind: 'a well-known group', sid: SID },
    { use: 9, kind: 'a computer', sid: SID },
    { use: 3, kind: 'a domain', sid: null },
    { use: 6, kind: 'a deleted account', sid: null },
    { use: 8, kind: 'an unknown thing', sid: null },
  ])('resolves a name to $kind', ({ use, sid }) => {
    expect(createAccountLookup(advapi(resolvingTo(use)).native).sidOf('x')).toEqual({ ok: true, value: sid })
  })

  it('tells a name that nobody has from one that could not be asked for', () => {
    expect(createAccountLookup(advapi(refusing(1332)).native).sidOf('x')).toEqual({ ok: true, value: null })
    expect(createAccountLookup(advapi(refusing(1789)).native).sidOf('ACME\\x')).toEqual({
      ok: false,
      failure: { function: 'LookupAccountNameW', code: 1789, subject: 'ACME\\x' },
    })
  })

  it.each([
    { authority: 'SERVER', name: 'SERVER\\jürgen' },
    { authority: '', name: 'jürgen' },
  ])('names a SID as $name', ({ authority, name }) => {
    const windows = advapi(() => ({
      LookupAccountSidW: (...args) => {
        const [, bytes, user, userCharacters, domain, domainCharacters] = args as [null, Uint8Array, Buffer, number[], Buffer, number[]]
        if (sidFromBytes(bytes) !== SID) return 0
        user.write('jürgen\0', 'utf16le')
        userCharacters[0] = 'jürgen'.length
        domain.write(`${authority}\0`, 'utf16le')
        domainCharacters[0] = authority.length
        return 1
      },
    }))
    expect(createAccountLookup(windows.native).nameOf(SID)).toEqual({ ok: true, value: name })
  })

  it('tells a SID without a name from one that could not be asked for', () => {
    expect(createAccountLookup(advapi(refusing(1332)).native).nameOf(SID)).toEqual({ ok: true, value: null })
    expect(createAccountLookup(advapi(refusing(1722)).native).nameOf(SID)).toMatchObject({ ok: false, failure: { code: 1722 } })
    expect(createAccountLookup(advapi(refusing(1722)).native).nameOf('no SID')).toEqual({ ok: true, value: null })
  })
})
