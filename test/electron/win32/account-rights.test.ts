import { describe, expect, it } from 'vitest'

import { createAccountRights } from '#electron/win32/account-rights.ts'
import { layouts } from '#electron/win32/layouts.ts'
import { sidFromBytes } from '#electron/win32/security-identifiers.ts'
import { type StandIn, standIn } from './stand-in.ts'

const POLICY = 33n
const SID = 'S-1-5-21-9-9-9-1001'
const RIGHT = 'SeServiceLogonRight'

interface Answer {
  readonly status?: number
  readonly opening?: number
  readonly held?: readonly string[]
  /** Where the answer has a count but no list. */
  readonly count?: number
}

/** LSA_UNICODE_STRING rows whose texts have no end of their own. */
function placeRights(self: StandIn, rights: readonly string[]): bigint {
  const { size, Length, Buffer: text } = layouts.LSA_UNICODE_STRING
  const rows = Buffer.alloc(rights.length * size)
  for (const [index, right] of rights.entries()) {
    rows.writeUInt16LE(right.length * 2, index * size + Length)
    rows.writeBigUInt64LE(self.placeText(`${right}Rubbish`), index * size + text)
  }
  return self.placeBytes(rows)
}

function authority({ status = 0, opening = 0, held = [], count = held.length }: Answer) {
  const calls = { opened: [] as unknown[], closed: [] as unknown[], freed: [] as unknown[], changed: [] as unknown[][] }
  const windows = standIn((self) => {
    const rightIn = (memory: Buffer): string => {
      expect(memory.readBigUInt64LE(8)).toBe(self.addressOf(memory) + 16n)
      return memory.toString('utf16le', 16, 16 + memory.readUInt16LE(0))
    }
    return {
      'advapi32.dll': {
        LsaOpenPolicy: (_system, _attributes, access, handle) => {
          calls.opened.push(access)
          if (opening === 0) (handle as bigint[])[0] = POLICY
          return opening
        },
        LsaClose: (handle) => calls.closed.push(handle),
        LsaFreeMemory: (address) => calls.freed.push(address),
        LsaEnumerateAccountRights: (policy, sid, rights, found) => {
          expect([policy, sidFromBytes(sid as Uint8Array)]).toEqual([POLICY, SID])
          if (held.length > 0) (rights as bigint[])[0] = placeRights(self, held)
          ;(found as number[])[0] = count
          return status
        },
        LsaAddAccountRights: (policy, sid, rights, total) => {
          calls.changed.push(['add', policy, sidFromBytes(sid as Uint8Array), rightIn(rights as Buffer), total])
          return status
        },
        LsaRemoveAccountRights: (policy, sid, all, rights, total) => {
          calls.changed.push(['remove', policy, sidFromBytes(sid as Uint8Array), all, rightIn(rights as Buffer), total])
          return status
        },
      },
    }
  })
  return { rights: createAccountRights(windows.native), calls }
}

describe('account-rights', () => {
  it('reads the rights of an account, frees the list and closes the policy', () => {
    const { rights, calls } = authority({ held: [RIGHT, 'SeBatchLogonRight'] })
    expect(rights.of(SID)).toEqual({ ok: true, value: [RIGHT, 'SeBatchLogonRight'] })
    expect(calls).toEqual({ opened: [0x801], closed: [POLICY], freed: [expect.any(BigInt)], changed: [] })
  })

  it('knows an account that never got a right', () => {
    expect(authority({ status: 0xc0000034 | 0 }).rights.of(SID)).toEqual({ ok: true, value: [] })
  })

  it('adds one right and leaves the others', () => {
    const { rights, calls } = authority({})
    expect(rights.add(SID, RIGHT)).toEqual({ ok: true, value: null })
    expect(calls).toMatchObject({ opened: [0x811], closed: [POLICY], changed: [['add', POLICY, SID, RIGHT, 1]] })
  })

  it('removes one right, never all', () => {
    const { rights, calls } = authority({})
    expect(rights.remove(SID, RIGHT)).toEqual({ ok: true, value: null })
    expect(calls.changed).toEqual([['remove', POLICY, SID, 0, RIGHT, 1]])
  })

  it.each([
    { name: 'access denied', status: 0xc0000022 | 0, code: 5 },
    { name: 'no such right', status: 0xc0000060 | 0, code: 1313 },
    { name: 'an unknown status', status: 0xc00000dc | 0, code: 0xc00000dc },
  ])('gives $name as it came', ({ status, code }) => {
    const { rights, calls } = authority({ status })
    const failure = { code, subject: SID, missingRight: expect.stringContaining('POLICY_CREATE_ACCOUNT') }
    expect(rights.of(SID)).toEqual({ ok: false, failure: { ...failure, function: 'LsaEnumerateAccountRights' } })
    expect(rights.add(SID, RIGHT)).toEqual({ ok: false, failure: { ...failure, function: 'LsaAddAccountRights' } })
    expect(rights.remove(SID, RIGHT)).toEqual({ ok: false, failure: { ...failure, function: 'LsaRemoveAccountRights' } })
    expect(calls.closed).toEqual([POLICY, POLICY, POLICY])
  })

  it('does not take a count without a list for an answer', () => {
    expect(authority({ count: 2 }).rights.of(SID)).toMatchObject({ ok: false, failure: { code: 13 } })
  })

  it('changes nothing where the policy does not open, or the SID is none', () => {
    const { rights, calls } = authority({ opening: 0xc0000022 | 0 })
    expect(rights.add(SID, RIGHT)).toMatchObject({ ok: false, failure: { function: 'LsaOpenPolicy', code: 5 } })
    expect(rights.add('nobody', RIGHT)).toMatchObject({ ok: false, failure: { code: 13 } })
    expect(calls).toMatchObject({ opened: [0x811], changed: [], closed: [] })
  })
})
