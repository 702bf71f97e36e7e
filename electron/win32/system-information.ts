import { layouts } from './layouts.ts'
import type { NativeAccess } from './library.ts'
import { errorCodes, refused, succeeded, type Win32Result } from './result.ts'

export interface WindowsVersion {
  readonly build: number
  readonly kind: 'workstation' | 'domain-controller' | 'server'
}

export interface SystemInformation {
  /** NetBIOS name of this computer. */
  computerName(): Win32Result<string>
  version(): Win32Result<WindowsVersion>
  /** Milliseconds since Windows started, time in sleep included. */
  uptimeMs(): Win32Result<number>
}

/** COMPUTER_NAME_FORMAT of sysinfoapi.h. */
const COMPUTER_NAME_NETBIOS = 0

/** MAX_COMPUTERNAME_LENGTH is 15; room for the names that Windows lets be longer. */
const COMPUTER_NAME_CHARACTERS = 256

/** wProductType of winnt.h. */
const PRODUCT_TYPES: { readonly [type: number]: WindowsVersion['kind'] } = { 1: 'workstation', 2: 'domain-controller', 3: 'server' }

export function createSystemInformation(native: NativeAccess): SystemInformation {
  const getComputerName = native.bind(
    'kernel32.dll',
    'int __stdcall GetComputerNameExW(int format, _Out_ uint8_t *buffer, _Inout_ uint32_t *characters)',
    'last-error',
  )
  // GetVersionEx answers by the manifest of the executable; this one tells the truth.
  const getVersion = native.bind('ntdll.dll', 'int32_t __stdcall RtlGetVersion(_Inout_ uint8_t *information)', 'status')
  const getTickCount = native.bind('kernel32.dll', 'uint64_t __stdcall GetTickCount64()', 'last-error')
  return {
    computerName: () => {
      const buffer = Buffer.alloc(COMPUTER_NAME_CHARACTERS * 2)
      const characters = [COMPUTER_NAME_CHARACTERS]
      if (!getComputerName(COMPUTER_NAME_NETBIOS, buffer, characters)) return refused('GetComputerNameExW', native.lastError())
      return succeeded(buffer.toString('utf16le', 0, Number(characters[0]) * 2))
    },
    version: () => {
      const layout = layouts.OSVERSIONINFOEXW
      const information = Buffer.alloc(layout.size)
      information.writeUInt32LE(layout.size, layout.dwOSVersionInfoSize)
      const status = Number(getVersion(information))
      const kind = PRODUCT_TYPES[information.readUInt8(layout.wProductType)]
      if (status !== 0) return refused('RtlGetVersion', status)
      if (kind === undefined) return refused('RtlGetVersion', errorCodes.invalidData)
      return succeeded({ build: information.readUInt32LE(layout.dwBuildNumber), kind })
    },
    uptimeMs: () => {
      const ticks = Number(getTickCount())
      return ticks > 0 ? succeeded(ticks) : refused('GetTickCount64', native.lastError())
    },
  }
}
