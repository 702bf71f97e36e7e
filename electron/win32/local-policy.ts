import { layouts } from './layouts.ts'
import type { NativeAccess, NativeFunction } from './library.ts'
import { toAddress } from './memory.ts'
import { sidBehind } from './net-buffers.ts'
import { errorCodes, refused, succeeded, type Win32Result } from './result.ts'
import { createSecurityAuthority, type SecurityAuthority, unicodeString, win32Code } from './security-authority.ts'

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

/** Reads the local security authority through advapi32; nothing is ever granted or revoked. */
export function createLocalPolicy(native: NativeAccess): LocalPolicy {
  const authority = createSecurityAuthority(native)
  const enumerate = native.bind(
    'advapi32.dll',
    'int32_t __stdcall LsaEnumerateAccountsWithUserRight(uintptr_t policy, uint8_t *right, _Out_ uintptr_t *accounts, _Out_ uint32_t *count)',
    'status',
  )
  return {
    open: (reader) =>
      authority.open(POLICY_ACCESS, MISSING_RIGHT, (policy) =>
        reader({ holders: (right) => readHolders(native, authority, enumerate, policy, right) }),
      ),
  }
}

function readHolders(
  native: NativeAccess,
  authority: SecurityAuthority,
  enumerate: NativeFunction,
  policy: bigint,
  right: string,
): Win32Result<readonly string[] | null> {
  const pointer = [0n]
  const count = [0]
  const code = win32Code(enumerate(policy, unicodeString(native, right), pointer, count))
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
    authority.free(address)
  }
}
