import type { NativeAccess } from './library.ts'
import { errorCodes, refused, succeeded, type Win32Result } from './result.ts'
import { MAX_SID_BYTES, sidFromBytes, sidToBytes } from './security-identifiers.ts'

export interface AccountLookup {
  /** SID of an account name; null: Windows knows no account of that name (ERROR_NONE_MAPPED). */
  sidOf(name: string): Win32Result<string | null>
  /** `AUTHORITY\name` of a SID; null: Windows knows no account behind it. */
  nameOf(sid: string): Win32Result<string | null>
}

/** Names of accounts and authorities stay far below this number of characters (UNLEN 256, DNLEN 15, DNS names 255). */
const NAME_CHARACTERS = 512

/** SID_NAME_USE of winnt.h: a domain, a deleted account, an invalid or unknown one and a label are no accounts. */
const NOT_AN_ACCOUNT: ReadonlySet<number> = new Set([3, 6, 7, 8, 10])

/** Translates between names and SIDs on this machine; a domain's names are asked of its controllers by Windows itself. */
export function createAccountLookup(native: NativeAccess): AccountLookup {
  const lookupName = native.bind(
    'advapi32.dll',
    'int __stdcall LookupAccountNameW(str16 machine, str16 name, _Out_ uint8_t *sid, _Inout_ uint32_t *sidBytes, _Out_ uint8_t *domain, _Inout_ uint32_t *domainCharacters, _Out_ int *use)',
    'last-error',
  )
  const lookupSid = native.bind(
    'advapi32.dll',
    'int __stdcall LookupAccountSidW(str16 machine, const uint8_t *sid, _Out_ uint8_t *name, _Inout_ uint32_t *nameCharacters, _Out_ uint8_t *domain, _Inout_ uint32_t *domainCharacters, _Out_ int *use)',
    'last-error',
  )
  return {
    sidOf: (name) => {
      const sid = Buffer.alloc(MAX_SID_BYTES)
      const domain = Buffer.alloc(NAME_CHARACTERS * 2)
      const use = [0]
      if (!lookupName(null, name, sid, [MAX_SID_BYTES], domain, [NAME_CHARACTERS], use)) {
        const code = native.lastError()
        return code === errorCodes.noneMapped ? succeeded(null) : refused('LookupAccountNameW', code, { subject: name })
      }
      return succeeded(NOT_AN_ACCOUNT.has(Number(use[0])) ? null : sidFromBytes(sid))
    },
    nameOf: (sid) => {
      const bytes = sidToBytes(sid)
      if (bytes === null) return succeeded(null)
      const name = Buffer.alloc(NAME_CHARACTERS * 2)
      const domain = Buffer.alloc(NAME_CHARACTERS * 2)
      const nameCharacters = [NAME_CHARACTERS]
      const domainCharacters = [NAME_CHARACTERS]
      if (!lookupSid(null, bytes, name, nameCharacters, domain, domainCharacters, [0])) {
        const code = native.lastError()
        return code === errorCodes.noneMapped ? succeeded(null) : refused('LookupAccountSidW', code, { subject: sid })
      }
      const authority = domain.toString('utf16le', 0, Number(domainCharacters[0]) * 2)
      const user = name.toString('utf16le', 0, Number(nameCharacters[0]) * 2)
      return succeeded(authority === '' ? user : `${authority}\\${user}`)
    },
  }
}
