import { describe, expect, it } from 'vitest'

import { layouts } from '#electron/win32/layouts.ts'
import { createProxySettings } from '#electron/win32/proxy-settings.ts'
import { standIn } from './stand-in.ts'

const layout = layouts.WINHTTP_PROXY_INFO

/** WinHTTP with these settings, and how many of the texts that it handed out it did not get back. */
function winHttp(kind: number, proxy: string | null, bypass: string | null) {
  const outstanding = new Set<unknown>()
  const windows = standIn((self) => {
    const hand = (text: string | null): bigint => {
      if (text === null) return 0n
      const address = self.placeText(text)
      outstanding.add(address)
      return address
    }
    return {
      'winhttp.dll': {
        WinHttpGetDefaultProxyConfiguration: (output) => {
          const buffer = output as Buffer
          buffer.writeUInt32LE(kind, layout.dwAccessType)
          buffer.writeBigUInt64LE(hand(proxy), layout.lpszProxy)
          buffer.writeBigUInt64LE(hand(bypass), layout.lpszProxyBypass)
          return 1
        },
      },
      'kernel32.dll': { GlobalFree: (address) => (outstanding.delete(address) ? 0 : 1) },
    }
  })
  return { settings: createProxySettings(windows.native), outstanding }
}

describe('proxy-settings', () => {
  it.each([
    { name: 'none', kind: 1, proxy: null, bypass: null, value: { servers: null, bypass: null } },
    { name: 'one', kind: 3, proxy: 'proxy:8080', bypass: null, value: { servers: 'proxy:8080', bypass: null } },
    { name: 'one with exceptions', kind: 3, proxy: 'http=a:80', bypass: '<local>', value: { servers: 'http=a:80', bypass: '<local>' } },
  ])('reads that there is $name and gives back the texts', ({ kind, proxy, bypass, value }) => {
    const { settings, outstanding } = winHttp(kind, proxy, bypass)
    expect(settings.machineProxy()).toEqual({ ok: true, value })
    expect(outstanding.size).toBe(0)
  })

  it.each([
    { name: 'a named proxy without a name', kind: 3 },
    { name: 'a kind that Windows does not have', kind: 9 },
  ])('refuses $name, and gives back the texts', ({ kind }) => {
    const { settings, outstanding } = winHttp(kind, kind === 3 ? null : 'proxy', 'x')
    expect(settings.machineProxy()).toMatchObject({ ok: false, failure: { code: 13 } })
    expect(outstanding.size).toBe(0)
  })

  it('says what Windows refuses', () => {
    const windows = standIn((self) => ({
      'winhttp.dll': {
        WinHttpGetDefaultProxyConfiguration: () => {
          self.setLastError(12_004)
          return 0
        },
      },
    }))
    expect(createProxySettings(windows.native).machineProxy()).toEqual({
      ok: false,
      failure: { function: 'WinHttpGetDefaultProxyConfiguration', code: 12_004 },
    })
  })
})
