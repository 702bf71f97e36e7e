import { describe, expect, it } from 'vitest'

import { createAccountChanges } from '#electron/win32/account-changes.ts'
import { layouts } from '#electron/win32/layouts.ts'
import { netapi, structure } from './net-stand-in.ts'
import type { StandIn, StandInExports } from './stand-in.ts'

const SERVER = '\\\\ERP01'
const wide = (text: string): Buffer => Buffer.from(`${text}\0`, 'utf16le')
const textIn = (memory: Buffer, from: number): string => memory.toString('utf16le', from).split('\0')[0] ?? ''

function changesOn(exports: (self: StandIn) => StandInExports) {
  const made = netapi(exports)
  return { ...made, changes: createAccountChanges(made.windows.native) }
}

/** Calls that take what they are given, noted down as (function, arguments). */
function noting(status = 0) {
  const calls: unknown[][] = []
  const note =
    (name: string) =>
    (...args: unknown[]): number => {
      calls.push([name, ...args.map((argument) => (Buffer.isBuffer(argument) ? Buffer.from(argument) : argument))])
      return status
    }
  const names = ['NetUserChangePassword', 'NetUserSetInfo', 'NetUserAdd', 'NetUserDel']
  return { calls, ...changesOn(() => Object.fromEntries(names.map((name) => [name, note(name)]))) }
}

describe('account-changes', () => {
  it('changes a password on the named server, with both passwords where they lie', () => {
    const { calls, changes, windows } = noting()
    const [old, next] = [wide('old'), wide('next')]
    expect(changes.changePassword(SERVER, 'sync', old, next)).toEqual({ ok: true, value: null })
    expect(calls).toEqual([['NetUserChangePassword', SERVER, 'sync', windows.addressOf(old), windows.addressOf(next)]])
  })

  it('sets a password by level 1003, which holds nothing but where it lies', () => {
    const { calls, changes, windows } = noting()
    const next = wide('next')
    expect(changes.setPassword(SERVER, 'sync', next)).toEqual({ ok: true, value: null })
    const pointer = Buffer.alloc(8)
    pointer.writeBigUInt64LE(windows.addressOf(next))
    expect(calls).toEqual([['NetUserSetInfo', SERVER, 'sync', 1003, pointer, [0]]])
  })

  it('sets flags by level 1008', () => {
    const { calls, changes } = noting()
    expect(changes.setFlags(SERVER, 'sync', 0x10203)).toEqual({ ok: true, value: null })
    expect(calls).toEqual([['NetUserSetInfo', SERVER, 'sync', 1008, Buffer.from([0x03, 0x02, 0x01, 0x00]), [0]]])
  })

  it('adds an ordinary user by level 1: name, password, privilege, comment and flags, and nothing else', () => {
    const layout = layouts.USER_INFO_1
    const password = wide('next')
    const { windows, changes } = changesOn((self) => ({
      NetUserAdd: (server, level, information) => {
        const memory = information as Buffer
        const base = self.addressOf(memory)
        const pointedAt = (field: 'usri1_name' | 'usri1_comment'): string =>
          textIn(memory, Number(memory.readBigUInt64LE(layout[field]) - base))
        expect([server, level]).toEqual([SERVER, 1])
        expect([pointedAt('usri1_name'), pointedAt('usri1_comment')]).toEqual(['Müller', 'für den Abgleich'])
        expect(memory.readBigUInt64LE(layout.usri1_password)).toBe(windows.addressOf(password))
        expect([memory.readUInt32LE(layout.usri1_priv), memory.readUInt32LE(layout.usri1_flags)]).toEqual([1, 0x10201])
        // Password age, home directory and script.
        expect([memory.readUInt32LE(16), memory.readBigUInt64LE(24), memory.readBigUInt64LE(48)]).toEqual([0, 0n, 0n])
        expect(memory.includes('next', 0, 'utf16le')).toBe(false)
        return 0
      },
    }))
    const user = { name: 'Müller', comment: 'für den Abgleich', flags: 0x10201 }
    expect(changes.add(SERVER, user, password)).toEqual({ ok: true, value: null })
  })

  it('removes a user', () => {
    const { calls, changes } = noting()
    expect(changes.remove(SERVER, 'sync')).toEqual({ ok: true, value: null })
    expect(calls).toEqual([['NetUserDel', SERVER, 'sync']])
  })

  it.each([5, 86, 1722, 2221, 2245])('passes error %i on, with the user and no password', (code) => {
    const { changes } = noting(code)
    const secret = wide('Hunter2')
    const refusals = [
      changes.changePassword(SERVER, 'sync', secret, secret),
      changes.setPassword(SERVER, 'sync', secret),
      changes.setFlags(SERVER, 'sync', 1),
      changes.add(SERVER, { name: 'sync', comment: '', flags: 1 }, secret),
      changes.remove(SERVER, 'sync'),
    ]
    const functions = ['NetUserChangePassword', 'NetUserSetInfo', 'NetUserSetInfo', 'NetUserAdd', 'NetUserDel']
    expect(refusals).toEqual(
      functions.map((name) => ({
        ok: false,
        failure: { function: name, code, subject: 'sync', missingRight: 'membership in Administrators' },
      })),
    )
  })

  it.each([
    { name: 'a guest', privilege: 0, administrator: false },
    { name: 'a user', privilege: 1, administrator: false },
    { name: 'an administrator', privilege: 2, administrator: true },
  ])('reads back what became of a new user: $name', ({ privilege, administrator }) => {
    const layout = layouts.USER_INFO_1
    const { changes, freed } = changesOn((self) => ({
      NetUserGetInfo: (server, user, level, buffer) => {
        expect([server, user, level]).toEqual([SERVER, 'sync', 1])
        const fields = { [layout.usri1_priv]: privilege, [layout.usri1_comment]: { text: 'made' }, [layout.usri1_flags]: 0x10201 }
        ;(buffer as bigint[])[0] = self.placeBytes(structure(self, layout.size, fields))
        return 0
      },
    }))
    expect(changes.created(SERVER, 'sync')).toEqual({ ok: true, value: { comment: 'made', flags: 0x10201, administrator } })
    expect(freed).toHaveLength(1)
  })
})
