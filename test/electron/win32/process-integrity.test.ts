import { describe, expect, it } from 'vitest'

import { layouts } from '#electron/win32/layouts.ts'
import { createProcessIntegrity } from '#electron/win32/process-integrity.ts'
import { standIn } from './stand-in.ts'

/** S-1-16-level; authority 1 makes another SID of it. */
function sidOf(level: number, authority = 16): Buffer {
  const sid = Buffer.alloc(12)
  sid.writeUInt8(1, 0)
  sid.writeUInt8(1, 1)
  sid.writeUInt8(authority, 7)
  sid.writeUInt32LE(level, 8)
  return sid
}

function integrity(failsAt?: 'OpenProcess' | 'OpenProcessToken' | 'GetTokenInformation', sid = sidOf(0x3000)) {
  let open = 0
  const windows = standIn((self) => {
    const refusing = (name: string): boolean => {
      if (failsAt === name) self.setLastError(5)
      return failsAt === name
    }
    return {
      'kernel32.dll': {
        OpenProcess: (access, _inherit, process) => {
          expect([access, process]).toEqual([0x1000, 77])
          if (refusing('OpenProcess')) return 0n
          open += 1
          return 0x40n
        },
        CloseHandle: () => {
          open -= 1
          return 1
        },
      },
      'advapi32.dll': {
        OpenProcessToken: (_process, _access, token) => {
          if (refusing('OpenProcessToken')) return 0
          ;(token as bigint[])[0] = 0x44n
          open += 1
          return 1
        },
        GetTokenInformation: (_token, kind, buffer) => {
          expect(kind).toBe(25)
          if (refusing('GetTokenInformation')) return 0
          ;(buffer as Buffer).writeBigUInt64LE(self.placeBytes(sid), layouts.TOKEN_MANDATORY_LABEL['Label.Sid'])
          return 1
        },
      },
    }
  })
  return { part: createProcessIntegrity(windows.native), open: () => open }
}

describe('process-integrity', () => {
  it.each([77, null])('reads the level of process %s', (processId) => {
    const { part, open } = integrity()
    expect(part.level(processId)).toEqual({ ok: true, value: 0x3000 })
    expect(open()).toBe(0)
  })

  it.each(['OpenProcess', 'OpenProcessToken', 'GetTokenInformation'] as const)('is refused with %s, and closes what it opened', (name) => {
    const { part, open } = integrity(name)
    expect(part.level(77)).toEqual({ ok: false, failure: { function: name, code: 5 } })
    expect(open()).toBe(0)
  })

  it('takes no other SID for a level', () => {
    expect(integrity(undefined, sidOf(0x3000, 5)).part.level(null)).toMatchObject({ ok: false, failure: { code: 13 } })
  })
})
