import type { NativeAccess } from './library.ts'
import { refused, succeeded, type Win32Result } from './result.ts'

export interface CredentialSession {
  /** How long Credential Manager would keep a generic credential of this logon session; ERROR_NO_SUCH_LOGON_SESSION (1312): it keeps none. */
  genericPersistence(): Win32Result<'none' | 'session' | 'machine' | 'enterprise'>
}

/** CRED_TYPE_GENERIC and CRED_TYPE_MAXIMUM of wincred.h. */
const GENERIC = 1
const TYPES = 7

/** CRED_PERSIST_* of wincred.h, by number. */
const PERSISTENCE = ['none', 'session', 'machine', 'enterprise'] as const

/** Asks Credential Manager; no credential is read or written. */
export function createCredentialSession(native: NativeAccess): CredentialSession {
  const getTypes = native.bind(
    'advapi32.dll',
    'int __stdcall CredGetSessionTypes(uint32_t types, _Out_ uint8_t *persistence)',
    'last-error',
  )
  return {
    genericPersistence: () => {
      const answer = Buffer.alloc(TYPES * Uint32Array.BYTES_PER_ELEMENT)
      if (!getTypes(TYPES, answer)) return refused('CredGetSessionTypes', native.lastError())
      return succeeded(PERSISTENCE[answer.readUInt32LE(GENERIC * Uint32Array.BYTES_PER_ELEMENT)] ?? 'none')
    },
  }
}
