import { layouts } from './layouts.ts'
import type { NativeAccess } from './library.ts'
import { toAddress } from './memory.ts'
import { sidBehind } from './net-buffers.ts'
import { errorCodes, refused, succeeded, type Win32Result } from './result.ts'

/** WTS_CURRENT_SERVER_HANDLE of wtsapi32.h, and the one version of the call. */
const THIS_SERVER = 0
const VERSION = 1

/**
 * Asks the session manager for the owners of all processes: SIDs by id; who is not listed is not told.
 *
 * It answers administrators also where a token refuses, as those of LocalService and NetworkService do.
 */
export function createProcessOwners(native: NativeAccess): () => Win32Result<ReadonlyMap<number, string>> {
  const enumerate = native.bind(
    'wtsapi32.dll',
    'int __stdcall WTSEnumerateProcessesW(uintptr_t server, uint32_t reserved, uint32_t version, _Out_ uintptr_t *processes, _Out_ uint32_t *count)',
    'last-error',
  )
  const free = native.bind('wtsapi32.dll', 'void __stdcall WTSFreeMemory(uintptr_t memory)', 'last-error')
  return () => {
    const pointer = [0n]
    const count = [0]
    if (!enumerate(THIS_SERVER, 0, VERSION, pointer, count)) return refused('WTSEnumerateProcessesW', native.lastError())
    const address = toAddress(pointer[0])
    if (address === 0n) return refused('WTSEnumerateProcessesW', errorCodes.invalidData)
    try {
      return succeeded(decodeOwners(native, address, Number(count[0])))
    } finally {
      free(address)
    }
  }
}

function decodeOwners(native: NativeAccess, address: bigint, count: number): ReadonlyMap<number, string> {
  const { size, ProcessId, pUserSid } = layouts.WTS_PROCESS_INFOW
  const rows = count === 0 ? Buffer.alloc(0) : Buffer.from(native.bytesAt(address, count * size))
  const owners = new Map<number, string>()
  for (let start = 0; start < rows.byteLength; start += size) {
    const sid = sidBehind(native, rows, start + pUserSid)
    if (sid !== null) owners.set(rows.readUInt32LE(start + ProcessId), sid)
  }
  return owners
}
