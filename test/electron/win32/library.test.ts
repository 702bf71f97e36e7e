import { describe, expect, it } from 'vitest'

import { createNativeAccess } from '#electron/win32/library.ts'
import { standIn } from './stand-in.ts'

const DECLARATION = 'int32_t __stdcall RegCloseKey(uintptr_t key)'

describe('library', () => {
  it('loads every library but kernel32 by its absolute path in the system directory', () => {
    const windows = standIn({ 'advapi32.dll': { RegCloseKey: () => 0 }, 'netapi32.dll': { NetApiBufferFree: () => 0 } })
    windows.native.bind('advapi32.dll', DECLARATION, 'status')(1n)
    windows.native.bind('netapi32.dll', 'uint32_t __stdcall NetApiBufferFree(uintptr_t buffer)', 'status')(1n)
    expect(windows.loaded).toEqual(['kernel32.dll', 'C:\\Windows\\System32\\advapi32.dll', 'C:\\Windows\\System32\\netapi32.dll'])
  })

  it('narrows the search for dependencies before it loads anything by path', () => {
    const order: string[] = []
    const windows = standIn({
      'kernel32.dll': {
        SetDefaultDllDirectories: (flags) => {
          order.push(`narrowed to ${flags}, ${windows.loaded.length} loaded`)
          return 1
        },
      },
      'advapi32.dll': { RegCloseKey: () => 0 },
    })
    windows.native.bind('advapi32.dll', DECLARATION, 'status')(1n)
    expect(order).toEqual(['narrowed to 2048, 1 loaded'])
  })

  it('refuses to go on where the search cannot be narrowed', () => {
    const windows = standIn({ 'kernel32.dll': { SetDefaultDllDirectories: () => 0 }, 'advapi32.dll': { RegCloseKey: () => 0 } })
    expect(() => windows.native.bind('advapi32.dll', DECLARATION, 'status')(1n)).toThrow('did not restrict')
    expect(windows.loaded).toEqual(['kernel32.dll'])
  })

  it('opens nothing before the first call', () => {
    let opened = 0
    const native = createNativeAccess(() => {
      opened += 1
      throw new Error('no bridge here')
    })
    const close = native.bind('advapi32.dll', DECLARATION, 'status')
    expect(opened).toBe(0)
    expect(() => close(1n)).toThrow('no bridge here')
  })

  it('resolves a function once', () => {
    const windows = standIn({ 'advapi32.dll': { RegCloseKey: () => 0 } })
    const close = windows.native.bind('advapi32.dll', DECLARATION, 'status')
    close(1n)
    close(2n)
    expect(windows.loaded).toHaveLength(2)
  })

  it.each([
    { name: 'a missing library', libraries: {}, code: 126 },
    { name: 'a missing export', libraries: { 'advapi32.dll': {} }, code: 127 },
  ])('fails the call with code $code for $name', ({ libraries, code }) => {
    const { native } = standIn(libraries)
    expect(native.bind('advapi32.dll', DECLARATION, 'status')(1n)).toBe(code)
    expect(native.bind('advapi32.dll', DECLARATION, 'last-error')(1n)).toBe(0)
    expect(native.lastError()).toBe(code)
  })

  it('tells a missing export once and then the last error of Windows', () => {
    const windows = standIn({ 'advapi32.dll': {} })
    windows.native.bind('advapi32.dll', DECLARATION, 'last-error')(1n)
    windows.setLastError(5)
    expect([windows.native.lastError(), windows.native.lastError()]).toEqual([127, 5])
  })

  it('throws a declaration that the bridge does not understand', () => {
    const native = createNativeAccess(() => ({
      load: () => ({
        func: () => {
          throw new Error('Unexpected token')
        },
      }),
      addressOf: () => 0n,
      wideStringAt: () => '',
      bytesAt: () => new Uint8Array(0),
      callAt: () => 0,
    }))
    expect(() => native.bind('kernel32.dll', 'nonsense', 'status')()).toThrow('Unexpected token')
  })
})
