import { describe, expect, it } from 'vitest'

import { layouts } from '#electron/win32/layouts.ts'
import { createSystemInformation } from '#electron/win32/system-information.ts'
import { standIn } from './stand-in.ts'

function versionOf(productType: number, status = 0) {
  return standIn({
    'ntdll.dll': {
      RtlGetVersion: (output) => {
        const buffer = output as Buffer
        if (buffer.readUInt32LE(0) !== layouts.OSVERSIONINFOEXW.size) return -1
        buffer.writeUInt32LE(20348, layouts.OSVERSIONINFOEXW.dwBuildNumber)
        buffer.writeUInt8(productType, layouts.OSVERSIONINFOEXW.wProductType)
        return status
      },
    },
  })
}

describe('system-information', () => {
  it.each([
    { type: 1, kind: 'workstation' },
    { type: 2, kind: 'domain-controller' },
    { type: 3, kind: 'server' },
  ])('knows a $kind', ({ type, kind }) => {
    expect(createSystemInformation(versionOf(type).native).version()).toEqual({ ok: true, value: { build: 20348, kind } })
  })

  it.each([
    { name: 'a status', type: 3, status: -1073741823, code: -1073741823 },
    { name: 'a product type that Windows does not have', type: 7, status: 0, code: 13 },
  ])('fails on $name', ({ type, status, code }) => {
    expect(createSystemInformation(versionOf(type, status).native).version()).toMatchObject({ ok: false, failure: { code } })
  })

  it('reads the NetBIOS name of the computer', () => {
    const { native } = standIn({
      'kernel32.dll': {
        GetComputerNameExW: (format, buffer, characters) => {
          ;(buffer as Buffer).write('SÄGE-01\0', 'utf16le')
          ;(characters as number[])[0] = 7
          return format === 0 ? 1 : 0
        },
      },
    })
    expect(createSystemInformation(native).computerName()).toEqual({ ok: true, value: 'SÄGE-01' })
  })

  it('fails with the code of Windows where the name is refused', () => {
    const windows = standIn({ 'kernel32.dll': { GetComputerNameExW: () => 0 } })
    windows.setLastError(8)
    expect(createSystemInformation(windows.native).computerName()).toEqual({
      ok: false,
      failure: { function: 'GetComputerNameExW', code: 8 },
    })
  })

  it.each([
    { name: 'a number', ticks: 5000 },
    { name: 'a bigint', ticks: 5000n },
  ])('takes the uptime as $name', ({ ticks }) => {
    const { native } = standIn({ 'kernel32.dll': { GetTickCount64: () => ticks } })
    expect(createSystemInformation(native).uptimeMs()).toEqual({ ok: true, value: 5000 })
  })

  it('fails where Windows has no uptime to tell', () => {
    expect(createSystemInformation(standIn({}).native).uptimeMs()).toEqual({
      ok: false,
      failure: { function: 'GetTickCount64', code: 127 },
    })
  })
})
