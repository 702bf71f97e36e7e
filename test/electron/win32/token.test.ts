import { describe, expect, it } from 'vitest'

import { sidToBytes } from '#electron/win32/security-identifiers.ts'
import { createProcessToken } from '#electron/win32/token.ts'
import { type StandIn, type StandInExports, standIn } from './stand-in.ts'

const SID = 'S-1-5-21-1-2-3-500'

function tokenOf(information: (self: StandIn, kind: number, buffer: Buffer) => number, advapi: StandInExports = {}) {
  const closed: unknown[] = []
  const windows = standIn((self) => ({
    'kernel32.dll': { CloseHandle: (handle) => closed.push(handle) },
    'advapi32.dll': {
      OpenProcessToken: (process, access, token) => {
        ;(token as bigint[])[0] = 77n
        return process === 0xffffffffffffffffn && access === 8 ? 1 : 0
      },
      GetTokenInformation: (_token, kind, buffer) => information(self, Number(kind), buffer as Buffer),
      ...advapi,
    },
  }))
  return { windows, token: createProcessToken(windows.native), closed }
}

describe('token', () => {
  it.each([
    { flag: 1, elevated: true },
    { flag: 0, elevated: false },
  ])('tells whether the process is elevated ($elevated)', ({ flag, elevated }) => {
    const { token, closed } = tokenOf((_self, kind, buffer) => {
      buffer.writeUInt32LE(flag, 0)
      return kind === 20 ? 1 : 0
    })
    expect(token.elevated()).toEqual({ ok: true, value: elevated })
    expect(closed).toEqual([77n])
  })

  it('reads the SID of its account', () => {
    const { token } = tokenOf((self, kind, buffer) => {
      buffer.writeBigUInt64LE(self.addressOf(buffer) + 16n, 0)
      buffer.set(sidToBytes(SID) ?? [], 16)
      return kind === 1 ? 1 : 0
    })
    expect(token.userSid()).toEqual({ ok: true, value: SID })
  })

  it('fails where the SID lies outside of the answer', () => {
    const { token } = tokenOf((_self, _kind, buffer) => {
      buffer.writeBigUInt64LE(1n, 0)
      return 1
    })
    expect(token.userSid()).toMatchObject({ ok: false, failure: { code: 13 } })
  })

  it('fails with the code of Windows', () => {
    const { windows, token } = tokenOf(() => 0, { OpenProcessToken: () => 0 })
    windows.setLastError(5)
    expect([token.elevated(), token.userSid()]).toMatchObject([{ failure: { function: 'OpenProcessToken', code: 5 } }, { ok: false }])
  })
})
