import { millisecondsOf } from './file-time.ts'
import { layouts } from './layouts.ts'
import type { NativeAccess } from './library.ts'
import { toAddress } from './memory.ts'
import { textBehind } from './net-buffers.ts'
import { errorCodes, refused, succeeded, type Win32Result } from './result.ts'

/** What an entry of Credential Manager is called, whom it is for and when it was written; its secret is never looked at. */
export interface CredentialName {
  readonly target: string
  /** empty: the entry names nobody */
  readonly userName: string
  /** when anything of the entry was changed last; null: Windows does not tell */
  readonly lastWritten: Date | null
}

export interface CredentialNames {
  /** Entries of the account that this process runs as; those of others cannot be seen by anybody else. */
  list(): Win32Result<readonly CredentialName[]>
}

/** ERROR_NOT_FOUND: Credential Manager has no entry at all. */
const NONE = 1168

/** Credential Manager itself keeps far less; a count beyond it is a broken answer. */
const MAX_ENTRIES = 100_000

const POINTER_BYTES = 8

/** Asks Credential Manager for names through advapi32; the buffer is given back on every path. */
export function createCredentialNames(native: NativeAccess): CredentialNames {
  const enumerate = native.bind(
    'advapi32.dll',
    'int __stdcall CredEnumerateW(str16 filter, uint32_t flags, _Out_ uint32_t *count, _Out_ uintptr_t *credentials)',
    'last-error',
  )
  const free = native.bind('advapi32.dll', 'void __stdcall CredFree(uintptr_t buffer)', 'status')
  return {
    list: () => {
      const count = [0]
      const pointer: unknown[] = [0n]
      if (!enumerate(null, 0, count, pointer)) {
        const code = native.lastError()
        return code === NONE ? succeeded([]) : refused('CredEnumerateW', code)
      }
      const address = toAddress(pointer[0])
      try {
        const entries = Number(count[0])
        if (address === 0n || entries > MAX_ENTRIES) return refused('CredEnumerateW', errorCodes.invalidData)
        const pointers = Buffer.from(native.bytesAt(address, entries * POINTER_BYTES))
        return succeeded(Array.from({ length: entries }, (_, index) => nameAt(native, pointers.readBigUInt64LE(index * POINTER_BYTES))))
      } finally {
        if (address !== 0n) free(address)
      }
    },
  }
}

/** SECURITY: the fields of the name and of the user alone are followed; the one that points to the secret is not. */
function nameAt(native: NativeAccess, address: bigint): CredentialName {
  const { size, TargetName, LastWritten, UserName } = layouts.CREDENTIALW
  const entry = Buffer.from(native.bytesAt(address, size))
  const written = entry.readBigUInt64LE(LastWritten)
  return {
    target: textBehind(native, entry, TargetName),
    userName: textBehind(native, entry, UserName),
    lastWritten: written === 0n ? null : new Date(millisecondsOf(written)),
  }
}
