import { describe, expect, it } from 'vitest'

import { layouts } from '#electron/win32/layouts.ts'
import { createProcessList } from '#electron/win32/process-list.ts'
import { sidToBytes } from '#electron/win32/security-identifiers.ts'
import { type StandIn, type StandInExports, standIn } from './stand-in.ts'

const SNAPSHOT = 11n
const PROCESS = 22n
const TOKEN = 33n
const INVALID = 0xffffffffffffffffn
const SID = 'S-1-5-21-1-2-3-1001'

interface Fake {
  readonly id: number
  readonly name: string
}

function kernel(overrides: (self: StandIn) => StandInExports): { windows: StandIn; closed: unknown[] } {
  const closed: unknown[] = []
  const exports = (self: StandIn): StandInExports => ({
    CreateToolhelp32Snapshot: () => SNAPSHOT,
    OpenProcess: (access, _inherit, id) => (access === 0x1000 && id === 100 ? PROCESS : refuse(self, 87)),
    CloseHandle: (handle) => closed.push(handle),
    OpenProcessToken: (_process, _access, token) => {
      ;(token as bigint[])[0] = TOKEN
      return 1
    },
    ...overrides(self),
  })
  const windows = standIn((self) => ({ 'kernel32.dll': exports(self), 'advapi32.dll': exports(self) }))
  return { windows, closed }
}

function refuse(self: StandIn, code: number): number {
  self.setLastError(code)
  return 0
}

/** Hands out one entry after the other and ends with `end`. */
function listing(self: StandIn, processes: readonly Fake[], end = 18): StandInExports {
  const { size, dwSize, th32ProcessID, szExeFile } = layouts.PROCESSENTRY32W
  let position = 0
  const next = (_snapshot: unknown, output: unknown): number => {
    const entry = output as Buffer
    const process = processes[position]
    if (process === undefined || entry.readUInt32LE(dwSize) !== size) return refuse(self, end)
    position += 1
    entry.writeUInt32LE(process.id, th32ProcessID)
    entry.write(`${process.name}\0`, szExeFile, 'utf16le')
    return 1
  }
  return { Process32FirstW: next, Process32NextW: next }
}

function opened<Value>(windows: StandIn, read: Parameters<ReturnType<typeof createProcessList>['open']>[1]): Value {
  const result = createProcessList(windows.native).open(100, read)
  if (!result.ok) throw new Error('not opened')
  return result.value as Value
}

describe('process-list', () => {
  it('lists every process but the idle one', () => {
    const { windows, closed } = kernel((self) =>
      listing(self, [
        { id: 0, name: '[System Process]' },
        { id: 4, name: 'System' },
        { id: 100, name: 'Prüfung №1.exe' },
        { id: 104, name: 'a.exe' },
      ]),
    )
    const value = [
      { id: 4, name: 'System' },
      { id: 100, name: 'Prüfung №1.exe' },
      { id: 104, name: 'a.exe' },
    ]
    expect(createProcessList(windows.native).list()).toEqual({ ok: true, value })
    expect(closed).toEqual([SNAPSHOT])
  })

  it.each([
    {
      name: 'no snapshot',
      exports: (self: StandIn) => ({ CreateToolhelp32Snapshot: () => (refuse(self, 5) === 0 ? INVALID : 1n) }),
      code: 5,
    },
    { name: 'an empty list', exports: (self: StandIn) => listing(self, []), code: 18 },
    { name: 'nothing but the idle process', exports: (self: StandIn) => listing(self, [{ id: 0, name: 'Idle' }]), code: 18 },
    { name: 'a list that breaks off', exports: (self: StandIn) => listing(self, [{ id: 4, name: 'System' }], 24), code: 24 },
  ])('takes $name for a failure', ({ exports, code }) => {
    const { windows } = kernel(exports)
    expect(createProcessList(windows.native).list()).toMatchObject({ ok: false, failure: { code } })
  })

  it('says that this Windows has no such function', () => {
    const windows = standIn({})
    expect(createProcessList(windows.native).list()).toEqual({ ok: false, failure: { function: 'CreateToolhelp32Snapshot', code: 127 } })
  })

  it.each([
    { code: 5, name: 'refused' },
    { code: 87, name: 'gone' },
  ])('passes on that a process is $name', ({ code }) => {
    const { windows } = kernel((self) => ({ OpenProcess: () => refuse(self, code) }))
    expect(createProcessList(windows.native).open(100, () => null)).toEqual({
      ok: false,
      failure: { function: 'OpenProcess', code, missingRight: 'PROCESS_QUERY_LIMITED_INFORMATION' },
    })
  })

  it.each([
    { name: 'a path', text: 'C:\\Programme\\Prüfung\\a.exe', value: 'C:\\Programme\\Prüfung\\a.exe' },
    { name: 'no path of a part of the kernel', text: 'Registry', value: null },
    { name: 'no path where there is none', text: '', value: null },
  ])('reads $name', ({ text, value }) => {
    const { windows, closed } = kernel(() => ({
      QueryFullProcessImageNameW: (_process, _flags, path, characters) => {
        ;(path as Buffer).write(text, 'utf16le')
        ;(characters as number[])[0] = text.length
        return 1
      },
    }))
    expect(opened(windows, (process) => process.imagePath())).toEqual({ ok: true, value })
    expect(closed).toEqual([PROCESS])
  })

  it.each([
    { code: 31, answer: { ok: true, value: null } },
    { code: 5, answer: { ok: false, failure: { function: 'QueryFullProcessImageNameW', code: 5 } } },
  ])('tells a process without an image from a refusal (error $code)', ({ code, answer }) => {
    const { windows } = kernel((self) => ({ QueryFullProcessImageNameW: () => refuse(self, code) }))
    expect(opened(windows, (process) => process.imagePath())).toEqual(answer)
  })

  it('reads the owner and gives its token back', () => {
    const { windows, closed } = kernel((self) => ({
      GetTokenInformation: (_token, kind, buffer) => {
        ;(buffer as Buffer).writeBigUInt64LE(self.placeBytes(sidToBytes(SID) ?? Buffer.alloc(0)))
        return kind === 1 ? 1 : 0
      },
    }))
    expect(opened(windows, (process) => process.ownerSid())).toEqual({ ok: true, value: SID })
    expect(closed).toEqual([TOKEN, PROCESS])
  })

  it.each([
    { name: 'the token', exports: { OpenProcessToken: () => 0 }, failure: { function: 'OpenProcessToken', missingRight: 'TOKEN_QUERY' } },
    { name: 'its content', exports: { GetTokenInformation: () => 0 }, failure: { function: 'GetTokenInformation', code: 5 } },
    { name: 'a SID', exports: { GetTokenInformation: () => 1 }, failure: { function: 'GetTokenInformation', code: 13 } },
  ])('has no owner without $name', ({ exports, failure }) => {
    const { windows } = kernel((self) => {
      self.setLastError(5)
      return exports
    })
    expect(opened(windows, (process) => process.ownerSid())).toMatchObject({ ok: false, failure })
  })
})
