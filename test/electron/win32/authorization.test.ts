import { describe, expect, it } from 'vitest'

import { createAuthorization } from '#electron/win32/authorization.ts'
import { sidFromBytes, sidToBytes } from '#electron/win32/security-identifiers.ts'
import { type StandIn, type StandInExports, standIn } from './stand-in.ts'

const SID = 'S-1-5-21-1-2-3-1001'
const ENABLED = 4

interface Group {
  readonly sid: string
  readonly attributes: number
}

/** Fills TOKEN_GROUPS as Windows does: the structures first, the SIDs behind them. */
function fill(self: StandIn, buffer: Buffer, groups: readonly Group[]): void {
  buffer.writeUInt32LE(groups.length, 0)
  for (const [index, { sid, attributes }] of groups.entries()) {
    const offset = 8 + groups.length * 16 + index * 28
    buffer.set(sidToBytes(sid) ?? [9, 9], offset)
    buffer.writeBigUInt64LE(self.addressOf(buffer) + BigInt(offset), 8 + index * 16)
    buffer.writeUInt32LE(attributes, 8 + index * 16 + 8)
  }
}

function authz(overrides: (self: StandIn) => StandInExports) {
  const closed: unknown[] = []
  const windows = standIn((self) => ({
    'authz.dll': {
      AuthzInitializeResourceManager: (...args) => {
        expect(args.slice(0, 5)).toEqual([1, null, null, null, null])
        ;(args[5] as bigint[])[0] = 11n
        return 1
      },
      AuthzFreeResourceManager: (manager) => closed.push(manager),
      AuthzInitializeContextFromSid: (...args) => {
        expect([args[0], sidFromBytes(args[1] as Uint8Array), args[2]]).toEqual([0, SID, 11n])
        ;(args[6] as bigint[])[0] = 22n
        return 1
      },
      AuthzFreeContext: (context) => closed.push(context),
      ...overrides(self),
    },
  }))
  return { answer: createAuthorization(windows.native).groupsOf(SID), closed }
}

function answering(groups: readonly Group[]) {
  return authz((self) => ({
    AuthzGetInformationFromContext: (...args) => {
      fill(self, args[4] as Buffer, groups)
      return 1
    },
  }))
}

function refusing(self: StandIn, code: number) {
  return (): number => {
    self.setLastError(code)
    return 0
  }
}

describe('authorization', () => {
  it('reads the groups of an account and closes what it opened', () => {
    const { answer, closed } = answering([
      { sid: 'S-1-5-21-7-7-7-512', attributes: ENABLED },
      { sid: 'S-1-5-32-544', attributes: 0x10 },
    ])
    expect(answer).toEqual({ ok: true, value: ['S-1-5-21-7-7-7-512', 'S-1-5-32-544'] })
    expect(closed).toEqual([22n, 11n])
  })

  it('leaves out marks of a session and of a level', () => {
    const { answer } = answering([
      { sid: 'S-1-5-5-0-123', attributes: 0xc0000007 },
      { sid: 'S-1-16-12288', attributes: 0x60 },
      { sid: 'S-1-1-0', attributes: 7 },
    ])
    expect(answer).toEqual({ ok: true, value: ['S-1-1-0'] })
  })

  it('asks again with the room that is needed', () => {
    const sizes: unknown[] = []
    const { answer } = authz((self) => ({
      AuthzGetInformationFromContext: (...args) => {
        sizes.push(args[2])
        ;(args[3] as number[])[0] = 40_000
        if (Number(args[2]) < 40_000) return refusing(self, 122)()
        fill(self, args[4] as Buffer, [{ sid: 'S-1-1-0', attributes: ENABLED }])
        return 1
      },
    }))
    expect(answer).toEqual({ ok: true, value: ['S-1-1-0'] })
    expect(sizes).toEqual([16 * 1024, 40_000])
  })

  it.each([
    { name: 'more room than any account needs', needed: 1_000_000 },
    { name: 'no more room than it had', needed: 16 },
  ])('gives up where Windows wants $name', ({ needed }) => {
    const { answer, closed } = authz((self) => ({
      AuthzGetInformationFromContext: (...args) => {
        ;(args[3] as number[])[0] = needed
        return refusing(self, 122)()
      },
    }))
    expect(answer).toMatchObject({ ok: false, failure: { code: 122 } })
    expect(closed).toEqual([22n, 11n])
  })

  it.each([
    { name: 'no group', groups: [] },
    { name: 'a broken SID', groups: [{ sid: 'none', attributes: ENABLED }] },
  ])('does not take an answer with $name', ({ groups }) => {
    expect(answering(groups).answer).toMatchObject({ ok: false, failure: { code: 13 } })
  })

  it.each([
    { name: 'more groups than there is room', count: 5000, pointer: null },
    { name: 'a pointer to elsewhere', count: 1, pointer: 5n },
  ])('does not follow $name', ({ count, pointer }) => {
    const { answer } = authz(() => ({
      AuthzGetInformationFromContext: (...args) => {
        const buffer = args[4] as Buffer
        buffer.writeUInt32LE(count, 0)
        if (pointer !== null) buffer.writeBigUInt64LE(pointer, 8)
        return 1
      },
    }))
    expect(answer).toMatchObject({ ok: false, failure: { code: 13 } })
  })

  it.each([
    { code: 5, name: 'the domain refuses' },
    { code: 1355, name: 'the domain does not answer' },
    { code: 1722, name: 'its controller does not answer' },
  ])('is refused where $name, and closes the manager', ({ code }) => {
    const { answer, closed } = authz((self) => ({ AuthzInitializeContextFromSid: refusing(self, code) }))
    expect(answer).toMatchObject({ ok: false, failure: { function: 'AuthzInitializeContextFromSid', code, subject: SID } })
    expect(closed).toEqual([11n])
  })

  it('is refused where there is no manager, and where Windows has no such library', () => {
    const { answer, closed } = authz((self) => ({ AuthzInitializeResourceManager: refusing(self, 120) }))
    expect(answer).toMatchObject({ ok: false, failure: { function: 'AuthzInitializeResourceManager', code: 120 } })
    expect(closed).toEqual([])
    expect(createAuthorization(standIn({}).native).groupsOf(SID)).toMatchObject({ ok: false, failure: { code: 126 } })
    expect(createAuthorization(standIn({}).native).groupsOf('no SID')).toMatchObject({ ok: false, failure: { code: 13 } })
  })
})
