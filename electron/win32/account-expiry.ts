import { layouts } from './layouts.ts'
import type { NativeAccess } from './library.ts'
import { createNetBuffers } from './net-buffers.ts'
import type { Win32Result } from './result.ts'

export interface AccountExpiry {
  /** Seconds since 1970 at which a local user can no longer sign in; null: never. */
  expirySeconds(name: string): Win32Result<{ readonly seconds: number | null }>
}

/** TIMEQ_FOREVER of lmaccess.h; zero stands for the same. */
const FOREVER = 0xffffffff

/** Reads one field of a local user by NetUserGetInfo level 4. */
export function createAccountExpiry(native: NativeAccess): AccountExpiry {
  const buffers = createNetBuffers(native)
  const getInformation = native.bind(
    'netapi32.dll',
    'uint32_t __stdcall NetUserGetInfo(str16 server, str16 name, uint32_t level, _Out_ uintptr_t *buffer)',
    'status',
  )
  return {
    expirySeconds: (name) =>
      buffers.take(
        { function: 'NetUserGetInfo', subject: name, bytes: layouts.USER_INFO_4.size },
        (buffer) => getInformation(null, name, 4, buffer),
        (bytes) => ({ seconds: decodeExpiry(bytes) }),
      ),
  }
}

/** Of a USER_INFO_4: seconds since 1970; null: never. */
export function decodeExpiry(bytes: Buffer): number | null {
  const seconds = bytes.readUInt32LE(layouts.USER_INFO_4.usri4_acct_expires)
  return seconds === FOREVER || seconds === 0 ? null : seconds
}
