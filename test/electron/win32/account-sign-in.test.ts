import { describe, expect, it } from 'vitest'

import { createAccountSignIn } from '#electron/win32/account-sign-in.ts'
import { sidToBytes } from '#electron/win32/security-identifiers.ts'
import { type StandIn, standIn } from './stand-in.ts'

const TOKEN = 0x1234n
const SID = 'S-1-5-21-1-2-3-1004'
const password = Buffer.from('secret\0', 'utf16le')

function logOn({ accepts = true, hasUser = true }: { accepts?: boolean; hasUser?: boolean }) {
  const calls: unknown[][] = []
  const closed: unknown[] = []
  const windows: StandIn = standIn((self) => ({
    'advapi32.dll': {
      LogonUserW: (...args) => {
        calls.push(args.slice(0, 5))
        if (!accepts) return 0
        ;(args[5] as bigint[])[0] = TOKEN
        return 1
      },
      GetTokenInformation: (token, kind, buffer) => {
        expect([token, kind]).toEqual([TOKEN, 1])
        if (!hasUser) return 0
        const memory = buffer as Buffer
        memory.writeBigUInt64LE(self.addressOf(memory) + 16n)
        memory.set(sidToBytes(SID) ?? [], 16)
        return 1
      },
    },
    'kernel32.dll': {
      CloseHandle: (handle) => {
        closed.push(handle)
        return 1
      },
    },
  }))
  return { windows, calls, closed, signIn: createAccountSignIn(windows.native).signIn }
}

describe('account-sign-in', () => {
  it.each([
    { kind: 'network', type: 3 },
    { kind: 'batch', type: 4 },
    { kind: 'service', type: 5 },
  ] as const)('signs in as $kind, says who it was, and out again', async ({ kind, type }) => {
    const { windows, calls, closed, signIn } = logOn({})
    expect(await signIn('ERP01', 'sync', password, kind)).toEqual({ ok: true, value: SID })
    expect(calls).toEqual([['sync', 'ERP01', windows.addressOf(password), type, 0]])
    expect(closed).toEqual([TOKEN])
  })

  it.each([
    { kind: 'network', missingRight: 'SeNetworkLogonRight' },
    { kind: 'batch', missingRight: 'SeBatchLogonRight' },
    { kind: 'service', missingRight: 'SeServiceLogonRight' },
  ] as const)('is refused with the code of Windows as $kind, and closes nothing', async ({ kind, missingRight }) => {
    const { windows, closed, signIn } = logOn({ accepts: false })
    windows.setLastError(1385)
    expect(await signIn('ERP01', 'sync', password, kind)).toEqual({
      ok: false,
      failure: { function: 'LogonUserW', code: 1385, subject: 'sync', missingRight },
    })
    expect(closed).toEqual([])
  })

  it('does not count a sign-in of nobody knows whom, and closes it', async () => {
    const { windows, closed, signIn } = logOn({ hasUser: false })
    windows.setLastError(6)
    expect(await signIn('ERP01', 'sync', password, 'network')).toEqual({ ok: false, failure: { function: 'GetTokenInformation', code: 6 } })
    expect(closed).toEqual([TOKEN])
  })
})
