import { layouts } from './layouts.ts'
import type { NativeAccess } from './library.ts'
import { errorCodes, refused, succeeded, type Win32Result } from './result.ts'

/** What services of this machine pass their connections through. */
export interface MachineProxy {
  /** As it is set: `proxy:8080`, or by protocol `http=a:80;https=b:8080`. Null: none, connections are direct. */
  readonly servers: string | null
  /** Hosts that are reached without it, separated by semicolons or spaces; null: none. */
  readonly bypass: string | null
}

export interface ProxySettings {
  machineProxy(): Win32Result<MachineProxy>
}

/** WINHTTP_ACCESS_TYPE_NO_PROXY and WINHTTP_ACCESS_TYPE_NAMED_PROXY of winhttp.h. */
const NO_PROXY = 1
const NAMED_PROXY = 3

/** Reads the proxy that is set for WinHTTP (`netsh winhttp`); settings of a user's browser are another matter. */
export function createProxySettings(native: NativeAccess): ProxySettings {
  const getDefault = native.bind(
    'winhttp.dll',
    'int __stdcall WinHttpGetDefaultProxyConfiguration(_Out_ uint8_t *information)',
    'last-error',
  )
  const free = native.bind('kernel32.dll', 'uintptr_t __stdcall GlobalFree(uintptr_t memory)', 'last-error')
  const layout = layouts.WINHTTP_PROXY_INFO
  return {
    machineProxy: () => {
      const information = Buffer.alloc(layout.size)
      if (!getDefault(information)) return refused('WinHttpGetDefaultProxyConfiguration', native.lastError())
      const addresses = [information.readBigUInt64LE(layout.lpszProxy), information.readBigUInt64LE(layout.lpszProxyBypass)]
      try {
        const [servers = null, bypass = null] = addresses.map((address) => (address === 0n ? null : native.wideStringAt(address)))
        const kind = information.readUInt32LE(layout.dwAccessType)
        if (kind === NO_PROXY) return succeeded({ servers: null, bypass: null })
        if (kind === NAMED_PROXY && servers !== null) return succeeded({ servers, bypass })
        return refused('WinHttpGetDefaultProxyConfiguration', errorCodes.invalidData)
      } finally {
        for (const address of addresses) if (address !== 0n) free(address)
      }
    },
  }
}
