import { layouts } from './layouts.ts'
import type { NativeAccess, NativeFunction } from './library.ts'
import { toAddress } from './memory.ts'
import { sidBehind } from './net-buffers.ts'
import { errorCodes, refused, succeeded, type Win32Result } from './result.ts'

export interface OpenLocalPolicy {
  /** SIDs of the direct holders of a right, none is an empty list; null: this Windows has no such right. */
  holders(right: string): Win32Result<readonly string[] | null>
}

export interface LocalPolicy {
  /** Opens the policy of this machine for looking as long as `reader` runs. */
  open<Value>(reader: (policy: OpenLocalPolicy) => Value): Win32Result<Value>
}

/** POLICY_VIEW_LOCAL_INFORMATION | POLICY_LOOKUP_NAMES of ntsecapi.h. */
const POLICY_ACCESS = 0x801
const MISSING_RIGHT = 'POLICY_VIEW_LOCAL_INFORMATION and POLICY_LOOKUP_NAMES (membership in Administrators)'

/** Values of ntstatus.h that have a Win32 code which the product decides on; every other status is passed on as it came. */
const WIN32_CODES: ReadonlyMap<number, number> = new Map([
  [0x8000001a, errorCodes.noMoreItems],
  [0xc0000002, errorCodes.callNotImplemented],
  [0xc0000022, errorCodes.accessDenied],
  [0xc0000060, errorCodes.noSuchPrivilege],
  [0xc00000bb, errorCodes.notSupported],
])

type LsaCalls = Readonly<Record<'open' | 'enumerate' | 'free' | 'close', NativeFunction>>

/** Reads the local security authority through advapi32; nothing is ever granted or revoked. */
export function createLocalPolicy(native: NativeAccess): LocalPolicy {
  const bind = (declaration: string) => native.bind('advapi32.dll', declaration, 'status')
  const calls: LsaCalls = {
    open: bind('int32_t __stdcall LsaOpenPolicy(void *system, uint8_t *attributes, uint32_t access, _Out_ uintptr_t *policy)'),
    enumerate: bind(
      'int32_t __stdcall LsaEnumerateAccountsWithUserRight(uintptr_t policy, uint8_t *right, _Out_ uintptr_t *accounts, _Out_ uint32_t *count)',
    ),
    free: bind('int32_t __stdcall LsaFreeMemory(uintptr_t memory)'),
    close: bind('int32_t __stdcall LsaClose(uintptr_t policy)'),
  }
  return {
    open: (reader) => {
      const attributes = Buffer.alloc(layouts.LSA_OBJECT_ATTRIBUTES.size)
      attributes.writeUInt32LE(attributes.byteLength, layouts.LSA_OBJECT_ATTRIBUTES.Length)
      const handle = [0n]
      const code = win32Code(calls.open(null, attributes, POLICY_ACCESS, handle))
      if (code !== 0) return refused('LsaOpenPolicy', code, { missingRight: MISSING_RIGHT })
      const policy = toAddress(handle[0])
      try {
        return succeeded(reader({ holders: (right) => readHolders(native, calls, policy, right) }))
      } finally {
        calls.close(policy)
      }
    },
  }
}

function readHolders(native: NativeAccess, calls: LsaCalls, policy: bigint, right: string): Win32Result<readonly string[] | null> {
  const pointer = [0n]
  const count = [0]
  const code = win32Code(calls.enumerate(policy, unicodeString(native, right), pointer, count))
  const address = toAddress(pointer[0])
  try {
    if (code === errorCodes.noMoreItems) return succeeded([])
    if (code === errorCodes.noSuchPrivilege) return succeeded(null)
    const details = { subject: right, missingRight: MISSING_RIGHT }
    if (code !== 0) return refused('LsaEnumerateAccountsWithUserRight', code, details)
    const layout = layouts.LSA_ENUMERATION_INFORMATION
    const total = Number(count[0])
    if (total > 0 && address === 0n) return refused('LsaEnumerateAccountsWithUserRight', errorCodes.invalidData, details)
    const rows = total === 0 ? Buffer.alloc(0) : Buffer.from(native.bytesAt(address, total * layout.size))
    const sids = Array.from({ length: total }, (_, index) => sidBehind(native, rows, index * layout.size + layout.Sid))
    const known = sids.filter((sid) => sid !== null)
    if (known.length < sids.length) return refused('LsaEnumerateAccountsWithUserRight', errorCodes.invalidData, details)
    return succeeded(known)
  } finally {
    if (address !== 0n) calls.free(address)
  }
}

/** An LSA_UNICODE_STRING with its text behind it in the same memory, so that nothing can move or free one without the other. */
function unicodeString(native: NativeAccess, text: string): Buffer {
  const layout = layouts.LSA_UNICODE_STRING
  const characters = Buffer.from(`${text}\0`, 'utf16le')
  const memory = Buffer.concat([Buffer.alloc(layout.size), characters])
  memory.writeUInt16LE(characters.byteLength - 2, layout.Length)
  memory.writeUInt16LE(characters.byteLength, layout.MaximumLength)
  memory.writeBigUInt64LE(native.addressOf(memory) + BigInt(layout.size), layout.Buffer)
  return memory
}

function win32Code(status: unknown): number {
  const unsigned = Number(status) >>> 0
  return WIN32_CODES.get(unsigned) ?? unsigned
}
