import { describe, expect, it } from 'vitest'

import { createLocalPolicy } from '#electron/win32/local-policy.ts'
import { structure } from './net-stand-in.ts'
import { type StandIn, standIn } from './stand-in.ts'

const POLICY = 33n

interface Answer {
  readonly status: number
  readonly sids?: readonly string[]
  /** Where the answer has a count but no buffer. */
  readonly count?: number
}

function policy(answer: Answer, opening = 0) {
  const calls = { closed: [] as unknown[], freed: [] as unknown[], rights: [] as string[], opened: [] as unknown[][] }
  const rightIn = (self: StandIn, memory: Buffer): string => {
    expect(memory.readBigUInt64LE(8)).toBe(self.addressOf(memory) + 16n)
    expect(memory.readUInt16LE(2)).toBe(memory.readUInt16LE(0) + 2)
    return memory.toString('utf16le', 16, 16 + memory.readUInt16LE(0))
  }
  const windows = standIn((self) => ({
    'advapi32.dll': {
      LsaOpenPolicy: (system, attributes, access, handle) => {
        calls.opened.push([system, (attributes as Buffer).byteLength, (attributes as Buffer).readUInt32LE(0), access])
        ;(handle as bigint[])[0] = opening === 0 ? POLICY : 0n
        return opening
      },
      LsaClose: (handle) => calls.closed.push(handle),
      LsaFreeMemory: (address) => calls.freed.push(address),
      LsaEnumerateAccountsWithUserRight: (handle, right, buffer, count) => {
        expect(handle).toBe(POLICY)
        calls.rights.push(rightIn(self, right as Buffer))
        const rows = (answer.sids ?? []).map((sid) => structure(self, 8, { 0: { sid } }))
        if (rows.length > 0) (buffer as bigint[])[0] = self.placeBytes(Buffer.concat(rows))
        ;(count as number[])[0] = answer.count ?? rows.length
        return answer.status
      },
    },
  }))
  const result = createLocalPolicy(windows.native).open((open) => open.holders('SeServiceLogonRight'))
  return { result, holders: result.ok ? result.value : null, calls }
}

describe('local-policy', () => {
  it('reads the holders of a right, frees the list and closes the policy', () => {
    const { holders, calls } = policy({ status: 0, sids: ['S-1-5-32-544', 'S-1-5-80-0'] })
    expect(holders).toEqual({ ok: true, value: ['S-1-5-32-544', 'S-1-5-80-0'] })
    expect(calls).toEqual({
      opened: [[null, 48, 48, 0x801]],
      rights: ['SeServiceLogonRight'],
      freed: [expect.any(BigInt)],
      closed: [POLICY],
    })
  })

  it.each([
    { name: 'nobody holds', status: 0x8000001a | 0, value: [] },
    { name: 'Windows does not have', status: 0xc0000060 | 0, value: null },
  ])('knows a right that $name', ({ status, value }) => {
    expect(policy({ status }).holders).toEqual({ ok: true, value })
  })

  it.each([
    { name: 'access denied', status: 0xc0000022 | 0, code: 5 },
    { name: 'not implemented', status: 0xc0000002 | 0, code: 120 },
    { name: 'not supported', status: 0xc00000bb | 0, code: 50 },
    { name: 'RPC server unavailable', status: 0xc0020017 | 0, code: 0xc0020017 },
  ])('is refused with $name', ({ status, code }) => {
    const { holders, calls } = policy({ status })
    expect(holders).toMatchObject({
      ok: false,
      failure: { function: 'LsaEnumerateAccountsWithUserRight', code, subject: 'SeServiceLogonRight' },
    })
    expect(calls.closed).toEqual([POLICY])
  })

  it.each([
    { name: 'a count without a list', answer: { status: 0, count: 2 } },
    { name: 'a broken SID', answer: { status: 0, sids: ['S-1-5-18', 'none'] } },
  ])('does not take $name for holders', ({ answer }) => {
    expect(policy(answer).holders).toMatchObject({ ok: false, failure: { code: 13 } })
  })

  it('does not open what it may not, and closes nothing then', () => {
    const { result, calls } = policy({ status: 0 }, 0xc0000022 | 0)
    expect(result).toMatchObject({ ok: false, failure: { function: 'LsaOpenPolicy', code: 5 } })
    expect(calls).toMatchObject({ rights: [], closed: [] })
  })
})
