import { describe, expect, it } from 'vitest'

import { createNativeAccess } from '#electron/win32/library.ts'
import { standIn } from './stand-in.ts'

const DECLARATION = 'int32_t __stdcall RegCloseKey(uintptr_t key)'

/** A bridge without memory. */
const nothing = { addressOf: () => 0n, wideStringAt: () => '', bytesAt: () => new Uint8Array(0), callAt: () => 0 }

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
    const func = (): never => {
      throw new Error('Unexpected token')
    }
    const native = createNativeAccess(() => ({ ...nothing, load: () => ({ func }) }))
    expect(() => native.bind('kernel32.dll', 'nonsense', 'status')()).toThrow('Unexpected token')
  })

  describe('of slow functions', () => {
    const START = 'int __stdcall StartServiceW(uintptr_t service, uint32_t count, void *arguments)'

    it.each([
      { name: 'a missing library', libraries: {}, code: 126 },
      { name: 'a missing export', libraries: { 'advapi32.dll': {} }, code: 127 },
    ])('fails the call with code $code for $name, and no other call', async ({ libraries, code }) => {
      const windows = standIn(libraries)
      windows.setLastError(5)
      expect(await windows.native.bindSlow('advapi32.dll', START, 'status')(1n)).toEqual({ value: code, code })
      expect(await windows.native.bindSlow('advapi32.dll', START, 'last-error')(1n)).toEqual({ value: 0, code })
      expect(windows.native.lastError()).toBe(5)
    })

    it('gives each call its own code, whatever fails meanwhile on the main thread', async () => {
      const windows = standIn((self) => {
        const failing = (code: unknown) => {
          self.setLastError(Number(code))
          return 0
        }
        return { 'advapi32.dll': { StartServiceW: failing, RegCloseKey: failing } }
      })
      const close = windows.native.bind('advapi32.dll', DECLARATION, 'last-error')
      const start = windows.native.bindSlow('advapi32.dll', START, 'last-error')
      const started = [start(1053), start(1069)]
      close(6)
      expect(await Promise.all(started)).toEqual([
        { value: 0, code: 1053 },
        { value: 0, code: 1069 },
      ])
      expect(windows.native.lastError()).toBe(6)
    })

    it('gives what a function returned as its code where it tells it so', async () => {
      const windows = standIn({ 'netapi32.dll': { NetUserChangePassword: () => 86 } })
      const change = windows.native.bindSlow('netapi32.dll', 'uint32_t __stdcall NetUserChangePassword()', 'status')
      expect(await change()).toEqual({ value: 86, code: 86 })
    })

    it('throws a call that the bridge does not make', async () => {
      const async = (): never => {
        throw new TypeError('Expected 4 arguments, got 1')
      }
      const native = createNativeAccess(() => ({ ...nothing, load: () => ({ func: () => Object.assign(() => 1, { async }) }) }))
      await expect(native.bindSlow('kernel32.dll', START, 'status')()).rejects.toThrow('could not be made')
    })
  })
})
