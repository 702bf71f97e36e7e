import type { NativeAccess } from './library.ts'
import { toAddress } from './memory.ts'
import { refused, type Win32Result } from './result.ts'
import { createTokenReader } from './token.ts'

/** How somebody signs in: as a service, as a scheduled task, or over the network. */
export type SignInKind = 'service' | 'batch' | 'network'

export interface AccountSignIn {
  /**
   * Signs in once and out again at once; gives the SID of who was signed in.
   *
   * A name with its own domain, `user@domain`, has null for the domain. The password is zero-terminated UTF-16LE, and stays until this is
   * settled: a domain that does not answer takes its time, beside the main thread. A refusal carries the code of LogonUserW.
   */
  signIn(domain: string | null, user: string, password: Uint8Array, kind: SignInKind): Promise<Win32Result<string>>
}

/** LOGON32_LOGON_* of winbase.h. */
const LOGON_TYPES: Readonly<Record<SignInKind, number>> = { network: 3, batch: 4, service: 5 }

/** LOGON32_PROVIDER_DEFAULT. */
const DEFAULT_PROVIDER = 0

/** The right that each kind needs, for the refusal with ERROR_LOGON_TYPE_NOT_GRANTED. */
const RIGHTS: Readonly<Record<SignInKind, string>> = {
  network: 'SeNetworkLogonRight',
  batch: 'SeBatchLogonRight',
  service: 'SeServiceLogonRight',
}

export function createAccountSignIn(native: NativeAccess): AccountSignIn {
  const tokens = createTokenReader(native)
  const logOn = native.bindSlow(
    'advapi32.dll',
    'int __stdcall LogonUserW(str16 user, str16 domain, uintptr_t password, uint32_t type, uint32_t provider, _Out_ uintptr_t *token)',
    'last-error',
  )
  const closeHandle = native.bind('kernel32.dll', 'int __stdcall CloseHandle(uintptr_t handle)', 'last-error')
  return {
    signIn: async (domain, user, password, kind) => {
      const handle = [0n]
      const { value, code } = await logOn(user, domain, native.addressOf(password), LOGON_TYPES[kind], DEFAULT_PROVIDER, handle)
      if (!value) return refused('LogonUserW', code, { subject: user, missingRight: RIGHTS[kind] })
      const token = toAddress(handle[0])
      try {
        return tokens.userSid(token)
      } finally {
        closeHandle(token)
      }
    },
  }
}
