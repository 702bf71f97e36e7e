import { layouts } from './layouts.ts'
import type { NativeAccess } from './library.ts'
import { toAddress } from './memory.ts'
import { errorCodes, refused, succeeded, type Win32Result } from './result.ts'
import { createSecurityAuthority, unicodeString, win32Code } from './security-authority.ts'
import { sidToBytes } from './security-identifiers.ts'

/** User rights of one account, by SID and by the constant of the right. */
export interface AccountRights {
  /** Rights that the account itself holds, not those of its groups; none is an empty list. */
  of(sid: string): Win32Result<readonly string[]>
  add(sid: string, right: string): Win32Result<null>
  /** A right that the account does not hold itself is refused with ERROR_FILE_NOT_FOUND or taken, as this Windows likes. */
  remove(sid: string, right: string): Win32Result<null>
}

/** POLICY_VIEW_LOCAL_INFORMATION, POLICY_CREATE_ACCOUNT and POLICY_LOOKUP_NAMES of ntsecapi.h: the first right of an account makes its entry. */
const LOOK = 0x801
const CHANGE = 0x811

const MISSING_RIGHT = 'POLICY_CREATE_ACCOUNT and POLICY_LOOKUP_NAMES (membership in Administrators)'

/** BOOLEAN: nothing but the listed rights is taken away. */
const LISTED_ONLY = 0

/** Gives the Win32 code. */
type ChangeAccount = (policy: bigint, sid: Uint8Array) => number

/** Reads and changes user rights through advapi32. */
export function createAccountRights(native: NativeAccess): AccountRights {
  const authority = createSecurityAuthority(native)
  const bind = (declaration: string) => native.bind('advapi32.dll', declaration, 'status')
  const enumerate = bind(
    'int32_t __stdcall LsaEnumerateAccountRights(uintptr_t policy, const uint8_t *sid, _Out_ uintptr_t *rights, _Out_ uint32_t *count)',
  )
  const add = bind('int32_t __stdcall LsaAddAccountRights(uintptr_t policy, const uint8_t *sid, const uint8_t *rights, uint32_t count)')
  const remove = bind(
    'int32_t __stdcall LsaRemoveAccountRights(uintptr_t policy, const uint8_t *sid, uint8_t all, const uint8_t *rights, uint32_t count)',
  )
  const withAccount = <Value>(access: number, sid: string, use: (policy: bigint, sid: Uint8Array) => Win32Result<Value>) => {
    const bytes = sidToBytes(sid)
    if (bytes === null) return refused('LsaOpenPolicy', errorCodes.invalidData, { subject: sid })
    const used = authority.open(access, MISSING_RIGHT, (policy) => use(policy, bytes))
    return used.ok ? used.value : used
  }
  const change = (name: string, sid: string, call: ChangeAccount): Win32Result<null> =>
    withAccount(CHANGE, sid, (policy, bytes) => {
      const code = call(policy, bytes)
      return code === 0 ? succeeded(null) : refused(name, code, { subject: sid, missingRight: MISSING_RIGHT })
    })
  return {
    of: (sid) =>
      withAccount(LOOK, sid, (policy, bytes) => {
        const pointer = [0n]
        const count = [0]
        const code = win32Code(enumerate(policy, bytes, pointer, count))
        const address = toAddress(pointer[0])
        try {
          // Who never got a right has no entry with the authority.
          if (code === errorCodes.fileNotFound) return succeeded([])
          const isBroken = code === 0 && address === 0n && Number(count[0]) > 0
          if (code === 0 && !isBroken) return succeeded(decodeRights(native, address, Number(count[0])))
          const details = { subject: sid, missingRight: MISSING_RIGHT }
          return refused('LsaEnumerateAccountRights', isBroken ? errorCodes.invalidData : code, details)
        } finally {
          authority.free(address)
        }
      }),
    add: (sid, right) =>
      change('LsaAddAccountRights', sid, (policy, bytes) => win32Code(add(policy, bytes, unicodeString(native, right), 1))),
    remove: (sid, right) =>
      change('LsaRemoveAccountRights', sid, (policy, bytes) =>
        win32Code(remove(policy, bytes, LISTED_ONLY, unicodeString(native, right), 1)),
      ),
  }
}

/** A table of LSA_UNICODE_STRING, whose texts need not be terminated. */
function decodeRights(native: NativeAccess, address: bigint, count: number): readonly string[] {
  const { size, Length, Buffer: text } = layouts.LSA_UNICODE_STRING
  if (count === 0) return []
  const rows = Buffer.from(native.bytesAt(address, count * size))
  return Array.from({ length: count }, (_, index) => {
    const bytes = rows.readUInt16LE(index * size + Length)
    return Buffer.from(native.bytesAt(rows.readBigUInt64LE(index * size + text), bytes)).toString('utf16le')
  })
}
